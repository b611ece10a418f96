import type { Finding } from "../../diagnostics/index.ts";
import { childOf, type Node, spanBetween, spanOf, walk } from "../../language/index.ts";
import type { Contract, Locator } from "../contract.ts";
import { readCalendar } from "./calendars.ts";
import { readCommitment } from "./commitments.ts";
import { type Clause, defined, entriesOf, into, type ResolveContext } from "./context.ts";
import { readField, readNamedCriteria, readPriority, readScope, readSignal } from "./fields.ts";
import { readEnvironment, readGovernance, readTerm } from "./governance.ts";
import { readHandoff } from "./handoffs.ts";
import { readParty, readRole } from "./people.ts";
import { idsOf, readReference } from "./references.ts";
import { readPipeline, readReason, readStage } from "./stages.ts";
import { readDate, readString, readStrings, readText, sameInAll } from "./values.ts";

/** What resolving yields: the contract even where names are missing, and what must not be judged because of that. */
export interface Resolution {
  readonly contract: Contract;
  readonly findings: readonly Finding[];
  readonly used: ResolveContext["used"];
  readonly damaged: ReadonlySet<string>;
}

/** Located nodes → contract: names checked, durations and conditions parsed, defaults filled in. */
export function resolveContract(root: Node, damaged: ReadonlySet<string>): Resolution {
  const languages = readStrings({ node: childOf(root, "languages"), path: ["languages"] });
  const context: ResolveContext = {
    root,
    languages: languages.length > 0 ? languages : ["en"],
    spoken: new Set(),
    findings: [],
    used: new Map(),
    damaged: new Set(damaged),
  };
  const top: Clause = { node: root, path: [] };
  const contract: Contract = {
    ...readHeader(context, top),
    ...readSections(context, top),
    locate: createLocator(root),
  };
  return { contract, findings: withoutRepeatedLanguages(context), used: context.used, damaged: context.damaged };
}

/**
 * A wrong list of languages is one mistake, however many texts it makes wrong: where the list itself is damaged nothing is
 * said of languages; a language that the list forgets, or that no text is written in, is told once.
 */
function withoutRepeatedLanguages({ findings, damaged, spoken }: ResolveContext): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter((item) => {
    const names = wrongLanguages(item, spoken);
    if (names === undefined) return true;
    const key = `${item.code} ${names}`;
    const isRepeated = damaged.has("languages") || told.has(key);
    told.add(key);
    return !isRepeated;
  });
}

function wrongLanguages({ code, args }: Finding, spoken: ReadonlySet<string>): string | undefined {
  if (code === "REF201" && args["kind"] === "language") return String(args["name"]);
  const missing = code === "I18001" && Array.isArray(args["missing"]) ? args["missing"].map(String) : [];
  return missing.length > 0 && missing.every((language) => !spoken.has(language)) ? missing.join(" ") : undefined;
}

function readHeader(context: ResolveContext, top: Clause) {
  const name = readString(into(top, "name")) ?? "";
  return {
    name,
    version: readString(into(top, "version")) ?? "",
    title: readText(context, into(top, "title"), "translated") ?? sameInAll(context, name),
    effective: readDate(context, into(top, "effective")) ?? "",
    languages: context.languages,
    ...defined({
      reviewBy: readDate(context, into(top, "reviewBy")),
      calendar: readReference(context, into(top, "calendar"), { kinds: ["calendar"] }) ?? onlyCalendar(context),
    }),
  };
}

/** Where there is one calendar, nothing else can be meant. */
function onlyCalendar(context: ResolveContext): string | undefined {
  const [only, second] = idsOf(context, "calendar");
  return second === undefined ? only : undefined;
}

function readSections(context: ResolveContext, top: Clause) {
  const section = <T>(
    name: string,
    read: (context: ResolveContext, clause: Clause, id: string) => T | undefined,
  ): ReadonlyMap<string, T> =>
    new Map(entriesOf(into(top, name)).flatMap((entry) => pairOf(entry.id, read(context, entry, entry.id))));
  return {
    parties: section("parties", readParty),
    roles: section("roles", readRole),
    calendars: section("calendars", readCalendar),
    signals: section("signals", readSignal),
    fields: section("fields", readField),
    scope: readScope(context, into(top, "scope")),
    criteria: section("criteria", readNamedCriteria),
    priorities: section("priorities", readPriority),
    pipelines: section("pipelines", readPipeline),
    stages: section("stages", readStage),
    reasons: section("reasons", readReason),
    handoffs: section("handoffs", readHandoff),
    commitments: section("commitments", readCommitment),
    contribution: section("contribution", readCommitment),
    governance: readGovernance(context, into(top, "governance")),
    glossary: section("glossary", readTerm),
    environments: section("environments", readEnvironment),
  };
}

function pairOf<T>(id: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[id, value]];
}

/** Spans by semantic path, so that rules speak of clauses and never of nodes. */
function createLocator(root: Node): Locator {
  return {
    spanOf: (path, part) => {
      const { node, key, isExact } = walk(root, path);
      return spanOf(part === "value" && isExact ? node : (key ?? node));
    },
    has: (path) => walk(root, path).isExact,
    within: (path, find) => {
      const { node, isExact } = walk(root, path);
      const slice = isExact ? find(node.source.text.slice(node.start, node.end)) : undefined;
      return slice && spanBetween(node.source, node.start + slice.start, node.start + slice.end);
    },
  };
}

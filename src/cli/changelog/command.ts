import { describeDate, isCalendarDate } from "../../calendar/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { Change } from "../../review/index.ts";
import { loadDifference } from "../diff/command.ts";
import { type Difference, partyName } from "../diff/difference.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { git } from "../files/git.ts";
import { escapeMarkdown } from "../formats/escape-markdown.ts";
import type { Terminal } from "../terminal.ts";

/** The options of `revpact changelog`. */
export interface ChangelogOptions {
  readonly base: string;
  readonly head: string | undefined;
  readonly contract: string | undefined;
  readonly party: string | undefined;
  readonly asOf: string;
  readonly language: Language;
}

const words = {
  en: {
    title: (version: string, day: string) => `## ${version}, from ${day}`,
    forYou: (party: string) => `### What changes for ${party}`,
    bound: "You owe more",
    relieved: "You owe less",
    loses: "You get less",
    minor: "New, without asking more of you",
    none: "Nothing changes for anybody.",
  },
  fr: {
    title: (version: string, day: string) => `## ${version}, à partir du ${day}`,
    forYou: (party: string) => `### Ce qui change pour ${party}`,
    bound: "Vous devez davantage",
    relieved: "Vous devez moins",
    loses: "Vous recevez moins",
    minor: "Nouveau, sans rien vous demander de plus",
    none: "Rien ne change pour personne.",
  },
} as const;

/** Prints what each version changes for each party, the newest first. */
export function runChangelog(options: ChangelogOptions, terminal: Terminal): Result<ExitCode> {
  const { base, head, contract, asOf, language } = options;
  const stops: readonly (string | undefined)[] = [base, ...tagsBetween(base, head), head];
  const entries: string[] = [];
  for (let index = 1; index < stops.length; index += 1) {
    const loaded = loadDifference({ base: stops[index - 1] ?? base, head: stops[index], contract, asOf, language });
    if (!loaded.ok) return loaded;
    const known = knownParty(loaded.value, options.party);
    if (!known.ok) return known;
    if (loaded.value.comparison.changes.length > 0) entries.unshift(entryOf(loaded.value, options));
  }
  terminal.out(entries.length === 0 ? `${words[language].none}\n` : `${entries.join("\n\n")}\n`);
  return succeed(exitCodes.done);
}

/** Tags on the way from one revision to another, oldest first; none between files, or where git knows neither. */
function tagsBetween(base: string, head: string | undefined): readonly string[] {
  const args = ["tag", "--sort=creatordate", "--no-merged", base, "--merged", head ?? "HEAD"];
  const listed = git(process.cwd(), args)?.toString("utf8") ?? "";
  return listed.split("\n").filter((tag) => tag !== "" && tag !== head);
}

function knownParty({ head }: Difference, party: string | undefined): Result<void> {
  const { parties, roles } = head.contract;
  if (party === undefined || parties.has(party) || roles.has(party)) return succeed(undefined);
  return fail(exitCodes.usage, `there is no party ${party}`, `the contract has ${[...parties.keys()].join(", ")}`);
}

function entryOf(difference: Difference, { party, language }: ChangelogOptions): string {
  const { version, effective, parties } = difference.head.contract;
  const say = words[language];
  const day = isCalendarDate(effective) ? describeDate(effective, language) : effective;
  const sections = (party === undefined ? [...parties.keys()] : [party]).flatMap((id) =>
    sectionOf(difference, id, language),
  );
  const body = sections.length === 0 ? [say.none] : sections;
  return [say.title(version, day), ...body].join("\n\n");
}

/** What is more, what is less, and what is only new; wording is nobody's news. */
function sectionOf(difference: Difference, party: string, language: Language): readonly string[] {
  const say = words[language];
  const { changes } = difference.comparison;
  const isBound = (change: Change) => change.bound.includes(party);
  const isLosing = (change: Change) => change.breaksFor.includes(party) && !isBound(change);
  const groups: readonly (readonly [string, readonly Change[]])[] = [
    [say.bound, changes.filter(isBound)],
    [say.loses, changes.filter(isLosing)],
    [say.relieved, changes.filter(({ relieved }) => relieved.includes(party))],
    [say.minor, changes.filter(({ level, clause }) => level === "minor" && clause !== "effective")],
  ];
  const blocks = groups
    .filter(([, own]) => own.length > 0)
    .map(
      ([label, own]) =>
        `**${label}**\n\n${own.map(({ sentence }) => `- ${escapeMarkdown(sentence[language])}`).join("\n")}`,
    );
  return blocks.length === 0 ? [] : [say.forYou(escapeMarkdown(partyName(difference, party, language))), ...blocks];
}

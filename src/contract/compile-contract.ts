import { type Finding, finding, hasErrors, nearest, sortFindings, startOfFile } from "../diagnostics/index.ts";
import {
  checkShape,
  childOf,
  isPart,
  type MapNode,
  mergeParts,
  type Node,
  parse,
  readSuppressions,
  type Source,
  spanBetween,
  spanOf,
} from "../language/index.ts";
import { createAnalysis } from "./analysis.ts";
import type { Contract } from "./contract.ts";
import { entryOf } from "./resolve/context.ts";
import { resolveContract } from "./resolve/resolve-contract.ts";
import { rules } from "./rules/index.ts";
import { type SuppressedFinding, suppress } from "./suppress.ts";

/** A contract, present only when nothing is an error (see `isLenient`), and everything found on the way. */
export interface Compilation {
  readonly value?: Contract;
  readonly findings: readonly Finding[];
  /** Findings that a comment of the contract answers, with its reason: they count for nothing. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** What compiling depends on besides the texts. */
export interface CompileOptions {
  /** The day of judgement, an ISO date: the only clock of validation. */
  readonly asOf: string;
  /**
   * Hands on a contract that reads well although rules find errors in it: an older version that is only compared with
   * must not become unreadable because revpact learnt to see more.
   */
  readonly isLenient?: boolean;
}

/** The texts of one contract (one file, or a folder of parts) → the contract and its findings, sorted. */
export function compileContract(sources: readonly Source[], options: CompileOptions): Compilation {
  const { value, findings: found } = compileTexts(sources, options);
  const { findings, suppressed } = suppress(found, sources.flatMap(readSuppressions), options.asOf);
  return { findings: sortFindings(findings), suppressed, ...(value === undefined ? {} : { value }) };
}

type Judged = Pick<Compilation, "value" | "findings">;

function compileTexts(sources: readonly Source[], options: CompileOptions): Judged {
  const parsed = sources.map((source) => ({ source, ...parse(source) }));
  const unread = parsed.flatMap((file) => file.findings);
  const roots = parsed.map((file) => file.value).filter((node) => node !== undefined);
  // A text that was cut short, or not read at all, says nothing certain; a repeated key leaves the rest readable.
  if (hasErrors(unread.filter((item) => item.code !== "SYN002"))) return { findings: sortFindings(unread) };
  const merged = mergeFiles(roots, sources);
  const findings = [...unread, ...merged.findings];
  if (merged.value !== undefined) return judge(merged.value, findings, options);
  return { findings: sortFindings(findings) };
}

function mergeFiles(
  roots: readonly Node[],
  sources: readonly Source[],
): { readonly value?: MapNode; readonly findings: readonly Finding[] } {
  const parts = roots.filter((root) => root.kind === "map").filter(isPart);
  const [main, second] = roots.filter((root) => !isPart(root));
  const shape = roots.flatMap((root) => checkShape(root, isPart(root) ? "part" : "contract"));
  if (main === undefined) return { findings: [...shape, noContract(parts[0], sources)] };
  const extra =
    second === undefined
      ? []
      : [finding("SCH102", spanOf(second), { key: "partOf", place: "a second file beside a contract" })];
  if (main.kind !== "map") return { findings: [...shape, ...extra] };
  const { value, findings } = mergeParts(main, parts);
  return {
    value,
    findings: [
      ...shape,
      ...extra,
      ...findings,
      ...missingSections(value),
      ...parts.flatMap((part) => foreignPart(main, part)),
    ],
  };
}

function noContract(part: MapNode | undefined, sources: readonly Source[]): Finding {
  const partOf = part === undefined ? undefined : childOf(part, "partOf");
  if (partOf === undefined) return finding("SCH108", startOfFile(sources[0]?.file ?? ""), { isPart: "no" });
  return finding("SCH108", spanOf(partOf), { isPart: "yes" });
}

/** Sections a contract can't do without; any of its files may hold them, so the schema of one file can't ask for them. */
function missingSections(root: MapNode): readonly Finding[] {
  const missing = ["parties", "roles", "stages", "handoffs"].filter((key) => !root.entries.has(key));
  return missing.map((key) =>
    finding("SCH102", spanBetween(root.source, root.start, root.start), { key, place: "a contract" }),
  );
}

/** A part belongs to the contract it names. */
function foreignPart(main: MapNode, part: MapNode): readonly Finding[] {
  const name = childOf(main, "name");
  const partOf = childOf(part, "partOf");
  if (name?.kind !== "scalar" || partOf?.kind !== "scalar" || name.value === partOf.value) return [];
  const known = [String(name.value)];
  const written = String(partOf.value);
  return [
    finding("REF201", spanOf(partOf), {
      kind: "contract",
      name: written,
      suggestion: nearest(written, known) ?? "",
      known,
    }),
  ];
}

function judge(root: MapNode, found: readonly Finding[], { asOf, isLenient = false }: CompileOptions): Judged {
  const damagedByShape = new Set(found.filter((item) => item.severity === "error").map(damagedEntry));
  const { contract, findings: resolved, used, damaged } = resolveContract(root, damagedByShape);
  const isWhole = damaged.size === 0;
  const facts = { used, damaged, asOf, analysis: createAnalysis(contract, damaged) };
  const judged = rules
    .filter((rule) => rule.judges === "entry" || isWhole)
    .flatMap((rule) => rule.check(contract, facts))
    .filter((item) => item.clause === undefined || !damaged.has(entryOf(item.clause.split("."))));
  const findings = sortFindings(withoutConsequences([...found, ...resolved, ...judged]));
  const isReadable = isLenient ? !hasErrors([...found, ...resolved]) : !hasErrors(findings);
  return isReadable ? { value: contract, findings } : { findings };
}

/**
 * A misspelt key is not a missing one too: SCH102 gives way to the SCH101 of the same group that means its key, or,
 * where one of several keys is missing, to any. A name that can't be one is told where it is defined, not wherever it is
 * used; a name that many refer to and nothing defines is told once.
 */
function withoutConsequences(findings: readonly Finding[]): readonly Finding[] {
  const misspelt = new Set(findings.filter((item) => item.code === "SCH101").map((item) => item.clause ?? ""));
  const meant = new Set(
    findings
      .filter((item) => item.code === "SCH101" && item.args["suggestion"] !== "")
      .map((item) => `${item.clause ?? ""} ${item.args["suggestion"]}`),
  );
  const isConsequence = ({ clause = "", args }: Finding) => {
    const keys = String(args["key"]).split(", ");
    return keys.length > 1 ? misspelt.has(clause) : meant.has(`${clause} ${args["key"]}`);
  };
  const refused = new Set(findings.filter(({ code }) => code === "SCH105").map(({ args }) => args["id"]));
  const own = findings
    .filter((item) => item.code !== "SCH102" || !isConsequence(item))
    .filter(({ code, args }) => code !== "REF201" || !refused.has(args["suggestion"] ?? ""));
  return toldOnce(own);
}

/** More references than this to one missing name have one cause: its definition. */
const mostAlike = 3;

/** Of many references to one missing name the first, with the others beside it. */
function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const alike = new Map<string, Finding[]>();
  for (const item of findings)
    if (item.code === "REF201") alike.set(nameMissedBy(item), [...(alike.get(nameMissedBy(item)) ?? []), item]);
  return findings.flatMap((item) => {
    const group = item.code === "REF201" ? (alike.get(nameMissedBy(item)) ?? []) : [];
    if (group.length <= mostAlike) return [item];
    const [first, ...others] = sortFindings(group);
    if (first === undefined || item !== first) return [];
    return [{ ...item, related: others.map(({ primary }) => ({ span: primary, role: "also-here" as const })) }];
  });
}

function nameMissedBy({ args }: Finding): string {
  return `${args["kind"]} ${args["name"]}`;
}

function damagedEntry(item: Finding): string {
  return item.clause === undefined ? "the contract" : entryOf(item.clause.split("."));
}

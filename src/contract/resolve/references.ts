import type { EntryKind } from "../../diagnostics/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { childOf } from "../../language/index.ts";
import { type Clause, itemsOf, type ResolveContext, report, reportKey } from "./context.ts";
import { readString } from "./values.ts";

const sectionOf: Readonly<Partial<Record<EntryKind, string>>> = {
  party: "parties",
  role: "roles",
  calendar: "calendars",
  signal: "signals",
  field: "fields",
  criteria: "criteria",
  priority: "priorities",
  pipeline: "pipelines",
  stage: "stages",
  reason: "reasons",
  handoff: "handoffs",
};

/** True when the contract has an entry of this kind and name. */
export function hasEntry(context: ResolveContext, kind: EntryKind, name: string): boolean {
  const section = childOf(context.root, sectionOf[kind] ?? "");
  return section?.kind === "map" && section.entries.has(name);
}

/** A name is searched for, and told, among so many others at most: beyond, nobody reads on. */
const mostSuggested = 500;

/** The first ids that a kind of entry has in this contract. */
export function idsOf(context: ResolveContext, kind: EntryKind): readonly string[] {
  const section = childOf(context.root, sectionOf[kind] ?? "");
  if (section?.kind !== "map") return [];
  const ids: string[] = [];
  for (const id of section.entries.keys()) {
    if (ids.length === mostSuggested) break;
    ids.push(id);
  }
  return ids;
}

/** What a reference may name: entries of some kinds, or a reserved word. */
export interface Target {
  readonly kinds: readonly [EntryKind, ...EntryKind[]];
  readonly words?: readonly string[];
  /** True where naming the entry is no use of it (REF203): an environment only says what it is there. */
  readonly isMention?: boolean;
}

/** Checks a name and remembers that it is used; an unknown one is REF201 and still returned, so that the text can be shown. */
export function refer(context: ResolveContext, clause: Clause, name: string, target: Target): string {
  if (target.words?.includes(name)) return name;
  const kind = target.kinds.find((candidate) => hasEntry(context, candidate, name));
  if (kind !== undefined) {
    if (target.isMention !== true) markUsed(context, kind, name);
    return name;
  }
  const known = [...target.kinds.flatMap((candidate) => idsOf(context, candidate)), ...(target.words ?? [])];
  const args = { kind: target.kinds[0], name, suggestion: nearest(name, known) ?? "", known };
  // The name may be the key of the clause: a priority under within, a role under people.
  const isKey = clause.node?.kind !== "scalar" || (clause.path.at(-1) === name && clause.node.value !== name);
  if (isKey) reportKey(context, clause, "REF201", args);
  else report(context, clause, "REF201", args);
  return name;
}

/** Remembers that something names this entry, for REF203. */
export function markUsed(context: ResolveContext, kind: EntryKind, name: string): void {
  const names = context.used.get(kind) ?? new Set();
  names.add(name);
  context.used.set(kind, names);
}

/** One name under a clause, or undefined where there is none. */
export function readReference(context: ResolveContext, clause: Clause, target: Target): string | undefined {
  const name = readString(clause);
  return name === undefined ? undefined : refer(context, clause, name, target);
}

/** One name or a list of names. */
export function readReferences(context: ResolveContext, clause: Clause, target: Target): readonly string[] {
  return itemsOf(clause)
    .map((item) => readReference(context, item, target))
    .filter((name) => name !== undefined);
}

/** A reference to a role. */
export const toRole: Target = { kinds: ["role"] };
/** A reference to a party or a role. */
export const toPartyOrRole: Target = { kinds: ["party", "role"] };
/** A reference to a stage. */
export const toStage: Target = { kinds: ["stage"] };
/** A reference to a reason. */
export const toReason: Target = { kinds: ["reason"] };
/** A reference to a field. */
export const toField: Target = { kinds: ["field"] };

import type { Account, Entry, Expectation, ExpectedAccount } from "./account.ts";

/** One track on which the two sides differ. */
export interface Difference {
  readonly key: string;
  readonly why: string;
}

/** A thing that both sides tell: by how much the portal is later. */
export interface Match {
  readonly key: string;
  readonly expectation: Expectation;
  readonly at: number;
}

/** What two accounts have in common, and where they differ. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly matches: readonly Match[];
}

/** Compares what a portal shows with what it must show. */
export function compareAccounts(expected: ExpectedAccount, actual: Account): Comparison {
  const differences: Difference[] = [];
  const matches: Match[] = [];
  for (const [key, expectations] of expected) {
    const why = align(key, expectations, actual.get(key) ?? [], matches);
    if (why !== undefined) differences.push({ key, why });
  }
  return { differences, matches };
}

/** How far the walk along a track has come on either side. */
interface Place {
  readonly next: number;
  readonly entry: number;
}

/** A walk along a track, what it has learnt of places that lead nowhere, and how far it came. */
interface Walk {
  readonly key: string;
  readonly expectations: readonly Expectation[];
  readonly entries: readonly Entry[];
  readonly dead: Set<string>;
  farthest: Place;
}

/** Walks both in order: what is optional may be missing, everything else is there in its time, and there is nothing more. */
function align(
  key: string,
  expectations: readonly Expectation[],
  entries: readonly Entry[],
  matches: Match[],
): string | undefined {
  const walk: Walk = { key, expectations, entries, dead: new Set(), farthest: { next: 0, entry: 0 } };
  const found = matchFrom(walk, { next: 0, entry: 0 });
  if (found === undefined) return whyNot(expectations[walk.farthest.next], entries[walk.farthest.entry]);
  matches.push(...found);
  return undefined;
}

function matchFrom(walk: Walk, place: Place): readonly Match[] | undefined {
  const { next, entry } = place;
  const id = `${next} ${entry}`;
  if (walk.dead.has(id)) return undefined;
  if (next + entry > walk.farthest.next + walk.farthest.entry) walk.farthest = place;
  if (next === walk.expectations.length && entry === walk.entries.length) return [];
  const found = takeEntry(walk, place) ?? skipExpectation(walk, place);
  if (found === undefined) walk.dead.add(id);
  return found;
}

function takeEntry(walk: Walk, { next, entry }: Place): readonly Match[] | undefined {
  const expectation = walk.expectations[next];
  const shown = walk.entries[entry];
  if (expectation === undefined || shown === undefined || !fits(expectation, shown, entry)) return undefined;
  const rest = matchFrom(walk, { next: next + 1, entry: entry + 1 });
  return rest === undefined ? undefined : [{ key: walk.key, expectation, at: shown.at }, ...rest];
}

function skipExpectation(walk: Walk, { next, entry }: Place): readonly Match[] | undefined {
  return walk.expectations[next]?.isOptional === true ? matchFrom(walk, { next: next + 1, entry }) : undefined;
}

function whyNot(expectation: Expectation | undefined, entry: Entry | undefined): string {
  if (expectation === undefined) return entry === undefined ? "they differ" : `${nameOf(entry)} is not expected`;
  if (entry === undefined) return `${shown(expectation)} is missing`;
  return `${shown(expectation)} is expected, not ${nameOf(entry)}`;
}

function fits({ value, from, to }: Expectation, entry: Entry, index: number): boolean {
  const isSame = value === "+1" ? entry.value === String(index + 1) : entry.value === value;
  return isSame && entry.at >= from && entry.at <= to;
}

const shown = ({ value, clause }: Expectation): string => `${value || "the date"} (${clause})`;
const nameOf = ({ value }: Entry): string => value || "the date";

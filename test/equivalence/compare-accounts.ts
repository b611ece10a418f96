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

/** Walks both in order: what is optional may be missing, everything else is there in its time, and there is nothing more. */
function align(
  key: string,
  expectations: readonly Expectation[],
  entries: readonly Entry[],
  matches: Match[],
): string | undefined {
  let next = 0;
  for (const expectation of expectations) {
    const entry = entries[next];
    if (entry !== undefined && fits(expectation, entry, next)) {
      matches.push({ key, expectation, at: entry.at });
      next += 1;
    } else if (!expectation.isOptional) {
      return entry === undefined
        ? `${shown(expectation)} is missing`
        : `${shown(expectation)} is expected, not ${nameOf(entry)}`;
    }
  }
  const more = entries[next];
  return more === undefined ? undefined : `${nameOf(more)} is not expected`;
}

function fits({ value, from, to }: Expectation, entry: Entry, index: number): boolean {
  const isSame = value === "+1" ? entry.value === String(index + 1) : entry.value === value;
  return isSame && entry.at >= from && entry.at <= to;
}

const shown = ({ value, clause }: Expectation): string => `${value || "the date"} (${clause})`;
const nameOf = ({ value }: Entry): string => value || "the date";

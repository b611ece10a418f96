import type { CandidateClass, Sample } from "./candidate.ts";
import { decimalsOf, onGrid, plainNumber } from "./plain-number.ts";
import type { ValueDomain } from "./value-domain.ts";

/** The value of each cell that a person would choose as an example: 80 rather than 75 or 76. */
export function plainSamples(classes: readonly CandidateClass[], domain: ValueDomain): readonly Sample[] {
  if (domain.kind !== "number") return classes.map(({ members }) => members[0]?.sample ?? { kind: "unknown" });
  const cellOf = new Map(classes.flatMap((one) => numbersOf(one).map((start) => [start, one] as const)));
  const starts = [...cellOf.keys()].sort((a, b) => a - b);
  const decimals = Math.max(domain.decimals, ...starts.map(decimalsOf));
  const ends = stretchEnds(starts, cellOf);
  return classes.map((one) => {
    const [start] = numbersOf(one);
    if (start === undefined) return { kind: "unknown" };
    // Below the first stretch and above the last nothing changes any more.
    const low = start === starts[0] ? (domain.min ?? Number.NEGATIVE_INFINITY) : start;
    const next = ends.get(start);
    const high =
      next === undefined ? (domain.max ?? Number.POSITIVE_INFINITY) : onGrid(next - 10 ** -decimals, decimals);
    return { kind: "value", value: plainNumber(low, high, decimals) };
  });
}

/** Candidates are the first numbers of stretches in which no answer changes, in ascending order. */
function numbersOf({ members }: CandidateClass): readonly number[] {
  return members.flatMap(({ sample }) =>
    sample.kind === "value" && typeof sample.value === "number" ? [sample.value] : [],
  );
}

/** Where the next cell begins after each start; nothing after the last. */
function stretchEnds(
  starts: readonly number[],
  cellOf: ReadonlyMap<number, CandidateClass>,
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let next: number | undefined;
  starts.toReversed().forEach((start, index) => {
    const above = starts[starts.length - index];
    if (above !== undefined && cellOf.get(above) !== cellOf.get(start)) next = above;
    if (next !== undefined) ends.set(start, next);
  });
  return ends;
}

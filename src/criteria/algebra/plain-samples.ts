import type { Sample } from "./candidate.ts";
import { decimalsOf, plainNumber } from "./plain-number.ts";
import type { CandidateClass } from "./space.ts";
import type { ValueDomain } from "./value-domain.ts";

/** The value of each cell that a person would choose as an example: 80 rather than 75 or 76. */
export function plainSamples(classes: readonly CandidateClass[], domain: ValueDomain): readonly Sample[] {
  if (domain.kind !== "number") return classes.map(({ members }) => members[0]?.sample ?? { kind: "unknown" });
  const sorted = classes.flatMap(numbersOf).sort((a, b) => a - b);
  const ends = { lowest: sorted[0], highest: sorted.at(-1) };
  const decimals = Math.max(domain.decimals, ...sorted.map(decimalsOf));
  return classes.map((one) => {
    const numbers = numbersOf(one);
    const [low] = numbers;
    if (low === undefined) return { kind: "unknown" };
    const run = runFrom(low, numbers, sorted);
    // Beyond the outermost candidates nothing changes any more.
    const from = run.low === ends.lowest ? (domain.min ?? Number.NEGATIVE_INFINITY) : run.low;
    const to = run.high === ends.highest ? (domain.max ?? Number.POSITIVE_INFINITY) : run.high;
    return { kind: "value", value: plainNumber(from, to, decimals) };
  });
}

function numbersOf({ members }: CandidateClass): readonly number[] {
  return members.flatMap(({ sample }) =>
    sample.kind === "value" && typeof sample.value === "number" ? [sample.value] : [],
  );
}

/** The members of a cell that follow one another without one of another cell in between. */
function runFrom(
  low: number,
  members: readonly number[],
  sorted: readonly number[],
): { readonly low: number; readonly high: number } {
  const own = new Set(members);
  let high = low;
  for (const value of sorted.slice(sorted.indexOf(low) + 1)) {
    if (!own.has(value)) break;
    high = value;
  }
  return { low, high };
}

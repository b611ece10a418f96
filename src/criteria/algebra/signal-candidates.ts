import { type Duration, printDuration } from "../../calendar/index.ts";
import type { Leaf } from "../normal-form.ts";
import { type Candidate, contextAt, presentMs, type Sample, type Stretch } from "./candidate.ts";
import { elapsedBounds } from "./elapsed-bounds.ts";

/** A condition on one signal. */
export type SignalLeaf = Extract<Leaf, { readonly kind: "signal" }>;

/** More histories of one signal than this are not looked at one by one. */
const mostHistories = 4096;
const dayMs = 86_400_000;

/** A window that leaves count a signal in; without a duration it is all time. */
interface Window {
  readonly duration?: Duration;
  readonly edge: number;
}

/**
 * Histories of a signal among which every combination of answers to its leaves occurs, the quiet one first; undefined
 * where there would be too many. How often it came within a window never falls as the window grows.
 */
export function signalCandidates(signal: string, leaves: readonly SignalLeaf[]): readonly Candidate[] | undefined {
  const thresholds = [...new Set(leaves.map(({ times }) => times))].sort((a, b) => a - b);
  const hasWindows = leaves.some(({ withinLast }) => withinLast?.kind === "business" || withinLast?.kind === "months");
  const stretches: readonly Stretch[] = hasWindows ? ["least", "most"] : ["least"];
  const found: Candidate[] = [];
  for (const stretch of stretches) {
    const windows = windowsOf(leaves, stretch);
    const histories = risingCounts([0, ...thresholds], windows.length);
    if (histories === undefined) return undefined;
    found.push(...histories.map((counts) => historyOf(signal, { counts, windows, stretch })));
  }
  return found;
}

/** The windows from the narrowest to all time; two of the same width count as one. */
function windowsOf(leaves: readonly SignalLeaf[], stretch: Stretch): readonly Window[] {
  const byEdge = new Map<number, Window>();
  for (const { withinLast } of leaves) {
    const edge = withinLast === undefined ? Number.POSITIVE_INFINITY : elapsedBounds(withinLast)[stretch];
    if (!byEdge.has(edge)) byEdge.set(edge, withinLast === undefined ? { edge } : { edge, duration: withinLast });
  }
  return [...byEdge.values()].sort((a, b) => a.edge - b.edge);
}

/** Every way to count: one number per window, none smaller than the one before. */
function risingCounts(numbers: readonly number[], length: number): readonly (readonly number[])[] | undefined {
  let rising: readonly (readonly number[])[] = [[]];
  for (let window = 0; window < length; window += 1) {
    rising = rising.flatMap((counts) =>
      numbers.filter((number) => number >= (counts.at(-1) ?? 0)).map((number) => [...counts, number]),
    );
    if (rising.length > mostHistories) return undefined;
  }
  // The plainest first: seldom, and just now rather than before some other window.
  return rising.toSorted((a, b) => (a.at(-1) ?? 0) - (b.at(-1) ?? 0) || quietWindows(a) - quietWindows(b));
}

function quietWindows(counts: readonly number[]): number {
  return counts.filter((count) => count === 0).length;
}

interface History {
  readonly counts: readonly number[];
  readonly windows: readonly Window[];
  readonly stretch: Stretch;
}

function historyOf(signal: string, { counts, windows, stretch }: History): Candidate {
  const moments = windows.flatMap((window, index) => {
    const before = windows[index - 1]?.edge ?? 0;
    const age = Number.isFinite(window.edge) ? (before + window.edge) / 2 : before + dayMs;
    const more = (counts[index] ?? 0) - (counts[index - 1] ?? 0);
    return Array.from({ length: more }, () => presentMs - age);
  });
  return {
    sample: signalSample(counts, windows),
    valuation: { fields: new Map(), signals: new Map([[signal, moments]]), linked: new Map() },
    context: contextAt(presentMs, stretch),
  };
}

function signalSample(counts: readonly number[], windows: readonly Window[]): Sample {
  const times = counts.at(-1) ?? 0;
  const within = windows.find((_, index) => counts[index] === times)?.duration;
  const beyond = windows.findLast((_, index) => counts[index] === 0)?.duration;
  return {
    kind: "signal",
    times,
    ...(times === 0 || within === undefined ? {} : { within }),
    ...(beyond === undefined || isSame(within, beyond) ? {} : { beyond }),
  };
}

function isSame(a: Duration | undefined, b: Duration): boolean {
  return a !== undefined && printDuration(a) === printDuration(b);
}

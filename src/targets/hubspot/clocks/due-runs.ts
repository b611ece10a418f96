import type { Instant } from "../../../calendar/index.ts";

/** One minute in milliseconds. */
export const minuteMs = 60_000;

/** From one instant (included) to another (excluded). */
export interface InstantRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** The due time of a start; undefined when the calendar never opens long enough. */
export type Due = (start: Instant) => Instant | undefined;

/** A stretch of open time from which the due time is the same number of minutes away, or a little less. */
export interface Run {
  readonly from: Instant;
  /** Excluded. */
  readonly to: Instant;
  /** Minutes from start to due; where the exact delay shrinks along the run, the longest: never early. */
  readonly shift: number;
  /** By how many minutes the due time may come too late. */
  readonly slack: number;
}

/** Minutes from a start to its due time. */
export function shiftAt(due: Due, start: Instant): number | undefined {
  const instant = due(start);
  return instant === undefined ? undefined : Math.round((instant - start) / minuteMs);
}

/** Cuts an open interval into the fewest runs; undefined when a due time can't be computed. */
export function runsIn(due: Due, from: Instant, to: Instant): readonly Run[] | undefined {
  const shifts: number[] = [];
  for (let start = from; start < to; start += minuteMs) {
    const shift = shiftAt(due, start);
    if (shift === undefined) return undefined;
    shifts.push(shift);
  }
  const starts = shifts.flatMap((_, index) => (continuesRun(shifts, index) ? [] : [index]));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? shifts.length;
    const shift = shifts[start] ?? 0;
    const run = { from: from + start * minuteMs, to: from + end * minuteMs, shift };
    return { ...run, slack: shift - (shifts[end - 1] ?? shift) };
  });
}

/**
 * The delay stays the same along a run, or shrinks by a minute each minute (everyone waits for the same opening).
 * A run goes on where the delay moves as it moved before.
 */
function continuesRun(shifts: readonly number[], index: number): boolean {
  const step = (at: number): number => (shifts[at] ?? 0) - (shifts[at - 1] ?? 0);
  const motion = step(index);
  if (index === 0 || (motion !== 0 && motion !== -1)) return false;
  if (index === 1) return true;
  const before = step(index - 1);
  return before === motion || (before !== 0 && before !== -1);
}

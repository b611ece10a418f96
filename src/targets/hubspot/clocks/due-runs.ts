import type { Instant } from "../../../calendar/index.ts";
import { spreadMinutes } from "./spread.ts";

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
export function runsIn(due: Due, { from, to }: InstantRange, gridMinutes: number): readonly Run[] | undefined {
  const shifts = shiftsIn(due, { from, to }, gridMinutes);
  if (shifts === undefined) return undefined;
  const starts: number[] = [];
  for (let index = 0; index < shifts.length; index += 1) if (!continuesRun(shifts, index)) starts.push(index);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? shifts.length;
    const shift = shifts[start] ?? 0;
    const run = { from: from + start * minuteMs, to: from + end * minuteMs, shift };
    return { ...run, slack: shift - (shifts[end - 1] ?? shift) };
  });
}

/**
 * The delay of each minute of an open interval. Delays change their course only on the grid of a calendar (see
 * `gridOf`), so that between its points the first and the last minute tell those between them.
 */
export function shiftsIn(due: Due, { from, to }: InstantRange, gridMinutes: number): readonly number[] | undefined {
  const shifts: number[] = [];
  for (let start = from; start < to; start += gridMinutes * minuteMs) {
    const count = Math.min(gridMinutes, Math.round((to - start) / minuteMs));
    const shiftOf = straightFrom(due, start, count);
    for (let minute = 0; minute < count; minute += 1) {
      const shift = shiftOf(minute);
      if (shift === undefined) return undefined;
      shifts.push(shift);
    }
  }
  return shifts;
}

/** The delay of the minutes after a start; each is asked for where the first and the last are on no straight line. */
function straightFrom(due: Due, start: Instant, count: number): (minute: number) => number | undefined {
  const first = shiftAt(due, start);
  const last = shiftAt(due, start + (count - 1) * minuteMs);
  if (first !== undefined && first === last) return () => first;
  if (first !== undefined && first - count + 1 === last) return (minute) => first - minute;
  return (minute) => shiftAt(due, start + minute * minuteMs);
}

/**
 * The delay stays the same along a run, or shrinks by a minute each minute (everyone waits for the same opening).
 * A run goes on where the delay moves as it moved before.
 */
function continuesRun(shifts: readonly number[], index: number): boolean {
  if (index === 0) return false;
  const motion = motionAt(shifts, index);
  if (motion !== 0 && motion !== -1) return false;
  if (index === 1) return true;
  const before = motionAt(shifts, index - 1);
  return before === motion || (before !== 0 && before !== -1);
}

const motionAt = (shifts: readonly number[], index: number): number => (shifts[index] ?? 0) - (shifts[index - 1] ?? 0);

/**
 * What waited for an opening is spread over some minutes: where the delay of the opening holds no longer than these, a
 * workflow of that delay would still write when its window is over, in the next one.
 */
export function isOutlastedBySpread({ from, to }: Run, index: number, runs: readonly Run[]): boolean {
  return runs[index - 1]?.to !== from && to - from <= spreadMinutes * minuteMs;
}

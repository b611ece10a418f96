import type { Duration } from "../../../calendar/index.ts";
import type { Horizon } from "./horizon.ts";

/** How to wait for an amount of open time in a workflow with opening hours: so many delays, each followed by a held action. */
export interface Ticks {
  readonly delayMinutes: number;
  readonly count: number;
}

const ticksToTry = [60, 45, 30, 20];
const dayMinutes = 1440;

/**
 * Delays that never end early: for hours, delays that divide every opening and fit into every break, and one more (up
 * to one delay and 15 minutes late); for days, one hop of 24 hours per day and one more (up to 1.2 working days late).
 * Undefined where no such delay exists.
 */
export function ticksOf(after: Duration, horizon: Horizon | undefined): Ticks | undefined {
  switch (after.kind) {
    case "calendar":
      return { delayMinutes: minutesOf(after), count: 1 };
    case "business": {
      if (horizon === undefined) return undefined;
      if (after.unit === "days") return { delayMinutes: dayMinutes, count: after.amount + 1 };
      const delayMinutes = ticksToTry.find((tick) => dividesEvery(horizon, tick));
      return delayMinutes === undefined
        ? undefined
        : { delayMinutes, count: Math.ceil(minutesOf(after) / delayMinutes) + 1 };
    }
    default:
      return undefined;
  }
}

/** Minutes of a duration in minutes, hours or days. */
export function minutesOf({ amount, unit }: Extract<Duration, { unit: string }>): number {
  if (unit === "days") return amount * dayMinutes;
  return unit === "hours" ? amount * 60 : amount;
}

function dividesEvery({ plainHours }: Horizon, tick: number): boolean {
  return [...plainHours.values()].every((intervals) =>
    intervals.every(({ from, to }, index) => {
      const next = intervals[index + 1];
      return (to - from) % tick === 0 && (next === undefined || next.from - to >= tick);
    }),
  );
}

import type { Duration } from "./duration.ts";
import { dayMs } from "./time-zone.ts";

const unitMs = { minutes: 60_000, hours: 3_600_000 } as const;
// No change of the clock takes more than this from a day.
const largestChangeMs = 2 * unitMs.hours;
const shortestMonth = 28;

/** A time (ms) that a duration never falls short of, on any calendar and from any start: a bound, not what it takes. */
export function shortestWait(duration: Duration): number {
  switch (duration.kind) {
    case "business":
    case "calendar":
      return duration.unit === "days"
        ? duration.amount * dayMs - largestChangeMs
        : duration.amount * unitMs[duration.unit];
    case "months":
      return duration.amount * shortestMonth * dayMs - largestChangeMs;
    case "end-of-business-day":
      return 0;
    default:
      return duration satisfies never;
  }
}

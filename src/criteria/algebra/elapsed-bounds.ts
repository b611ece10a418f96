import type { Duration } from "../../calendar/index.ts";

const minuteMs = 60_000;
const unitMs = { minutes: minuteMs, hours: 60 * minuteMs, days: 24 * 60 * minuteMs } as const;
/** Offices close for two weeks at most in a year that people plan: what a business duration may add to itself. */
const longestClosureMs = 14 * unitMs.days;

/** The least and the most time (ms) on the wall clock that a duration may take, whatever the calendar. */
export function elapsedBounds(duration: Duration): { readonly least: number; readonly most: number } {
  switch (duration.kind) {
    case "months":
      return { least: duration.amount * 28 * unitMs.days, most: duration.amount * 31 * unitMs.days };
    case "calendar":
      return { least: duration.amount * unitMs[duration.unit], most: duration.amount * unitMs[duration.unit] };
    case "end-of-business-day":
      return { least: minuteMs, most: (duration.next ? 2 : 1) * unitMs.days + longestClosureMs };
    case "business": {
      const least = duration.amount * unitMs[duration.unit];
      // An office is open two hours on its shortest days: an open hour takes at most half a day.
      const stretch = duration.unit === "days" ? 2 : 12;
      return { least, most: least * stretch + longestClosureMs };
    }
    default:
      return duration satisfies never;
  }
}

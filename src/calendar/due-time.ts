import { addMonths } from "./calendar-date.ts";
import type { Duration } from "./duration.ts";
import type { OpenTime } from "./open-time.ts";
import { dayMs, type Instant, type TimeZone, timeOfDay } from "./time-zone.ts";

/** Milliseconds of the units that do not depend on a calendar. */
const unitMs = { minutes: 60_000, hours: 3_600_000 } as const;

/** The clocks that a due time needs: open time, and the wall clock of the same place. */
export interface DueTimeClocks {
  readonly openTime: OpenTime;
  readonly zone: TimeZone;
}

/** When a duration that starts at an instant is due; undefined where business time has no answer (see `OpenTime`). */
export function dueTime({ openTime, zone }: DueTimeClocks, start: Instant, duration: Duration): Instant | undefined {
  switch (duration.kind) {
    case "business":
      return duration.unit === "days"
        ? openTime.addBusinessDays(start, duration.amount)
        : afterOpenTime(openTime, start, duration.amount * unitMs[duration.unit]);
    case "calendar":
      return duration.unit === "days"
        ? zone.instantAt(zone.localAt(start) + duration.amount * dayMs)
        : start + duration.amount * unitMs[duration.unit];
    case "months": {
      const day = Math.floor(zone.localAt(start) / dayMs);
      return zone.instantAt(addMonths(day, duration.amount) * dayMs + timeOfDay(zone, start));
    }
    case "end-of-business-day":
      // The closing itself: moved to the next opening, as hours are, "end of Friday" would read "Monday morning".
      return openTime.closingOfDay(start, duration.next ? 1 : 0);
    default:
      return duration satisfies never;
  }
}

/** Right-continuous: what would end exactly at closing ends at the next opening, since no open time passes in between. */
function afterOpenTime({ nextOpening, addOpenTime }: OpenTime, start: Instant, openMs: number): Instant | undefined {
  const reached = nextOpening(start) === undefined ? undefined : addOpenTime(start, openMs);
  return reached === undefined ? undefined : nextOpening(reached);
}

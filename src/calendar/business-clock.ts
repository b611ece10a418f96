import { type BusinessDates, createBusinessDates } from "./business-dates.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { dueTime } from "./due-time.ts";
import type { Duration } from "./duration.ts";
import { createOpenHoursTable } from "./open-hours-table.ts";
import { createOpenTime, type OpenTime } from "./open-time.ts";
import { createTimeZone, type Instant, type TimeZone } from "./time-zone.ts";
import { createWorkingDays } from "./working-days.ts";

/** Time on one calendar: due times, open time, working days. Instants are epoch milliseconds. */
export interface BusinessClock extends BusinessDates, OpenTime {
  /** The clock on the wall of the same place. */
  readonly zone: TimeZone;
  /** The due time of a duration that starts at an instant; a stop at the due time itself is in time. */
  readonly dueAt: (start: Instant, duration: Duration) => Instant | undefined;
}

/**
 * The clock of a calendar whose zone and dates were checked (`isTimeZone`, `isCalendarDate`); dates that do not exist
 * throw a RangeError. Tables are built at the first question, year by year, and kept.
 */
export function createBusinessClock(definition: CalendarDefinition): BusinessClock {
  const zone = createTimeZone(definition.timezone);
  const workingDays = createWorkingDays(definition, zone);
  const openTime = createOpenTime(createOpenHoursTable(workingDays, zone), zone);
  return {
    zone,
    ...createBusinessDates(workingDays),
    ...openTime,
    dueAt: (start, duration) => dueTime({ openTime, zone }, start, duration),
  };
}

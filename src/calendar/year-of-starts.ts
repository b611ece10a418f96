import type { BusinessClock } from "./business-clock.ts";
import { addMonths, dayNumberOf, dayNumberOfDate } from "./calendar-date.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { dayMs } from "./time-zone.ts";
import type { Starts } from "./turning-points.ts";

/**
 * The starts of twelve months from a date that exists (else a RangeError) on the clock of a calendar, less those after
 * the last year for which it lists holidays: what is not known yet would look like work. Where that year is over before
 * the date, or no holiday is listed at all, the whole twelve months.
 */
export function yearOfStarts(clock: BusinessClock, { holidays }: CalendarDefinition, date: string): Starts {
  const first = dayNumberOfDate(date);
  const last = addMonths(first, 12);
  const lastKnownYear = Math.max(...holidays.map((holiday) => Number(holiday.slice(0, 4))));
  const unknown = dayNumberOf({ year: lastKnownYear + 1, month: 1, day: 1 });
  const end = holidays.length > 0 && unknown > first ? Math.min(last, unknown) : last;
  return { clock, from: clock.zone.instantAt(first * dayMs), to: clock.zone.instantAt(end * dayMs) };
}

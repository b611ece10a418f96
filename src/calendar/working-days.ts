import { type DayNumber, dayNumberOfDate, weekdayOf } from "./calendar-date.ts";
import type { CalendarDefinition, CalendarException, Interval } from "./calendar-definition.ts";
import { dayMs, type Instant, type TimeZone } from "./time-zone.ts";

/** An open interval as instants, half-open. */
export interface OpenInterval {
  readonly from: Instant;
  readonly to: Instant;
}

/** When a calendar is open, day by day. */
export interface WorkingDays {
  /** Open intervals of a local date in order, merged where they touch; none where the office is closed. */
  readonly intervalsOf: (day: DayNumber) => readonly OpenInterval[];
  /** Whether the office opens at all on a date. */
  readonly isWorkingDay: (day: DayNumber) => boolean;
}

const minuteMs = 60_000;

/** The days of a calendar whose dates were checked before (else a RangeError) and whose exceptions all end after they start. */
export function createWorkingDays(definition: CalendarDefinition, zone: TimeZone): WorkingDays {
  const hoursOf = createHoursOfDay(definition);
  const intervalsOf = (day: DayNumber) => {
    const at = (minutes: number) => zone.instantAt(day * dayMs + minutes * minuteMs);
    // Hours that a clock change skips whole leave nothing: a day with only such hours is no working day.
    return hoursOf(day)
      .map(({ from, to }) => ({ from: at(from), to: at(to) }))
      .filter(({ from, to }) => from < to);
  };
  return { intervalsOf, isWorkingDay: (day) => intervalsOf(day).length > 0 };
}

/**
 * Hours of a date. A holiday or a weekday without hours stays closed under an exception for working days; an exception
 * for all days opens it, a holiday too, because someone wrote down that date on purpose.
 */
function createHoursOfDay(definition: CalendarDefinition): (day: DayNumber) => readonly Interval[] {
  const holidays = new Set(definition.holidays.map(dayNumberOfDate));
  const lastWrittenFirst = definition.exceptions.map(readException).reverse();
  const weekly = new Map(Object.entries(definition.hours).map(([weekday, hours]) => [weekday, mergeIntervals(hours)]));
  return (day) => {
    const usual = holidays.has(day) ? [] : (weekly.get(weekdayOf(day)) ?? []);
    const exception = lastWrittenFirst.find(
      ({ from, to, days }) => from <= day && day <= to && (days === "all" || usual.length > 0),
    );
    return exception?.hours ?? usual;
  };
}

function readException({ from, to, hours, days }: CalendarException) {
  return { from: dayNumberOfDate(from), to: dayNumberOfDate(to), hours: mergeIntervals(hours), days };
}

/** Intervals in order, with those that overlap or touch made one, so that noon is no closing between two of them. */
function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last !== undefined && interval.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) };
    } else {
      merged.push(interval);
    }
  }
  return merged;
}

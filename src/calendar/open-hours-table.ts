import { civilDateOf, type DayNumber, dayNumberOf } from "./calendar-date.ts";
import { dayMs, type Instant, type TimeZone } from "./time-zone.ts";
import type { WorkingDays } from "./working-days.ts";

/**
 * The open intervals of some years in a row as parallel arrays, one entry per interval in order of time: arrays of
 * numbers keep the scan of every minute of a year fast. `openBefore` is the open time (ms) of all entries before;
 * `day` points into `workingDays`, whose `firstOf` and `lastOf` point back.
 */
export interface OpenHours {
  readonly from: Instant[];
  readonly to: Instant[];
  readonly openBefore: number[];
  readonly day: number[];
  readonly workingDays: DayNumber[];
  readonly lastOf: number[];
  /** First and last local year covered. */
  readonly years: { first: number; last: number };
}

/** Open hours that grow with the questions asked. */
export interface OpenHoursTable {
  /** The hours from the beginning of the local year of an instant, or earlier, to its end, or later. */
  readonly around: (instant: Instant) => OpenHours;
  /** Adds the following year to what `around` gave; false when that would begin after `limit`. */
  readonly extend: (hours: OpenHours, limit: Instant) => boolean;
}

// Going back one year rebuilds everything, so it takes some years at once.
const yearsBack = 5;
// A question far from the years known starts anew rather than fill the centuries between.
const farYears = 150;

/** The table of a calendar; nothing is computed before the first question. */
export function createOpenHoursTable(workingDays: WorkingDays, zone: TimeZone): OpenHoursTable {
  let hours: OpenHours | undefined;
  // Most questions fall into years known already: comparing two instants is ten times faster than asking the date.
  let known = { from: 0, to: 0 };
  const remember = (found: OpenHours) => {
    const { first, last } = found.years;
    known = { from: startOfYear(zone, first), to: startOfYear(zone, last + 1) };
    return found;
  };
  const startAt = (first: number, last: number) => {
    hours = emptyHours(first);
    for (let year = first; year <= last; year += 1) {
      appendYear(hours, year, workingDays);
    }
    return hours;
  };
  return {
    around: (instant) => {
      if (hours !== undefined && instant >= known.from && instant < known.to) {
        return hours;
      }
      const { year } = civilDateOf(Math.floor(zone.localAt(instant) / dayMs));
      if (hours === undefined || year < hours.years.first - farYears || year > hours.years.last + farYears) {
        return remember(startAt(year, year));
      }
      if (year < hours.years.first) {
        return remember(startAt(year - yearsBack, hours.years.last));
      }
      for (let next = hours.years.last + 1; next <= year; next += 1) {
        appendYear(hours, next, workingDays);
      }
      return remember(hours);
    },
    extend: (grown, limit) => {
      const next = grown.years.last + 1;
      if (startOfYear(zone, next) > limit) {
        return false;
      }
      appendYear(grown, next, workingDays);
      return true;
    },
  };
}

function startOfYear(zone: TimeZone, year: number): Instant {
  return zone.instantAt(dayNumberOf({ year, month: 1, day: 1 }) * dayMs);
}

function emptyHours(firstYear: number): OpenHours {
  return {
    from: [],
    to: [],
    openBefore: [],
    day: [],
    workingDays: [],
    lastOf: [],
    years: { first: firstYear, last: firstYear - 1 },
  };
}

function appendYear(hours: OpenHours, year: number, workingDays: WorkingDays): void {
  const end = dayNumberOf({ year: year + 1, month: 1, day: 1 });
  for (let day = dayNumberOf({ year, month: 1, day: 1 }); day < end; day += 1) {
    appendDay(hours, day, workingDays);
  }
  hours.years.last = year;
}

function appendDay(hours: OpenHours, day: DayNumber, workingDays: WorkingDays): void {
  const intervals = workingDays.intervalsOf(day);
  for (const { from, to } of intervals) {
    hours.openBefore.push(totalOpen(hours));
    hours.from.push(from);
    hours.to.push(to);
    hours.day.push(hours.workingDays.length);
  }
  if (intervals.length > 0) {
    hours.workingDays.push(day);
    hours.lastOf.push(hours.to.length - 1);
  }
}

/** Open time (ms) of all intervals in the table. */
export function totalOpen({ from, to, openBefore }: OpenHours): number {
  const last = to.length - 1;
  return last < 0 ? 0 : (openBefore[last] ?? 0) + (to[last] ?? 0) - (from[last] ?? 0);
}

/** Position of the first number greater than a limit in ascending numbers; their length where there is none. */
export function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > limit) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** Open time (ms) from the beginning of the table until an instant it covers. */
export function openUntil(hours: OpenHours, instant: Instant): number {
  const entry = firstAbove(hours.to, instant);
  if (entry === hours.to.length) {
    return totalOpen(hours);
  }
  return (hours.openBefore[entry] ?? 0) + Math.max(0, instant - (hours.from[entry] ?? 0));
}

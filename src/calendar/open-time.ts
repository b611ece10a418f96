import { firstAbove, type OpenHours, type OpenHoursTable, openUntil } from "./open-hours-table.ts";
import { dayMs, type Instant, type TimeZone, timeOfDay } from "./time-zone.ts";
import type { OpenInterval } from "./working-days.ts";

const minuteMs = 60_000;
// An opening further away than this is none: five years, leap days included.
const longestClosureMs = 5 * 366 * dayMs;
// No amount of open time is sought further than a century away.
const furthestMs = 100 * 366 * dayMs;

/**
 * Questions about open time. Undefined means that the calendar does not open within five years, or that the amount
 * asked for takes more than a century.
 */
export interface OpenTime {
  /** The instant itself when open, else the next opening. Closing time is closed. */
  readonly nextOpening: (instant: Instant) => Instant | undefined;
  /** The first instant after this one at which the office closes; midnight between two open hours is no closing. */
  readonly nextClosing: (instant: Instant) => Instant | undefined;
  readonly isOpen: (instant: Instant) => boolean;
  /** Every open interval that has a part between two instants, whole and in order; one never passes local midnight. */
  readonly openIntervals: (from: Instant, to: Instant) => readonly OpenInterval[];
  /** Open time between two instants in ms; 0 when they are reversed. */
  readonly openTimeBetween: (from: Instant, to: Instant) => number;
  /** The least instant until which that much open time (ms) passes: at the end of an interval, its closing (left-continuous). */
  readonly addOpenTime: (start: Instant, openMs: number) => Instant | undefined;
  /** The same clock time on the n-th working day (n ≥ 1) after the start, after the next opening if closed at the start, moved to the next opening if closed then. */
  readonly addBusinessDays: (start: Instant, days: number) => Instant | undefined;
  /** The least instant at which a share (0 to 1) of the open time from start to due has passed, rounded up to whole minutes, never past due. */
  readonly atShare: (start: Instant, due: Instant, share: number) => Instant;
  /**
   * The last closing of the business day of the start (`daysLater` 0) or of a later one. That day is the one of the
   * next opening, so a start in the lunch break is still today's and one at the last closing is already tomorrow's.
   */
  readonly closingOfDay: (start: Instant, daysLater: number) => Instant | undefined;
}

/** Answers questions about open time from a table, which grows as they need. */
export function createOpenTime(table: OpenHoursTable, zone: TimeZone): OpenTime {
  const nextOpening = (instant: Instant) => {
    const found = findEntry(table, instant);
    return found === undefined ? undefined : Math.max(instant, found.hours.from[found.entry] ?? instant);
  };
  const openTimeBetween = (from: Instant, to: Instant) => openTime(table, from, to);
  const addOpenTime = (start: Instant, openMs: number) => afterOpenTime(table, start, openMs);
  return {
    nextOpening,
    openTimeBetween,
    addOpenTime,
    isOpen: (instant) => nextOpening(instant) === instant,
    openIntervals: (from, to) => openIntervals(table, from, to),
    nextClosing: (instant) => nextClosing(table, instant),
    closingOfDay: (start, daysLater) => {
      const target = workingDayAfter(table, start, daysLater);
      return target?.hours.to[target.hours.lastOf[target.day] ?? 0];
    },
    addBusinessDays: (start, days) => {
      const target = workingDayAfter(table, start, days);
      const opening = nextOpening(start);
      if (target === undefined || opening === undefined) {
        return undefined;
      }
      const { hours, day } = target;
      return nextOpening(zone.instantAt((hours.workingDays[day] ?? 0) * dayMs + timeOfDay(zone, opening)));
    },
    atShare: (start, due, share) => {
      const total = openTimeBetween(start, due);
      // Cut to a millionth of a minute first: 0.55 × 100 is 55.00000000000001 in binary and means 55.
      const minutes = Math.ceil(Number(((share * total) / minuteMs).toFixed(6)));
      return addOpenTime(start, Math.min(minutes * minuteMs, total)) ?? due;
    },
  };
}

/** The entry that is open at an instant or opens next. */
function findEntry(table: OpenHoursTable, instant: Instant): { hours: OpenHours; entry: number } | undefined {
  const hours = table.around(instant);
  const limit = instant + longestClosureMs;
  let entry = firstAbove(hours.to, instant);
  while (entry === hours.to.length && table.extend(hours, limit)) {
    entry = firstAbove(hours.to, instant);
  }
  // The limit is tested on the entry as well: other questions may have filled the table far beyond it.
  return entry < hours.to.length && (hours.from[entry] ?? limit) <= limit ? { hours, entry } : undefined;
}

/** The working day that lies n working days after the one of the next opening, as a position in `workingDays`. */
function workingDayAfter(table: OpenHoursTable, start: Instant, days: number) {
  const found = findEntry(table, start);
  if (found === undefined) {
    return undefined;
  }
  const { hours, entry } = found;
  const day = (hours.day[entry] ?? 0) + days;
  const limit = start + furthestMs;
  let canGrow = true;
  while (canGrow && day >= hours.workingDays.length) {
    canGrow = table.extend(hours, limit);
  }
  const opening = hours.from[hours.lastOf[day] ?? hours.from.length] ?? Number.POSITIVE_INFINITY;
  return opening <= limit ? { hours, day } : undefined;
}

function nextClosing(table: OpenHoursTable, instant: Instant): Instant | undefined {
  const found = findEntry(table, instant);
  if (found === undefined) {
    return undefined;
  }
  const { hours } = found;
  const limit = instant + longestClosureMs;
  for (let entry = found.entry; ; entry += 1) {
    if (entry + 1 === hours.to.length && !table.extend(hours, limit)) {
      return lastClosing(hours.to[entry], limit);
    }
    const closing = hours.to[entry];
    if (closing !== hours.from[entry + 1] || closing === undefined) {
      return lastClosing(closing, limit);
    }
  }
}

function lastClosing(closing: Instant | undefined, limit: Instant): Instant | undefined {
  return closing !== undefined && closing <= limit ? closing : undefined;
}

function openTime(table: OpenHoursTable, from: Instant, to: Instant): number {
  if (to <= from) {
    return 0;
  }
  const hours = hoursBetween(table, from, to);
  return openUntil(hours, to) - openUntil(hours, from);
}

function hoursBetween(table: OpenHoursTable, from: Instant, to: Instant): OpenHours {
  const hours = table.around(from);
  while (table.extend(hours, to)) {
    // Every year that begins before the end is needed.
  }
  return hours;
}

function openIntervals(table: OpenHoursTable, from: Instant, to: Instant): readonly OpenInterval[] {
  const hours = hoursBetween(table, from, to);
  const first = firstAbove(hours.to, from);
  const openings = hours.from.slice(first, firstAbove(hours.from, to - 1));
  return openings.map((opening, entry) => ({ from: opening, to: hours.to[first + entry] ?? opening }));
}

function afterOpenTime(table: OpenHoursTable, start: Instant, openMs: number): Instant | undefined {
  if (openMs <= 0) {
    return start;
  }
  const hours = table.around(start);
  const limit = start + furthestMs;
  const target = openUntil(hours, start) + openMs;
  let reached = instantOfOpenTime(hours, target);
  while (reached === undefined && table.extend(hours, limit)) {
    reached = instantOfOpenTime(hours, target);
  }
  return reached !== undefined && reached <= limit ? reached : undefined;
}

/** The least instant at which an open time (ms, more than 0) since the beginning of the table is reached. */
function instantOfOpenTime({ from, to, openBefore }: OpenHours, target: number): Instant | undefined {
  const above = firstAbove(openBefore, target) - 1;
  // A target that ends an interval belongs to that one, not to the one that opens next.
  const entry = openBefore[above] === target ? above - 1 : above;
  const opening = from[entry];
  const instant = opening === undefined ? undefined : opening + target - (openBefore[entry] ?? 0);
  return instant !== undefined && instant <= (to[entry] ?? instant) ? instant : undefined;
}

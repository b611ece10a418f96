import type { BusinessClock } from "./business-clock.ts";
import { addMonths, type DayNumber } from "./calendar-date.ts";
import type { Duration } from "./duration.ts";
import { dayMs, type Instant, type LocalMs, type TimeZone } from "./time-zone.ts";
import type { OpenInterval } from "./working-days.ts";

/** A span of starts, half-open, on one calendar. */
export interface Starts {
  readonly clock: BusinessClock;
  readonly from: Instant;
  readonly to: Instant;
}

const minuteMs = 60_000;
const unitMs = { minutes: minuteMs, hours: 3_600_000 } as const;

/**
 * Openings, closings and the other starts at which the due time of a duration, as a function of the start, may jump or
 * bend; sorted, without repetitions.
 * Between two of them it stands still or moves with the start, and at each it is continuous from the right. So the wait
 * (due − start) never rises in between, and its maximum over all starts is its maximum over these.
 */
export function turningPoints(starts: Starts, duration: Duration): readonly Instant[] {
  const { from, to } = starts;
  const points = [from, ...edgesOf(starts), ...pointsOf(starts, duration)].filter(
    (point) => point >= from && point < to,
  );
  return [...new Set(points)].sort((one, other) => one - other);
}

function pointsOf(starts: Starts, duration: Duration): readonly Instant[] {
  switch (duration.kind) {
    case "business":
      return duration.unit === "days"
        ? businessDayPoints(starts, duration.amount)
        : openTimePoints(starts, duration.amount * unitMs[duration.unit]);
    case "end-of-business-day":
      // The same closing for every start of a day: nothing turns but at openings and closings.
      return [];
    case "calendar":
      return duration.unit === "days" ? wallClockPoints(starts, (day) => day + duration.amount) : [];
    case "months":
      return wallClockPoints(starts, (day) => addMonths(day, duration.amount));
    default:
      return duration satisfies never;
  }
}

/** Openings and closings: while closed every start has the same due time, so that the earliest waits longest. */
function edgesOf({ clock, from, to }: Starts): readonly Instant[] {
  return clock.openIntervals(from, to).flatMap((interval) => [interval.from, interval.to]);
}

/** The starts from which an amount of open time ends exactly at a closing: there the due time moves to the next opening. */
function openTimePoints({ clock, from, to }: Starts, openMs: number): readonly Instant[] {
  const end = clock.addOpenTime(to, openMs) ?? to;
  const intervals = clock.openIntervals(from, end);
  const points: Instant[] = [];
  let openBefore = 0;
  let source = 0;
  let beforeSource = 0;
  for (const closing of intervals) {
    openBefore += closing.to - closing.from;
    const target = openBefore - openMs;
    if (target < 0) continue;
    let interval = intervals[source];
    while (interval !== undefined && beforeSource + interval.to - interval.from <= target) {
      beforeSource += interval.to - interval.from;
      source += 1;
      interval = intervals[source];
    }
    if (interval !== undefined) points.push(interval.from + target - beforeSource);
  }
  return points;
}

/** The starts whose clock time, on the n-th working day, is a closing; and what changes of the clock add. */
function businessDayPoints({ clock, from, to }: Starts, days: number): readonly Instant[] {
  const { zone } = clock;
  const workingDays = groupByDay(clock.openIntervals(from, clock.addBusinessDays(to, days + 1) ?? to), zone);
  const points: Instant[] = [];
  for (const [position, { intervals }] of workingDays.entries()) {
    const target = workingDays[position + days];
    if (target === undefined || (intervals[0]?.from ?? to) >= to) break;
    const times = target.intervals.flatMap((interval) => timesWithin(zone, target.day, interval));
    for (const interval of intervals) addInstants(points, zone, { interval, times });
  }
  return points;
}

interface WorkingDay {
  readonly day: DayNumber;
  readonly intervals: OpenInterval[];
}

function groupByDay(intervals: readonly OpenInterval[], zone: TimeZone): readonly WorkingDay[] {
  const days: WorkingDay[] = [];
  for (const interval of intervals) {
    const day = dayOf(zone, interval.from);
    const last = days.at(-1);
    if (last?.day === day) last.intervals.push(interval);
    else days.push({ day, intervals: [interval] });
  }
  return days;
}

/** Midnights of the wall clock, and what changes of the clock on the day of the start or of the due time add. */
function wallClockPoints({ clock, from, to }: Starts, targetOf: (day: DayNumber) => DayNumber): readonly Instant[] {
  const { zone } = clock;
  const points: Instant[] = [];
  for (let day = dayOf(zone, from); day <= dayOf(zone, to); day += 1) {
    const interval = wholeDay(zone, day);
    const target = targetOf(day);
    points.push(interval.from);
    addInstants(points, zone, { interval, times: timesWithin(zone, target, wholeDay(zone, target)) });
  }
  return points;
}

function wholeDay(zone: TimeZone, day: DayNumber): OpenInterval {
  return { from: zone.instantAt(day * dayMs), to: zone.instantAt((day + 1) * dayMs) };
}

/** Clock times (ms after midnight) of the end of an interval and of both sides of a change of the clock within it. */
function timesWithin(zone: TimeZone, day: DayNumber, interval: OpenInterval): readonly LocalMs[] {
  const [before, after] = [offsetAt(zone, interval.from), offsetAt(zone, interval.to)];
  const end = interval.to - day * dayMs;
  if (before === after) return [end + before];
  const change = changeWithin(zone, interval) - day * dayMs;
  return [end + before, end + after, change + before, change + after];
}

/** Adds the instants of an interval at which the clock shows one of these times of its day, and its change of the clock. */
function addInstants(
  points: Instant[],
  zone: TimeZone,
  { interval, times }: { readonly interval: OpenInterval; readonly times: readonly LocalMs[] },
): void {
  const [before, after] = [offsetAt(zone, interval.from), offsetAt(zone, interval.to)];
  const midnight = Math.floor((interval.from + before) / dayMs) * dayMs;
  const add = (instant: Instant) => {
    if (instant > interval.from && instant < interval.to) points.push(instant);
  };
  for (const time of times) add(midnight + time - before);
  if (before === after) return;
  for (const time of times) add(midnight + time - after);
  add(changeWithin(zone, interval));
}

/** The instant at which the clock is changed within an interval whose ends have different offsets. */
function changeWithin(zone: TimeZone, { from, to }: OpenInterval): Instant {
  const offset = offsetAt(zone, from);
  let same = from;
  let changed = to;
  while (changed - same > 1) {
    const middle = same + Math.floor((changed - same) / 2);
    if (offsetAt(zone, middle) === offset) same = middle;
    else changed = middle;
  }
  return changed;
}

function offsetAt(zone: TimeZone, instant: Instant): number {
  return zone.localAt(instant) - instant;
}

function dayOf(zone: TimeZone, instant: Instant): DayNumber {
  return Math.floor(zone.localAt(instant) / dayMs);
}

import {
  type BusinessClock,
  type CalendarDefinition,
  createBusinessClock,
  createTimeZone,
  type Duration,
  type Instant,
  type Interval,
  type TimeZone,
  type Weekday,
  weekdays,
} from "../../../calendar/index.ts";
import { onDate, type TimePoint } from "../filters.ts";
import { minuteMs } from "./due-runs.ts";

const dayMs = 86_400_000;

/** One date of the horizon, as the calendar really opens on it. */
export interface Day {
  /** `2027-03-26`. */
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly weekday: Weekday;
  readonly open: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Whether hours and clock are those of the plain week. */
  readonly isPlain: boolean;
  /** Days of one pattern have the same weekday, length and hours. */
  readonly pattern: string;
}

/** A calendar over a horizon: its dates, its clock, and the plain week without holidays, exceptions or clock changes. */
export interface Horizon {
  readonly timezone: string;
  readonly zone: TimeZone;
  readonly clock: BusinessClock;
  readonly days: readonly Day[];
  readonly plainClock: BusinessClock;
  readonly plainHours: ReadonlyMap<Weekday, readonly Interval[]>;
}

/** Monday 1 January 2001, 00:00 UTC: where the plain week is laid out. */
export const plainMonday = Date.UTC(2001, 0, 1);

/** Walks a calendar from the contract's effective date to the end of the year after; the latest ones are remembered. */
export function createHorizon(definition: CalendarDefinition, effective: string): Horizon {
  const key = `${effective} ${JSON.stringify(definition)}`;
  const horizon = horizons.get(key) ?? walk(definition, effective);
  // The one asked for last is the last to be forgotten.
  horizons.delete(key);
  horizons.set(key, horizon);
  for (const oldest of [...horizons.keys()].slice(0, -mostHorizons)) horizons.delete(oldest);
  return horizon;
}

// What clocks need is worked out per horizon and costs most of a compilation; one command compiles a contract several times.
const horizons = new Map<string, Horizon>();
const mostHorizons = 8;

function walk(definition: CalendarDefinition, effective: string): Horizon {
  const zone = createTimeZone(definition.timezone);
  const clock = createBusinessClock(definition);
  const plainHours = new Map(weekdays.map((weekday) => [weekday, sorted(definition.hours[weekday] ?? [])]));
  const first = Math.floor(Date.parse(effective) / dayMs);
  const last = Math.floor(Date.UTC(Number(effective.slice(0, 4)) + 1, 11, 31) / dayMs);
  const days = Array.from({ length: last - first + 1 }, (_, index) =>
    createDay(first + index, { zone, clock, plainHours }),
  );
  const plainClock = createBusinessClock({ ...definition, timezone: "UTC", holidays: [], exceptions: [] });
  return { timezone: definition.timezone, zone, clock, days, plainClock, plainHours };
}

const sorted = (intervals: readonly Interval[]): readonly Interval[] => [...intervals].sort((a, b) => a.from - b.from);

function createDay(dayNumber: number, calendar: Pick<Horizon, "zone" | "clock" | "plainHours">): Day {
  const from = calendar.zone.instantAt(dayNumber * dayMs);
  const to = calendar.zone.instantAt((dayNumber + 1) * dayMs);
  const weekday = weekdays[(dayNumber + 3) % 7] ?? "mon";
  const open = openIntervals(calendar.clock, from, to);
  const plain = calendar.plainHours.get(weekday) ?? [];
  const isPlain =
    to - from === dayMs &&
    open.length === plain.length &&
    open.every((interval, index) => {
      const expected = plain[index];
      return (
        expected !== undefined &&
        minutes(interval.from - from) === expected.from &&
        minutes(interval.to - from) === expected.to
      );
    });
  const date = new Date(dayNumber * dayMs).toISOString().slice(0, 10);
  return {
    date,
    from,
    to,
    weekday,
    open,
    isPlain,
    pattern: isPlain ? weekday : patternOf({ from, to, weekday, open }),
  };
}

const patternOf = ({ from, to, weekday, open }: Pick<Day, "from" | "to" | "weekday" | "open">): string =>
  [weekday, to - from, ...open.flatMap((one) => [one.from - from, one.to - from])].join("/");

const minutes = (ms: number): number => ms / minuteMs;

function openIntervals(clock: BusinessClock, from: Instant, to: Instant): Day["open"] {
  const open: { from: Instant; to: Instant }[] = [];
  let opening = clock.nextOpening(from);
  while (opening !== undefined && opening < to) {
    const closing = Math.min(clock.nextClosing(opening) ?? to, to);
    open.push({ from: opening, to: closing });
    opening = closing < to ? clock.nextOpening(closing) : undefined;
  }
  return open;
}

/** The due times of a duration. */
export const dueIn =
  ({ clock }: Horizon, within: Duration): ((start: Instant) => Instant | undefined) =>
  (start) =>
    clock.dueAt(start, within);

/** A moment as filters name it: a local date and time of the calendar's zone. */
export function localPoint({ zone, timezone }: Horizon, instant: Instant): TimePoint {
  const local = zone.localAt(instant);
  return onDate(new Date(local).toISOString().slice(0, 10), timezone, Math.floor((local % dayMs) / minuteMs));
}

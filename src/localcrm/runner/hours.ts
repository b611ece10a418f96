import { asArray, asObject, asString, type JsonObject } from "../json.ts";
import type { Zone } from "../time/zone.ts";
import type { Behaviour } from "./behaviour.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A workflow without an open day in so many has none at all. */
const searchedDays = 800;

const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
const months = [
  ...["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE"],
  ...["JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"],
];

/** Milliseconds since midnight, half-open. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** When a workflow carries out actions. */
export interface Hours {
  /** The windows of a local day, counted from 1970-01-01, as the week has them. */
  readonly weekly: (day: number) => readonly Window[];
  readonly isBlocked: (day: number) => boolean;
}

function timeOf(value: JsonObject, name: string): number {
  const { hour, minute } = asObject(value[name]) ?? {};
  return (Number(hour ?? 0) * 60 + Number(minute ?? 0)) * minuteMs;
}

function windowsOn(weekday: string, windows: readonly JsonObject[]): readonly Window[] {
  return windows
    .filter((window) => window["day"] === weekday)
    .map((window) => ({ from: timeOf(window, "startTime"), to: timeOf(window, "endTime") || dayMs }))
    .sort((a, b) => a.from - b.from);
}

function datesOf(definition: JsonObject): ReadonlySet<string> {
  const dates = asArray(definition["blockedDates"]).map((date) => asObject(date) ?? {});
  return new Set(
    dates.map(({ year, month, dayOfMonth }) => `${year ?? ""}/${months.indexOf(asString(month) ?? "")}/${dayOfMonth}`),
  );
}

/** The hours of a workflow's definition; undefined where it is always open. */
export function compileHours(definition: JsonObject): Hours | undefined {
  const windows = asArray(definition["timeWindows"]).map((window) => asObject(window) ?? {});
  const blocked = datesOf(definition);
  if (windows.length === 0 && blocked.size === 0) return undefined;
  const week = weekdays.map((weekday) =>
    windows.length === 0 ? [{ from: 0, to: dayMs }] : windowsOn(weekday, windows),
  );
  return {
    weekly: (day) => week[(((day + 4) % 7) + 7) % 7] ?? [],
    isBlocked: (day) => {
      if (blocked.size === 0) return false;
      const date = new Date(day * dayMs);
      const dayOfYear = `${date.getUTCMonth()}/${date.getUTCDate()}`;
      return blocked.has(`${date.getUTCFullYear()}/${dayOfYear}`) || blocked.has(`/${dayOfYear}`);
    },
  };
}

const contains = (windows: readonly Window[], time: number) =>
  windows.some(({ from, to }) => time >= from && time < to);

/** The first open day after a day; undefined where there is none. */
function nextOpenDay({ weekly, isBlocked }: Hours, after: number): number | undefined {
  for (let day = after + 1; day <= after + searchedDays; day += 1) {
    if (weekly(day).length > 0 && !isBlocked(day)) return day;
  }
  return undefined;
}

function openingAfter(hours: Hours, day: number): number | undefined {
  const next = nextOpenDay(hours, day);
  const first = next === undefined ? undefined : hours.weekly(next)[0];
  return next === undefined || first === undefined ? undefined : next * dayMs + first.from;
}

/** The local time at which an action reached on a blocked date is carried out. */
function afterBlockedDate(hours: Hours, behaviour: Behaviour, day: number, time: number): number | undefined {
  const next = nextOpenDay(hours, day);
  const isSameTime = behaviour.blockedDate === "same-time" && contains(hours.weekly(day), time);
  if (next === undefined || !isSameTime) return openingAfter(hours, day);
  return openLocally(hours, behaviour, next * dayMs + time);
}

/** The local time at which an action reached at a local time is carried out: that time itself when the hours are open. */
function openLocally(hours: Hours, behaviour: Behaviour, local: number): number | undefined {
  const day = Math.floor(local / dayMs);
  const time = local - day * dayMs;
  if (hours.isBlocked(day)) return afterBlockedDate(hours, behaviour, day, time);
  const windows = hours.weekly(day);
  if (contains(windows, time)) return local;
  const later = windows.find(({ from }) => from > time);
  const isFirst = later !== undefined && later === windows[0];
  if (later !== undefined && (isFirst || behaviour.lunchGap === "next-window")) return day * dayMs + later.from;
  return openingAfter(hours, day);
}

/** When an action reached at a moment may be carried out, that moment itself in hours; undefined: never. */
export function nextOpening(hours: Hours, behaviour: Behaviour, zone: Zone, reached: number): number | undefined {
  const local = reached + zone.offsetAt(reached);
  const open = openLocally(hours, behaviour, local);
  if (open === undefined) return undefined;
  return open === local ? reached : zone.momentOf(open);
}

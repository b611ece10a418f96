import type { CalendarDefinition, Interval, Weekday } from "../../src/calendar/index.ts";

const names: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const minuteMs = 60_000;

/** Business time counted minute by minute over a window of days, the slow and obvious way. */
export interface MinuteOracle {
  readonly isOpen: (minute: number) => boolean | undefined;
  readonly nextOpening: (minute: number | undefined) => number | undefined;
  readonly afterOpenMinutes: (minute: number, amount: number) => number | undefined;
  readonly openMinutesBetween: (from: number, to: number) => number;
  readonly afterBusinessDays: (minute: number, amount: number) => number | undefined;
  readonly endOfBusinessDay: (minute: number, daysLater: number) => number | undefined;
  readonly afterCalendarDays: (minute: number, amount: number) => number | undefined;
}

/** The local clock at each minute after `start`, as minutes since the local midnight of 1970-01-01. */
export function localMinutes(timezone: string, start: number, minutes: number): number[] {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "short" });
  return Array.from({ length: minutes }, (_, minute) => {
    const text = format.format(start + minute * minuteMs).replace(" ", "T");
    return Date.parse(`${text}:00Z`) / minuteMs;
  });
}

function hoursOn(definition: CalendarDefinition, day: number): readonly Interval[] {
  const noon = new Date((day * 1440 + 720) * minuteMs);
  const date = noon.toISOString().slice(0, 10);
  const weekday = names[noon.getUTCDay()] ?? "sun";
  const usual = definition.holidays.includes(date) ? [] : (definition.hours[weekday] ?? []);
  let hours = usual;
  for (const exception of definition.exceptions) {
    const covers = exception.from <= date && date <= exception.to;
    if (covers && (exception.days === "all" || usual.length > 0)) {
      hours = exception.hours;
    }
  }
  return hours;
}

/** For each local time, the first minute of the window at which the clock shows it or a later one. */
function firstMinutes(local: readonly number[]): Map<number, number> {
  const first = new Map<number, number>();
  let shown = (local[0] ?? 0) - 1;
  for (const [minute, clock] of local.entries()) {
    for (; shown < clock; shown += 1) {
      first.set(shown + 1, minute);
    }
  }
  return first;
}

/** Which minutes are open, and the last closing of each working day; the days the window cuts are left out. */
function openMinutes(definition: CalendarDefinition, local: readonly number[], first: Map<number, number>) {
  const open = local.map(() => false);
  const closings = new Map<number, number>();
  const lastDay = Math.floor((local.at(-1) ?? 0) / 1440);
  for (let day = Math.floor((local[0] ?? 0) / 1440) + 1; day < lastDay; day += 1) {
    for (const { from, to } of hoursOn(definition, day)) {
      const [start, end] = [first.get(day * 1440 + from) ?? 0, first.get(day * 1440 + to) ?? 0];
      open.fill(true, start, end);
      if (start < end) {
        closings.set(day, Math.max(end, closings.get(day) ?? 0));
      }
    }
  }
  return { open, closings };
}

/** Counts on the minutes of `local`, numbered from the beginning of the window; answers beyond it are undefined. */
export function createMinuteOracle(definition: CalendarDefinition, local: readonly number[]): MinuteOracle {
  const firstShowing = firstMinutes(local);
  const { open, closings } = openMinutes(definition, local, firstShowing);
  const dayOf = (minute: number) => Math.floor((local[minute] ?? 0) / 1440);
  const openings = open.flatMap((isOpen, minute) => (isOpen ? [minute] : []));
  const positions = new Map(openings.map((minute, position) => [minute, position]));
  const following: (number | undefined)[] = [];
  for (let minute = local.length - 1; minute >= 0; minute -= 1) {
    following[minute] = open[minute] ? minute : following[minute + 1];
  }
  const nextOpening = (minute: number | undefined) => (minute === undefined ? undefined : following[minute]);
  const workingDay = (minute: number, later: number) => {
    const opening = nextOpening(minute);
    const days = [...closings.keys()];
    return opening === undefined ? undefined : days[days.indexOf(dayOf(opening)) + later];
  };
  return {
    isOpen: (minute) => open[minute],
    nextOpening,
    afterOpenMinutes: (minute, amount) => {
      const opening = nextOpening(minute);
      const last = opening === undefined ? undefined : openings[(positions.get(opening) ?? 0) + amount - 1];
      return last === undefined ? undefined : last + 1;
    },
    openMinutesBetween: (from, to) => open.slice(from, to).filter((isOpen) => isOpen).length,
    afterBusinessDays: (minute, amount) => {
      const opening = nextOpening(minute);
      const day = workingDay(minute, amount);
      const clock = (local[opening ?? 0] ?? 0) % 1440;
      return day === undefined ? undefined : nextOpening(firstShowing.get(day * 1440 + clock));
    },
    endOfBusinessDay: (minute, daysLater) => closings.get(workingDay(minute, daysLater) ?? Number.NaN),
    afterCalendarDays: (minute, amount) => firstShowing.get((local[minute] ?? 0) + amount * 1440),
  };
}

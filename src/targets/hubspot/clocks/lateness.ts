import type { Duration, Instant } from "../../../calendar/index.ts";
import type { StatedError } from "../../fidelity.ts";
import { minuteMs } from "./due-runs.ts";
import type { Day, Horizon } from "./horizon.ts";
import type { Ticks } from "./ticks.ts";

/** The least and the most open minutes by which something comes late; negative: early. */
export type Bounds = Pick<StatedError, "earlyMinutes" | "lateMinutes" | "worst">;

/** When something should happen for a start, and when a workflow does it at the earliest and at the latest. */
export interface Case {
  readonly exact: Instant;
  readonly earliest: Instant;
  readonly latest: Instant;
}

const dayMs = 86_400_000;
const shortSpanDays = 12;

/** Looks at every kind of start that the dates of a calendar know, or at those of some of its days. */
export function boundsOver(
  kinds: readonly KindOfDay[],
  { clock }: Horizon,
  caseOf: (start: Instant) => Case | undefined,
): Bounds {
  let early = 0;
  let late = 0;
  let worst: Instant | undefined;
  const openMinutes = (from: Instant, to: Instant): number =>
    to <= from ? 0 : clock.openTimeBetween(from, to) / minuteMs;
  for (const start of kinds.flatMap(({ starts }) => starts)) {
    const found = caseOf(start);
    if (found === undefined) continue;
    early = Math.max(early, openMinutes(found.earliest, found.exact));
    const by = openMinutes(found.exact, found.latest);
    if (by <= late) continue;
    late = by;
    worst = start;
  }
  return { earlyMinutes: Math.ceil(early), lateMinutes: Math.ceil(late), ...(worst === undefined ? {} : { worst }) };
}

/** Days that are followed by the same days, so that what starts on one of them ends as on the others. */
export interface KindOfDay {
  readonly days: readonly Day[];
  /** Moments of the first of them: each opening, and what comes before it. */
  readonly starts: readonly Instant[];
}

/** The kinds of day of a calendar, as far as so many days after them tell them apart. */
export function kindsOfDay(horizon: Horizon, spanDays: number): readonly KindOfDay[] {
  const known = kindsBySpan.get(horizon) ?? new Map<number, readonly KindOfDay[]>();
  kindsBySpan.set(horizon, known);
  const kinds = known.get(spanDays) ?? sortDays(horizon, spanDays);
  known.set(spanDays, kinds);
  return kinds;
}

const kindsBySpan = new WeakMap<Horizon, Map<number, readonly KindOfDay[]>>();

function sortDays({ days }: Horizon, spanDays: number): readonly KindOfDay[] {
  const kinds = new Map<string, Day[]>();
  for (const [index, day] of days.slice(0, -spanDays).entries()) {
    const key = days
      .slice(index, index + spanDays)
      .map(({ isPlain, weekday, date }) => (isPlain ? weekday : date))
      .join(" ");
    const alike = kinds.get(key);
    if (alike === undefined) kinds.set(key, [day]);
    else alike.push(day);
  }
  const stepMs = (spanDays <= shortSpanDays ? 15 : 30) * minuteMs;
  return [...kinds.values()].map((alike) => ({ days: alike, starts: startsOf(alike[0], stepMs) }));
}

function startsOf(day: Day | undefined, stepMs: number): readonly Instant[] {
  if (day === undefined) return [];
  const open = day.open.flatMap(({ from, to }) => {
    const steps = Array.from({ length: Math.ceil((to - from) / stepMs) }, (_, step) => from + step * stepMs);
    // On a date with other hours a workflow may be at work at a closing of its own.
    return [from - minuteMs, ...steps, to - minuteMs, to];
  });
  return [day.from, ...open, day.to - minuteMs];
}

/** When the held actions of a workflow run: at once in its windows, else at the next one; undefined past the horizon. */
export type Held = (moment: Instant) => Instant | undefined;

/** The windows of a workflow with a calendar's opening hours: those of its ordinary week, on dates that open at all. */
export function heldIn(horizon: Horizon): Held {
  const known = windows.get(horizon) ?? windowsOf(horizon);
  windows.set(horizon, known);
  return (moment) => {
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.to ?? 0) > moment) high = middle;
      else low = middle + 1;
    }
    const next = known[low];
    return next === undefined ? undefined : Math.max(next.from, moment);
  };
}

const windows = new WeakMap<Horizon, readonly { readonly from: Instant; readonly to: Instant }[]>();

function windowsOf({ days, plainHours, zone }: Horizon) {
  return days
    .filter(({ open }) => open.length > 0)
    .flatMap(({ from, weekday }) => {
      const midnight = Math.floor(zone.localAt(from) / dayMs) * dayMs;
      return (plainHours.get(weekday) ?? []).map((interval) => ({
        from: zone.instantAt(midnight + interval.from * minuteMs),
        to: zone.instantAt(midnight + interval.to * minuteMs),
      }));
    });
}

/** A held action at a moment, with the least or the most of the spread where it has to wait. */
export function act(held: Held, moment: Instant, spread: number): Instant | undefined {
  const at = held(moment);
  return at === undefined || at === moment ? at : at + spread * minuteMs;
}

/** So many delays from a moment on, each followed by a held action. */
export function hop(held: Held, from: Instant, ticks: Ticks & { readonly spread: number }): Instant | undefined {
  let at: Instant | undefined = from;
  for (let tick = 0; tick < ticks.count && at !== undefined; tick += 1)
    at = act(held, at + ticks.delayMinutes * minuteMs, ticks.spread);
  return at;
}

/** Calendar days that surely hold a duration and what is waited for after it. */
export function spanOf(duration: Duration): number {
  switch (duration.kind) {
    case "business":
      return duration.unit === "days" ? Math.ceil(duration.amount * 1.6) + 6 : 8;
    case "calendar":
      return duration.unit === "days" ? duration.amount + 5 : 8;
    case "months":
      return duration.amount * 31 + 5;
    default:
      return 8;
  }
}

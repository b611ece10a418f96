import type { Duration, Instant } from "../../../calendar/index.ts";
import type { StatedError } from "../../fidelity.ts";
import { minuteMs } from "./due-runs.ts";
import type { Day, Horizon } from "./horizon.ts";
import { spreadMinutes } from "./spread.ts";
import type { Ticks } from "./ticks.ts";

/** The least and the most open minutes by which something comes late; negative: early. */
export type Bounds = Pick<StatedError, "earlyMinutes" | "lateMinutes" | "worst">;

/** When something should happen for a start, and when a workflow does it. */
export interface Case extends Span {
  readonly exact: Instant;
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
  /** Moments of the first of them: each opening, and what comes before it; of all hours where those were asked for. */
  readonly starts: readonly Instant[];
}

/** Which moments of a day are tried: those around and within its opening hours, or all. */
export type Tried = "openings" | "all hours";

/** The kinds of day of a calendar, as far as so many days after them tell them apart. */
export function kindsOfDay(horizon: Horizon, spanDays: number, tried: Tried = "openings"): readonly KindOfDay[] {
  const known = kindsBySpan.get(horizon) ?? new Map<string, readonly KindOfDay[]>();
  kindsBySpan.set(horizon, known);
  const key = `${spanDays} ${tried}`;
  const kinds = known.get(key) ?? sortDays(horizon, spanDays, tried);
  known.set(key, kinds);
  return kinds;
}

const kindsBySpan = new WeakMap<Horizon, Map<string, readonly KindOfDay[]>>();

function sortDays(horizon: Horizon, spanDays: number, tried: Tried): readonly KindOfDay[] {
  const { days } = horizon;
  const kinds = new Map<string, Day[]>();
  for (const [index, day] of days.slice(0, -spanDays).entries()) {
    const key = days
      .slice(index, index + spanDays)
      .map(({ pattern }) => pattern)
      .join(" ");
    const alike = kinds.get(key);
    if (alike === undefined) kinds.set(key, [day]);
    else alike.push(day);
  }
  const stepMs = (spanDays <= shortSpanDays ? 15 : 30) * minuteMs;
  return [...kinds.values()].map((alike) => {
    const openings = startsOf(horizon, alike[0], stepMs);
    const starts = tried === "openings" ? openings : [...openings, ...alike.slice(0, 1).flatMap(stepsIn(stepMs))];
    return { days: alike, starts: [...new Set(starts)] };
  });
}

const stepsIn =
  (stepMs: number) =>
  ({ from, to }: Window): readonly Instant[] =>
    Array.from({ length: Math.ceil((to - from) / stepMs) }, (_, step) => from + step * stepMs);

function startsOf(horizon: Horizon, day: Day | undefined, stepMs: number): readonly Instant[] {
  if (day === undefined) return [];
  const steps = stepsIn(stepMs);
  const open = day.open.flatMap((interval) => [
    interval.from - minuteMs,
    ...steps(interval),
    interval.to - minuteMs,
    interval.to,
  ]);
  // On a date with other hours workflows go by the ordinary ones.
  const ordinary = day.isPlain ? [] : ordinaryHours(horizon, day).flatMap(({ from, to }) => [from, to - minuteMs, to]);
  return [...new Set([day.from, ...open, ...ordinary, day.to - minuteMs])];
}

/** From the earliest to the latest moment at which something happens. */
export interface Span {
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** When an action runs whose turn comes within a span; undefined past the horizon. */
export type Acting = (turn: Span) => Span | undefined;

/** At any hour, without waiting. */
export const actingAnytime: Acting = (turn) => turn;

/**
 * In windows of a calendar's opening hours, those of its ordinary week on dates that open at all: at once in a window,
 * else up to HubSpot's spread after the next one opens.
 */
export function actingInHours(horizon: Horizon): Acting {
  const known = windows.get(horizon) ?? windowsOf(horizon);
  windows.set(horizon, known);
  return ({ earliest, latest }) => {
    const first = nextWindow(known, earliest);
    const last = latest === earliest ? first : nextWindow(known, latest);
    if (first === undefined || last === undefined) return undefined;
    // Who comes right before an opening waits for it, and may run later than who comes after it.
    const waited = last.from > earliest ? last.from + spreadMinutes * minuteMs : latest;
    return { earliest: Math.max(first.from, earliest), latest: Math.max(latest, waited) };
  };
}

interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

function nextWindow(known: readonly Window[], moment: Instant): Window | undefined {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.to ?? 0) > moment) high = middle;
    else low = middle + 1;
  }
  return known[low];
}

const windows = new WeakMap<Horizon, readonly Window[]>();

function windowsOf(horizon: Horizon): readonly Window[] {
  return horizon.days.filter(({ open }) => open.length > 0).flatMap((day) => ordinaryHours(horizon, day));
}

/** The hours that a date would have in an ordinary week. */
function ordinaryHours({ plainHours, zone }: Horizon, { from, weekday }: Day): readonly Window[] {
  const midnight = Math.floor(zone.localAt(from) / dayMs) * dayMs;
  return (plainHours.get(weekday) ?? []).map((interval) => ({
    from: zone.instantAt(midnight + interval.from * minuteMs),
    to: zone.instantAt(midnight + interval.to * minuteMs),
  }));
}

/** So many delays from a span on, each followed by a held action. */
export function hop(acting: Acting, from: Span, { count, delayMinutes }: Ticks): Span | undefined {
  let span: Span | undefined = from;
  for (let tick = 0; tick < count && span !== undefined; tick += 1) span = acting(moved(span, delayMinutes * minuteMs));
  return span;
}

/** A span some milliseconds later. */
export const moved = ({ earliest, latest }: Span, ms: number): Span => ({
  earliest: earliest + ms,
  latest: latest + ms,
});

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

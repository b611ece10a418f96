import type { Duration } from "./duration.ts";
import type { Instant } from "./time-zone.ts";
import { type Starts, turningPoints } from "./turning-points.ts";

/** A start with its due time. */
export interface Wait {
  readonly start: Instant;
  readonly due: Instant;
}

/** The longest waits of a span of starts; a kind of start that does not occur, or is never due, has none. */
export interface WorstWaits {
  readonly whileOpen?: Wait;
  readonly whileClosed?: Wait;
}

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

/**
 * The longest elapsed time (due − start) of a duration over every start of a span, exact to the minute: one for starts
 * during open hours, one for starts while closed. Of equal waits the first; and, where it waits as long, a plain start a
 * little later (the next quarter of an hour, else the next minute) whose due time was not moved out of a closing.
 */
export function worstWaits(starts: Starts, duration: Duration): WorstWaits {
  const { clock } = starts;
  let whileOpen: Wait | undefined;
  let whileClosed: Wait | undefined;
  for (const start of turningPoints(starts, duration)) {
    const due = clock.dueAt(start, duration);
    if (due === undefined) continue;
    const wait = { start, due };
    if (isLonger(wait, whileOpen) && clock.isOpen(start)) whileOpen = wait;
    else if (isLonger(wait, whileClosed) && !clock.isOpen(start)) whileClosed = wait;
  }
  return {
    ...(whileOpen === undefined ? {} : { whileOpen: plainest(starts, duration, whileOpen) }),
    ...(whileClosed === undefined ? {} : { whileClosed }),
  };
}

/** Elapsed time of a wait in ms. */
export function elapsed({ start, due }: Wait): number {
  return due - start;
}

function isLonger(wait: Wait, known: Wait | undefined): boolean {
  return known === undefined || elapsed(wait) > elapsed(known);
}

function plainest({ clock, to }: Starts, duration: Duration, longest: Wait): Wait {
  const end = Math.min(to, clock.nextClosing(longest.start) ?? to, longest.start + 24 * 60 * minuteMs);
  const isMoved = (due: Instant) => !clock.isOpen(due - 1);
  for (const step of [quarterMs, minuteMs]) {
    for (let start = Math.floor(longest.start / step + 1) * step; start < end; start += step) {
      const due = clock.dueAt(start, duration);
      if (due !== undefined && due - start === elapsed(longest) && !isMoved(due)) return { start, due };
    }
  }
  return longest;
}

/** Two durations from the same start, with when each is due. */
export interface Race {
  readonly start: Instant;
  readonly first: Instant;
  readonly second: Instant;
}

/** Two durations to compare; `onlyOpen` keeps to starts in open hours. */
export interface Runners {
  readonly first: Duration;
  readonly second: Duration;
  readonly onlyOpen?: boolean;
}

/**
 * The start of a span from which `first` is due latest against `second` (the greatest first − second, which may be
 * negative), over every whole minute; undefined where they never are due.
 */
export function widestLead(starts: Starts, { first, second, onlyOpen = false }: Runners): Race | undefined {
  const { clock, to } = starts;
  const raceFrom = (start: Instant): Race | undefined => {
    const dues = { first: clock.dueAt(start, first), second: clock.dueAt(start, second) };
    return dues.first === undefined || dues.second === undefined
      ? undefined
      : { start, first: dues.first, second: dues.second };
  };
  const points = [...new Set([...turningPoints(starts, first), ...turningPoints(starts, second)])];
  const races = points
    .sort((one, other) => one - other)
    .map((point) => (onlyOpen && !clock.isOpen(point) ? undefined : raceFrom(point)));
  let widest = races.reduce<Race | undefined>(wider, undefined);
  // While the first moves with the start and the second stands still, the lead grows, a minute each minute, until just
  // before the next point: where even that could not make it the widest, nothing is asked.
  for (const [position, race] of races.entries()) {
    const last = (points[position + 1] ?? to) - minuteMs;
    if (race === undefined || widest === undefined || leadOf(race) + last - race.start <= leadOf(widest)) continue;
    widest = wider(widest, raceFrom(last));
  }
  return widest;
}

function leadOf({ first, second }: Race): number {
  return first - second;
}

/** The race with the wider lead; of equal ones the first. */
function wider(known: Race | undefined, other: Race | undefined): Race | undefined {
  if (known === undefined || other === undefined) return known ?? other;
  return leadOf(other) > leadOf(known) ? other : known;
}

import type { BusinessClock } from "./business-clock.ts";
import type { Duration } from "./duration.ts";
import type { Instant } from "./time-zone.ts";
import { type Starts, turningPoints } from "./turning-points.ts";

/** A duration on the clock it runs on. */
export interface RunningTime {
  readonly clock: BusinessClock;
  readonly duration: Duration;
}

/** A start whose due time is not what it was. */
export interface DueShift {
  readonly start: Instant;
  readonly before: Instant;
  readonly after: Instant;
}

/** The start that loses most time, and the one that gains most; absent where none does. */
export interface DueShifts {
  readonly earlier?: DueShift;
  readonly later?: DueShift;
  /** How much of the open time of the span each concerns, 0 to 1. */
  readonly shares: { readonly earlier: number; readonly later: number };
}

const minuteMs = 60_000;

/**
 * How the due times of one time differ from those of another, over every start of a span. Both stand still or move with
 * the start between their turning points, so that the difference is greatest at one of these or just before the next.
 * Starts in open hours are told rather than others: a lead that comes at night convinces nobody.
 */
export function compareDues(span: Pick<Starts, "from" | "to">, before: RunningTime, after: RunningTime): DueShifts {
  const { from, to } = span;
  const points = [before, after].flatMap(({ clock, duration }) => turningPoints({ clock, from, to }, duration));
  const starts = new Set(points.flatMap((point) => [Math.max(from, point - minuteMs), point]));
  const sorted = [...starts].sort((one, other) => one - other);
  const extremes: Partial<Record<Side | OpenSide, DueShift>> = {};
  const open = { all: 0, earlier: 0, later: 0 };
  for (const [position, start] of sorted.entries()) {
    const isOpen = before.clock.isOpen(start);
    const length = isOpen ? (sorted[position + 1] ?? to) - start : 0;
    open.all += length;
    const shift = shiftAt(start, before, after);
    if (shift === undefined) continue;
    const side = shift.after < shift.before ? "earlier" : "later";
    open[side] += length;
    extremes[side] = wider(extremes[side], shift);
    if (isOpen) extremes[`${side}Open`] = wider(extremes[`${side}Open`], shift);
  }
  const all = Math.max(1, open.all);
  return {
    ...found("earlier", extremes),
    ...found("later", extremes),
    shares: { earlier: open.earlier / all, later: open.later / all },
  };
}

type Extremes = Readonly<Partial<Record<Side | OpenSide, DueShift>>>;

function found(side: Side, extremes: Extremes): Partial<Record<Side, DueShift>> {
  const shift = extremes[`${side}Open`] ?? extremes[side];
  return shift === undefined ? {} : { [side]: shift };
}

type Side = "earlier" | "later";
type OpenSide = `${Side}Open`;

function shiftAt(start: Instant, old: RunningTime, now: RunningTime): DueShift | undefined {
  const [before, after] = [old.clock.dueAt(start, old.duration), now.clock.dueAt(start, now.duration)];
  if (before === undefined || after === undefined || before === after) return undefined;
  return { start, before, after };
}

/** Of equal shifts the first. */
function wider(known: DueShift | undefined, other: DueShift): DueShift {
  return known === undefined || size(other) > size(known) ? other : known;
}

function size({ before, after }: DueShift): number {
  return Math.abs(after - before);
}

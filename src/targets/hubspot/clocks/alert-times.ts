import { type Duration, type Instant, printDuration } from "../../../calendar/index.ts";
import { isBusinessTime } from "../../../contract/index.ts";
import { minuteMs } from "./due-runs.ts";
import type { Day, Horizon } from "./horizon.ts";
import {
  act,
  type Bounds,
  boundsOver,
  type Case,
  type Held,
  heldIn,
  hop,
  type KindOfDay,
  kindsOfDay,
  spanOf,
} from "./lateness.ts";
import { spreadMinutes } from "./spread.ts";
import { type Ticks, ticksOf } from "./ticks.ts";

/** How the alerts of one clock come about. */
export interface AlertTiming {
  readonly horizon: Horizon;
  readonly within: Duration;
  /** The most minutes by which the due time on the record may be late. */
  readonly dueLate: number;
  /** Whether its workflow has the opening hours of the calendar, so that what falls outside of them waits. */
  readonly isHeld: boolean;
}

/** A reminder: so many minutes before the due time on the record, and what that is worth. */
export interface ReminderTime {
  readonly offsetMinutes: number;
  readonly bounds: Bounds;
}

const anytime: Held = (moment) => moment;
const heldOf = ({ horizon, isHeld }: AlertTiming): Held => (isHeld ? heldIn(horizon) : anytime);

/** The share of a deadline as a time before its end that comes too early for no start. */
export function reminderTime(timing: AlertTiming, share: number): ReminderTime | undefined {
  return remembered(timing, `remind ${share}`, () => planReminder(timing, share));
}

function planReminder(timing: AlertTiming, share: number): ReminderTime | undefined {
  const { horizon, within, dueLate } = timing;
  const { clock } = horizon;
  const held = heldOf(timing);
  const kinds = kindsOfDay(horizon, spanOf(within));
  const exactOf = (start: Instant): { readonly due: Instant; readonly exact: Instant } | undefined => {
    const due = clock.dueAt(start, within);
    if (due === undefined) return undefined;
    const exact = clock.atShare(start, due, share);
    // A reminder that would come with the due time is none.
    return exact < due ? { due, exact } : undefined;
  };
  let offset = Number.POSITIVE_INFINITY;
  for (const start of kinds.flatMap(({ starts }) => starts)) {
    const found = exactOf(start);
    if (found !== undefined) offset = Math.min(offset, found.due - found.exact);
  }
  if (!Number.isFinite(offset)) return undefined;
  const offsetMinutes = Math.floor(offset / minuteMs);
  const bounds = boundsOver(kinds, horizon, (start) => {
    const found = exactOf(start);
    const earliest = found && act(held, found.due - offsetMinutes * minuteMs, 0);
    const latest = found && act(held, found.due + (dueLate - offsetMinutes) * minuteMs, spreadMinutes);
    const stamped = act(held, start, spreadMinutes);
    if (found === undefined || earliest === undefined || latest === undefined || stamped === undefined)
      return undefined;
    return { exact: found.exact, earliest: Math.max(earliest, start), latest: Math.max(latest, stamped) };
  });
  return { offsetMinutes, bounds };
}

/** What marking a record as overdue is worth. */
export function overdueBounds(timing: AlertTiming): Bounds {
  return (
    remembered(timing, "overdue", () => {
      const { horizon, within, dueLate } = timing;
      const held = heldOf(timing);
      // A stamped due time is the due time of some moment of open time, so its action need not wait for an opening.
      if (timing.isHeld && isBusinessTime(within)) return { earlyMinutes: 0, lateMinutes: dueLate };
      return boundsOver(kindsOfDay(horizon, spanOf(within)), horizon, (start) => {
        const exact = horizon.clock.dueAt(start, within);
        const latest = exact && act(held, exact + dueLate * minuteMs, spreadMinutes);
        return exact === undefined || latest === undefined ? undefined : { exact, earliest: exact, latest };
      });
    }) ?? { earlyMinutes: 0, lateMinutes: spreadMinutes + timing.dueLate }
  );
}

/** How the escalations of a clock are timed after the due time. */
export interface RungTimes {
  /** A wait for each escalation; undefined where no wait fits the calendar. */
  readonly waits: readonly (Ticks | undefined)[];
  /** Dates with other hours, on which those waits would end early: there, whole days are waited. */
  readonly special?: { readonly days: readonly Day[]; readonly waits: readonly (Ticks | undefined)[] };
  readonly bounds: readonly (Bounds | undefined)[];
}

/** Plans the waits of escalations that come some time after the due time: never early. */
export function rungTimes(timing: AlertTiming, afters: readonly Duration[]): RungTimes {
  return remembered(timing, `rungs ${afters.map(printDuration).join(" ")}`, () => planRungs(timing, afters));
}

function planRungs(timing: AlertTiming, afters: readonly Duration[]): RungTimes {
  const rungs = afters.map((after) => {
    const ticks = ticksOf(after, timing.horizon);
    const found = kindsOfDay(timing.horizon, spanOf(after)).map((kind) => ({
      kind,
      bounds: ticks && boundsOver([kind], timing.horizon, rungCase(timing, after, ticks)),
    }));
    return { after, ticks, found };
  });
  const early = new Set(
    rungs.flatMap(({ found }) =>
      found.flatMap(({ kind, bounds }) => (bounds !== undefined && bounds.earlyMinutes > 0 ? kind.days : [])),
    ),
  );
  const isSpecial = ({ days }: KindOfDay): boolean => days.some((day) => early.has(day));
  const planned = rungs.map(({ after, ticks, found }) => {
    if (ticks === undefined) return {};
    const ordinary = found.filter(({ kind }) => !isSpecial(kind)).map(({ bounds }) => bounds ?? none);
    const special = found.filter(({ kind }) => isSpecial(kind)).map(({ kind }) => kind);
    const hops = early.size === 0 ? undefined : fewestHops(timing, after, special);
    return { ticks, hops: hops?.ticks, bounds: [...ordinary, hops?.bounds ?? none].reduce(worse) };
  });
  const days = timing.horizon.days.filter((day) => early.has(day));
  return {
    waits: planned.map(({ ticks }) => ticks),
    bounds: planned.map(({ bounds }) => bounds),
    ...(days.length === 0 ? {} : { special: { days, waits: planned.map(({ hops }) => hops) } }),
  };
}

const none: Bounds = { earlyMinutes: 0, lateMinutes: 0 };

const mostHops = 60;
const dayMinutes = 1440;

/** The fewest hops of 24 hours that end early on none of these days, and what they are worth. */
function fewestHops(
  timing: AlertTiming,
  after: Duration,
  kinds: readonly KindOfDay[],
): { readonly ticks: Ticks; readonly bounds: Bounds } | undefined {
  for (let count = 1; count <= mostHops; count += 1) {
    const ticks = { delayMinutes: dayMinutes, count };
    const bounds = boundsOver(kinds, timing.horizon, rungCase(timing, after, ticks));
    if (bounds.earlyMinutes === 0) return { ticks, bounds };
  }
  return undefined;
}

const worse = (one: Bounds, other: Bounds): Bounds => ({
  ...(other.lateMinutes > one.lateMinutes ? other : one),
  earlyMinutes: Math.max(one.earlyMinutes, other.earlyMinutes),
});

/** A due time, and the escalation some time after it. */
function rungCase(timing: AlertTiming, after: Duration, ticks: Ticks): (due: Instant) => Case | undefined {
  const { horizon, dueLate } = timing;
  const held = heldOf(timing);
  return (due) => {
    const exact = isDueAt(horizon, due) ? horizon.clock.dueAt(due, after) : undefined;
    const lateStart = act(held, due + dueLate * minuteMs, spreadMinutes);
    const earliest = hop(held, due, { ...ticks, spread: 0 });
    const latest = lateStart && hop(held, lateStart, { ...ticks, spread: spreadMinutes });
    return exact === undefined || earliest === undefined || latest === undefined
      ? undefined
      : { exact, earliest, latest };
  };
}

/** Business time is due in open time only. */
const isDueAt = ({ clock }: Horizon, moment: Instant): boolean => clock.nextOpening(moment) === moment;

// The same deadline of one calendar is asked for by several clauses, and by properties, workflows and notes alike.
const memory = new WeakMap<Horizon, Map<string, unknown>>();

function remembered<Value>(
  { horizon, within, dueLate, isHeld }: AlertTiming,
  what: string,
  compute: () => Value,
): Value {
  const known = memory.get(horizon) ?? new Map<string, unknown>();
  memory.set(horizon, known);
  const key = `${what} · ${printDuration(within)} ${dueLate} ${isHeld}`;
  if (!known.has(key)) known.set(key, compute());
  return known.get(key) as Value; // the key names what was computed
}

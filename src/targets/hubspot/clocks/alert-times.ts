import { type Duration, type Instant, printDuration } from "../../../calendar/index.ts";
import { isBusinessTime } from "../../../contract/index.ts";
import { minuteMs } from "./due-runs.ts";
import { type Day, dueIn, type Horizon } from "./horizon.ts";
import {
  type Acting,
  actingAnytime,
  actingInHours,
  type Bounds,
  boundsOver,
  hop,
  type KindOfDay,
  kindsOfDay,
  moved,
  type Span,
  spanOf,
} from "./lateness.ts";
import { type LatestStamp, lastBefore } from "./latest-stamp.ts";
import { afterHops, type Hop, hopsOf } from "./rung-hops.ts";
import { spreadMinutes } from "./spread.ts";
import { type Ticks, ticksOf } from "./ticks.ts";

/** How the alerts of one clock come about. */
export interface AlertTiming {
  readonly horizon: Horizon;
  readonly within: Duration;
  /** The most minutes by which the due time on the record may be late. */
  readonly dueLate: number;
  /** The latest due time that the record may bear for a start. */
  readonly latestStamp: LatestStamp;
  /** Whether its workflow has the opening hours of the calendar, so that what falls outside of them waits. */
  readonly isHeld: boolean;
}

/** A reminder: so many minutes before the due time on the record, and what that is worth. */
export interface ReminderTime {
  readonly offsetMinutes: number;
  readonly bounds: Bounds;
}

const actingOf = ({ horizon, isHeld }: AlertTiming): Acting => (isHeld ? actingInHours(horizon) : actingAnytime);

/** From the exact due time of a start to the latest that may be stamped. */
function stampsOf({ horizon, within, latestStamp }: AlertTiming): (start: Instant) => Span | undefined {
  const dueAt = dueIn(horizon, within);
  return (start) => {
    const earliest = dueAt(start);
    const latest = earliest && latestStamp(start);
    return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
  };
}

/** A time of the calendar may end in open time for what starts in closed time only: then those starts count as well. */
const kindsOfStart = ({ horizon, within }: AlertTiming, spanDays: number): readonly KindOfDay[] =>
  kindsOfDay(horizon, spanDays, isBusinessTime(within) ? "openings" : "all hours");

/** The share of a deadline as a time before its end that comes too early for nothing that starts in open time. */
export function reminderTime(timing: AlertTiming, share: number): ReminderTime | undefined {
  return remembered(timing, `remind ${share}`, () => planReminder(timing, share));
}

function planReminder(timing: AlertTiming, share: number): ReminderTime | undefined {
  const { horizon, within } = timing;
  const { clock } = horizon;
  const acting = actingOf(timing);
  const kinds = kindsOfDay(horizon, spanOf(within));
  const dueAt = dueIn(horizon, within);
  const stampsAt = stampsOf(timing);
  const exactOf = (start: Instant): { readonly due: Instant; readonly exact: Instant } | undefined => {
    const due = dueAt(start);
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
  const bounds = boundsOver(kindsOfStart(timing, spanOf(within)), horizon, (start) => {
    const found = exactOf(start);
    const stamps = found && stampsAt(start);
    const reminded = stamps && acting(moved(stamps, -offsetMinutes * minuteMs));
    const begun = acting({ earliest: start, latest: start });
    if (found === undefined || reminded === undefined || begun === undefined) return undefined;
    const latest = Math.max(reminded.latest, begun.latest);
    return { exact: found.exact, earliest: Math.max(reminded.earliest, start), latest };
  });
  return { offsetMinutes, bounds };
}

/** What marking a record as overdue is worth. */
export function overdueBounds(timing: AlertTiming): Bounds {
  return (
    remembered(timing, "overdue", () => {
      const { horizon, within, dueLate } = timing;
      // A stamped due time is the due time of some moment of open time, so its action need not wait for an opening.
      if (timing.isHeld && isBusinessTime(within)) return { earlyMinutes: 0, lateMinutes: dueLate };
      const stampsAt = stampsOf(timing);
      const acting = actingOf(timing);
      return boundsOver(kindsOfStart(timing, spanOf(within)), horizon, (start) => {
        const stamps = stampsAt(start);
        const marked = stamps && acting(stamps);
        return stamps && marked && { exact: stamps.earliest, ...marked };
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
  const { horizon } = timing;
  const rungs = afters.map((after) => {
    const ticks = ticksOf(after, horizon);
    return { after, ticks, early: ticks === undefined ? [] : earlyKinds(timing, after, ticks) };
  });
  const early = new Set(rungs.flatMap((rung) => rung.early.flatMap(({ days }) => days)));
  const special = horizon.days.filter((day) => early.has(day));
  const waits = rungs.map(({ ticks }) => ticks);
  const longer = rungs.map(({ after, ticks }) =>
    ticks === undefined || special.length === 0 ? undefined : fewestHops(timing, after, early),
  );
  const [usual, onSpecial] = [waits, longer].map((ticks) =>
    hopsOf(afters.map((after, index) => ({ after, ticks: ticks[index] }))),
  );
  const bounds = rungs.map(({ after, ticks }, index) => {
    const hopsFrom = (due: Instant) => hopsUpTo(isOn(special, due) ? onSpecial : usual, index);
    return ticks === undefined ? undefined : rungBounds(timing, after, hopsFrom);
  });
  return { waits, bounds, ...(special.length === 0 ? {} : { special: { days: special, waits: longer } }) };
}

/** All that is waited from the due time to one escalation; undefined where it has no time. */
function hopsUpTo(hops: readonly (readonly Hop[] | undefined)[] = [], index: number): readonly Hop[] | undefined {
  return hops[index] === undefined ? undefined : hops.slice(0, index + 1).flatMap((some) => some ?? []);
}

/** The kinds of day on which some due time would be escalated before its time. */
function earlyKinds(timing: AlertTiming, after: Duration, ticks: Ticks): readonly KindOfDay[] {
  const isEarly = endsEarly(timing, after, ticks);
  return kindsOfDay(timing.horizon, spanOf(after)).filter(({ starts }) => starts.some(isEarly));
}

const isOn = (days: readonly Day[], moment: Instant): boolean => (days[lastBefore(days, moment)]?.to ?? 0) > moment;

const mostHops = 60;
const dayMinutes = 1440;

/** The fewest hops of 24 hours that end early on none of these days. */
function fewestHops(timing: AlertTiming, after: Duration, days: ReadonlySet<Day>): Ticks | undefined {
  const kinds = kindsOfDay(timing.horizon, spanOf(after)).filter((kind) => kind.days.some((day) => days.has(day)));
  const dues = kinds.flatMap(({ starts }) => starts);
  for (let count = 1; count <= mostHops; count += 1) {
    const ticks = { delayMinutes: dayMinutes, count };
    if (!dues.some(endsEarly(timing, after, ticks))) return ticks;
  }
  return undefined;
}

/** Whether an escalation that waits so long after a due time may come before its own time. */
function endsEarly(timing: AlertTiming, after: Duration, ticks: Ticks): (due: Instant) => boolean {
  const { horizon, within } = timing;
  const acting = actingOf(timing);
  const exactAt = dueIn(horizon, after);
  return (due) => {
    if (isBusinessTime(within) && !isOpenAt(horizon, due)) return false;
    const exact = exactAt(due);
    const begun = acting({ earliest: due, latest: due });
    const escalated = begun && hop(acting, begun, ticks);
    if (exact === undefined || escalated === undefined || escalated.earliest >= exact) return false;
    return horizon.clock.openTimeBetween(escalated.earliest, exact) > 0;
  };
}

/** What an escalation is worth: from each start to its latest stamp, and so long after it as is waited then. */
function rungBounds(
  timing: AlertTiming,
  after: Duration,
  hopsFrom: (due: Instant) => readonly Hop[] | undefined,
): Bounds {
  const { horizon, within } = timing;
  const acting = actingOf(timing);
  const stampsAt = stampsOf(timing);
  const escalationAt = dueIn(horizon, after);
  return boundsOver(kindsOfStart(timing, spanOf(within) + spanOf(after)), horizon, (start) => {
    const stamps = stampsAt(start);
    const exact = stamps && escalationAt(stamps.earliest);
    const hops = stamps && hopsFrom(stamps.latest);
    const begun = stamps && acting(stamps);
    const escalated = hops && begun && afterHops(acting, begun, hops);
    return exact === undefined || escalated === undefined ? undefined : { exact, ...escalated };
  });
}

/** Business time is due in open time only. */
const isOpenAt = ({ clock }: Horizon, moment: Instant): boolean => clock.nextOpening(moment) === moment;

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

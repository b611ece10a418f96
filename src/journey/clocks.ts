import type { BusinessClock, Duration, Instant } from "../calendar/index.ts";
import type { Deadline, Id, PlacedDeadline } from "../contract/index.ts";
import type { Alert, Clock, Episode, RecordState, Verdict, World } from "./state.ts";
import type { Terms } from "./terms.ts";

/** What a deadline of the contract needs to start. */
export interface ClockStart {
  readonly placed: PlacedDeadline;
  readonly terms: Terms;
  readonly episode?: Episode;
  /** A newcomer gets fresh clocks, but the record is handed on only once. */
  readonly isFresh?: boolean;
}

/** Starts a deadline now; nothing starts where it has no time for the priority. */
export function startClock(world: World, record: RecordState, start: ClockStart): Clock | undefined {
  const { placed, terms, episode, isFresh = false } = start;
  const priority = episode?.priority;
  const duration = durationFor(placed.deadline, priority);
  if (duration === undefined) return undefined;
  const due = terms.clockOf(placed.owedBy).dueAt(world.now, duration) ?? Number.POSITIVE_INFINITY;
  const clock: Clock = {
    name: placed.name,
    clause: placed.deadline.path.join("."),
    placed,
    ...(episode === undefined ? {} : { episode }),
    owedBy: placed.owedBy,
    startedAt: world.now,
    terms,
    runsFrom: world.now,
    due,
    ...(priority === undefined ? {} : { priority }),
    alerts: [],
  };
  clock.alerts = alertsOf(clock, world.now, isFresh);
  return run(world, record, clock);
}

/** Starts a duration that is no deadline of its own: the feedback of a handoff, the repair of a reason. */
export function startPlainClock(
  world: World,
  record: RecordState,
  plain: Pick<Clock, "name" | "clause" | "owedBy" | "terms"> & { readonly episode: Episode; readonly within: Duration },
): Clock {
  const { within, ...rest } = plain;
  const due = plain.terms.clockOf(plain.owedBy).dueAt(world.now, within) ?? Number.POSITIVE_INFINITY;
  const alerts: Alert[] = [{ at: due, kind: "due", clause: plain.clause, notify: [] }];
  return run(world, record, { ...rest, startedAt: world.now, runsFrom: world.now, due, alerts });
}

function run(world: World, record: RecordState, clock: Clock): Clock {
  (clock.episode?.clocks ?? record.stageClocks).push(clock);
  record.running.push(clock);
  world.listener.onStep?.({ at: world.now, record: record.id, kind: "started", clause: clock.clause, clock });
  return clock;
}

function durationFor({ within, every }: Deadline, priority: Id | undefined): Duration | undefined {
  if (within === undefined) return every;
  return within.kind === "same" ? within.duration : within.durations.get(priority ?? "");
}

/** What is still to be told from a moment on; a reminder that would come at the due time or after it is dropped. */
function alertsOf(clock: Clock, now: Instant, isFresh: boolean): Alert[] {
  const { placed, due, runsFrom, terms } = clock;
  if (placed === undefined || due === Number.POSITIVE_INFINITY) return [];
  const office: BusinessClock = terms.clockOf(placed.owedBy);
  const reminders = placed.deadline.remind
    .map((share, index): Alert => {
      const at = office.atShare(runsFrom, due, share);
      return { at, kind: "reminder", share, clause: `${clock.clause}.remind.${index}`, notify: [] };
    })
    .filter(({ at }) => at < due && at >= now);
  const escalations = placed.deadline.escalate.map((rung): Alert => {
    const at = rung.after === "due" ? due : (office.dueAt(due, rung.after) ?? Number.POSITIVE_INFINITY);
    const reassign = rung.reassign === undefined || isFresh ? {} : { reassign: rung.reassign };
    return { at, kind: "escalation", clause: rung.path.join("."), notify: rung.notify, ...reassign };
  });
  const atDue: Alert = { at: due, kind: "due", clause: clock.clause, notify: [] };
  return [...reminders, atDue, ...escalations].sort((one, other) => one.at - other.at);
}

/** A higher priority never gives more time than was promised: its time counts from now, and the earlier due time stays. */
export function raisePriority(world: World, clock: Clock, priority: Id): void {
  const { placed } = clock;
  const duration = placed === undefined ? undefined : durationFor(placed.deadline, priority);
  if (placed === undefined || duration === undefined || placed.deadline.within?.kind !== "by-priority") return;
  const due = clock.terms.clockOf(placed.owedBy).dueAt(world.now, duration) ?? Number.POSITIVE_INFINITY;
  clock.priority = priority;
  if (due >= clock.due) return;
  clock.due = due;
  clock.runsFrom = world.now;
  clock.alerts = alertsOf(clock, world.now, false);
}

/** Stops a clock: met until the due time, late after it; `stoppedAt` may lie before now where it was typed in later. */
export function stopClock(world: World, record: RecordState, clock: Clock, stoppedAt: Instant): void {
  end(world, record, clock, { at: stoppedAt, final: stoppedAt <= clock.due ? "met" : "late" });
}

/** Ends a clock that nobody kept: late, whatever the time. */
export function breakClock(world: World, record: RecordState, clock: Clock): void {
  end(world, record, clock, { at: world.now, final: "late" });
}

/** Lets a clock go that is no longer asked for; one that is past its due time stays overdue. */
export function letGo(world: World, record: RecordState, clock: Clock): void {
  end(world, record, clock, { at: world.now, final: world.now > clock.due ? "overdue" : "exempt" });
}

function end(
  world: World,
  record: RecordState,
  clock: Clock,
  { at, final }: { readonly at: Instant; readonly final: Verdict },
): void {
  const position = record.running.indexOf(clock);
  if (position < 0) return;
  record.running.splice(position, 1);
  clock.stoppedAt = at;
  clock.final = final;
  clock.alerts = [];
  world.listener.onStep?.({ at: world.now, record: record.id, kind: "stopped", clause: clock.clause, clock });
}

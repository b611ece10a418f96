import type { Id } from "../contract/index.ts";
import { relatedRoles } from "../contract/index.ts";
import type { Cause } from "./cause.ts";
import { breakClock, letGo, startClock, stopClock } from "./clocks.ts";
import { type Ending, endEpisode, openEpisode, runningOf, stopFeedback, waitsFor } from "./episodes.ts";
import type { Clock, Episode, Holder, RecordState, World } from "./state.ts";
import type { StageTerms } from "./terms.ts";

/** A move of a record, and the clause that decided it. */
export interface Move {
  readonly cause: Cause;
  readonly clause: string;
  readonly reason?: Id;
  readonly by?: string;
  /** Who holds the record from now on; absent: the owner of the stage. */
  readonly owner?: Holder;
}

/** Moves a record into a stage: what was open in the one before ends, the clocks of the new one start. */
export function enter(world: World, record: RecordState, target: StageTerms, move: Move): void {
  const { now } = world;
  const before = record.stage;
  if (before !== undefined) leave(world, record, move);
  record.stage = target;
  record.enteredAt = now;
  record.status = undefined;
  record.sentBack = undefined;
  record.owner = move.owner ?? holderIn(world, record, target);
  if (move.reason !== undefined) record.lastReason = move.reason;
  markAway(record, target, move, now);
  scheduleExpiry(world, record);
  tellLinks(record, before, target);
  world.listener.onStep?.({
    at: now,
    record: record.id,
    kind: "entered",
    cause: move.cause,
    clause: move.clause,
    stage: target.stage.id,
    ...(before === undefined ? {} : { from: before.stage.id }),
    ...(move.reason === undefined ? {} : { reason: move.reason }),
    ...(move.by === undefined ? {} : { by: move.by }),
  });
  // Of records that were there before, nothing runs: nobody promised anything for them.
  if (move.cause === "placement") return;
  for (const placed of target.deadlines) startClock(world, record, { placed, terms: world.terms });
}

/** Only coming back by itself needs a new sign; who is moved on by hand or by a handoff has shown one. */
function markAway(record: RecordState, { stage }: StageTerms, { cause }: Move, now: number): void {
  const isAway =
    stage.parking || stage.closed === "lost" || cause === "refusal" || cause === "expiry" || cause === "placement";
  if (isAway) {
    record.awaySince = now;
    return;
  }
  record.awaySince = undefined;
  record.coolOffUntil = undefined;
}

function scheduleExpiry(world: World, record: RecordState): void {
  const { expires, owner } = record.stage?.stage ?? {};
  record.expiresAt = undefined;
  if (expires === undefined) return;
  record.expiresAt = world.terms.clockOf(owner).dueAt(world.now, expires.after) ?? Number.POSITIVE_INFINITY;
}

/** The owner of the stage; a person who stands for that position keeps the record. */
function holderIn(world: World, record: RecordState, { stage }: StageTerms): Holder {
  const { role } = record.owner;
  if (stage.owner === undefined || stage.owner === role) return record.owner;
  if (role !== undefined && relatedRoles(world.terms.contract, stage.owner).has(role)) return record.owner;
  return { role: stage.owner };
}

/** A record of another object shows its stage to the one it belongs to. */
function tellLinks({ origin, object }: RecordState, before: StageTerms | undefined, target: StageTerms): void {
  if (origin === undefined) return;
  const shown = origin.valuation.linked.get(object) ?? [];
  const position = before === undefined ? -1 : shown.indexOf(before.stage.id);
  if (position < 0) origin.valuation.linked.set(object, [...shown, target.stage.id]);
  else shown[position] = target.stage.id;
}

const endings: Readonly<Partial<Record<Cause, Ending>>> = { expiry: "expired", departure: "departed" };

function leave(world: World, record: RecordState, move: Move): void {
  const episode = openEpisode(record);
  if (episode !== undefined) endEpisode(world, record, episode, endings[move.cause] ?? "withdrawn", move.clause);
  for (const clock of record.running.filter((one) => one.episode === undefined))
    endStageClock(world, record, clock, move);
  endAcceptance(world, record);
  stopRepair(world, record);
}

function endStageClock(world: World, record: RecordState, clock: Clock, { cause }: Move): void {
  const waits = waitsFor(clock);
  if (waits === "touched" || waits === "condition") letGo(world, record, clock);
  // An expiry is nobody's act, and a move that the contract does not know is no outcome.
  else if (cause === "expiry" || cause === "departure") breakClock(world, record, clock);
  else stopClock(world, record, clock, world.now);
}

/** Leaving the stage that a handoff led to is what the sender hears of: feedback is given, a first touch no longer asked. */
function endAcceptance(world: World, record: RecordState): void {
  const own = record.episodes.filter(({ made }) => made === undefined);
  const making = record.origin?.episodes.filter(({ made }) => made === record.id) ?? [];
  for (const episode of own) endAccepted(world, record, record, episode);
  for (const episode of making) endAccepted(world, record.origin ?? record, record, episode);
}

function endAccepted(world: World, holder: RecordState, { stage }: RecordState, episode: Episode): void {
  if (episode.status !== "accepted" || episode.handoff.to !== stage?.stage.id) return;
  stopFeedback(world, holder, episode);
  for (const clock of runningOf(holder, episode)) letGo(world, holder, clock);
}

/** A repair that is overtaken, by a move or by a new sign, is no longer asked for. */
export function stopRepair(world: World, record: RecordState): void {
  const repair = record.sentBack?.repair;
  if (repair !== undefined) letGo(world, record, repair);
}

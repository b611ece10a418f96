import type { Condition } from "../criteria/index.ts";
import { stopClock } from "./clocks.ts";
import { hasSignalSince, holds, holdsBySign, outOfScope, type Sign } from "./conditions.ts";
import { endEpisode, openEpisode } from "./episodes.ts";
import { isComplete, open, receive } from "./handoffs.ts";
import { enter } from "./moves.ts";
import { raise } from "./priorities.ts";
import type { RecordState, World } from "./state.ts";
import type { HandoffTerms, StageTerms } from "./terms.ts";
import { watchTime } from "./watch-time.ts";

/** Applies the first rule of the contract that fits until none does; a contract without findings ends after a few steps. */
export function settle(world: World, record: RecordState): void {
  if (record.isGone === true || world.now < world.terms.effectiveAt) return;
  const most = 2 * (world.terms.stages.size + 1) * (world.terms.handoffs.size + 1);
  for (let step = 0; step < most && applyOne(world, record); step += 1) {
    // Each step is logged where it is made.
  }
  watchTime(world, record);
  if (record.origin !== undefined) settle(world, record.origin);
}

/** What came to hold by time alone; an unanswered handoff is nobody's to end but a person's, so it goes on. */
export function lookAgain(world: World, record: RecordState): void {
  if (openEpisode(record) === undefined) {
    settle(world, record);
    return;
  }
  raise(world, record);
  while (stopByCondition(world, record)) {
    // One clock after the other.
  }
  watchTime(world, record);
}

function applyOne(world: World, record: RecordState): boolean {
  if (record.stage === undefined) return birth(world, record);
  return (
    promote(world, record, record.stage) ||
    withdraw(world, record) ||
    complete(world, record) ||
    openOne(world, record, record.stage) ||
    raise(world, record) ||
    stopByCondition(world, record)
  );
}

/** A record that was there before the agreement is born into it by its first new signal. */
function birth(world: World, record: RecordState): boolean {
  const { terms } = world;
  if (record.object !== terms.contract.scope.object) return false;
  if (record.isWaitingForEffect && !hasSignalSince(world, record, { since: terms.effectiveAt - 1, isHandRaise: false }))
    return false;
  if (outOfScope(world, record) !== undefined) return false;
  const target = terms.births.find(({ stage }) => holds(world, record, stage.criteria));
  if (target === undefined) return false;
  record.isWaitingForEffect = false;
  enter(world, record, target, { cause: "birth", clause: `stages.${target.stage.id}.from` });
  return true;
}

function promote(world: World, record: RecordState, origin: StageTerms): boolean {
  const target = origin.promotions.find((one) => takes(world, record, one));
  if (target === undefined) return false;
  enter(world, record, target, { cause: "criteria", clause: `stages.${target.stage.id}.criteria` });
  return true;
}

function takes(world: World, record: RecordState, { stage, isMirror }: StageTerms): boolean {
  if (stage.criteria === undefined) return false;
  if (isMirror) return holds(world, record, stage.criteria);
  if (!holdsNow(world, record, [stage.criteria])) return false;
  return outOfScope(world, record) === undefined;
}

/** Whether conditions hold for a record that may have been away: then only through a new sign. */
function holdsNow(world: World, record: RecordState, conditions: readonly Condition[]): boolean {
  if (!conditions.every((condition) => holds(world, record, condition))) return false;
  const sign = signNeeded(world, record);
  return sign === undefined || conditions.some((condition) => holdsBySign(world, record, condition, sign));
}

/** What a record needs to come back: after a cool-off any new signal, during it and out of lost one that asks for a person. */
function signNeeded(world: World, record: RecordState): Sign | undefined {
  const { awaySince, coolOffUntil = Number.NEGATIVE_INFINITY, stage } = record;
  if (awaySince === undefined) return undefined;
  return { since: awaySince, isHandRaise: stage?.stage.closed === "lost" || world.now < coolOffUntil };
}

/** Who leaves the scope is no longer handed over. */
function withdraw(world: World, record: RecordState): boolean {
  const episode = openEpisode(record);
  const out = episode === undefined ? undefined : outOfScope(world, record);
  if (episode === undefined || out === undefined) return false;
  const clause = out.kind === "excluded" ? `scope.exclude.${out.exclusion.id}` : "scope.include";
  endEpisode(world, record, episode, "withdrawn", clause);
  return true;
}

function complete(world: World, record: RecordState): boolean {
  const episode = openEpisode(record);
  if (episode?.status !== "incomplete") return false;
  if (!isComplete(record, episode.handoff.requires) && !isRaised(world, record, episode.handoff.id)) return false;
  receive(world, record, episode);
  return true;
}

function openOne(world: World, record: RecordState, { automatic }: StageTerms): boolean {
  if (automatic.length === 0 || openEpisode(record) !== undefined || outOfScope(world, record) !== undefined)
    return false;
  const next = automatic.find((one) => opens(world, record, one));
  if (next === undefined) return false;
  open(world, record, next, isRaised(world, record, next.handoff.id));
  return true;
}

/** What was refused opens again only on a new signal: one that its criteria ask for, or any where they ask for none. */
function opens(world: World, record: RecordState, { openings, asksForSignal }: HandoffTerms): boolean {
  const conditions = openings.get(record.stage?.stage.id ?? "") ?? [];
  if (asksForSignal) return holdsNow(world, record, conditions);
  const sign = signNeeded(world, record);
  return (
    conditions.every((condition) => holds(world, record, condition)) &&
    (sign === undefined || hasSignalSince(world, record, sign))
  );
}

/** A signal that asks for a person is transmitted even if something is missing, once per signal. */
function isRaised(world: World, record: RecordState, handoff: string): boolean {
  const received = record.episodes.findLast((one) => one.handoff.id === handoff && one.receivedAt !== undefined);
  return hasSignalSince(world, record, { since: received?.receivedAt ?? Number.NEGATIVE_INFINITY, isHandRaise: true });
}

function stopByCondition(world: World, record: RecordState): boolean {
  const clock = record.running.find(({ placed }) => {
    const stops = placed?.deadline.stops;
    return stops?.kind === "condition" && holds(world, record, stops.condition);
  });
  if (clock === undefined) return false;
  stopClock(world, record, clock, world.now);
  return true;
}

/**
 * The sender's act, or a finished repair: what was sent back is handed over again. Its criteria held when it was handed
 * over first; a window that closed meanwhile is no reason to lose it.
 */
export function offerAgain(world: World, record: RecordState): void {
  const { sentBack } = record;
  if (sentBack?.repair !== undefined) stopClock(world, record, sentBack.repair, world.now);
  record.sentBack = undefined;
  record.awaySince = undefined;
  record.coolOffUntil = undefined;
  const again = record.stage?.automatic.find(({ handoff }) => handoff.id === sentBack?.handoff);
  if (again === undefined || outOfScope(world, record) !== undefined) return;
  open(world, record, again, isRaised(world, record, again.handoff.id));
}

import type { Instant } from "../calendar/index.ts";
import type { Id, Reason } from "../contract/index.ts";
import { letGo, startPlainClock } from "./clocks.ts";
import { close, runningOf, stopDecision, stopFeedback } from "./episodes.ts";
import { holderNamed } from "./holders.ts";
import { enter } from "./moves.ts";
import { findStage, follow, isHollow, rest } from "./reasons.ts";
import { createLinked } from "./records.ts";
import type { Episode, Holder, Note, RecordState, World } from "./state.ts";

/** A decision of the receiver, when it was made, and by whom. */
export interface Decision {
  readonly at: Instant;
  readonly by?: string;
}

/** Accepts: the record goes on to the next stage, or the record of another object is made. */
export function accept(
  world: World,
  record: RecordState,
  episode: Episode,
  { at, by, clause }: Decision & { readonly clause: string },
): void {
  const { handoff, terms } = episode;
  episode.decision = "accepted";
  episode.decidedAt = at;
  stopDecision(world, record, episode, at);
  const target = findStage(world, terms, handoff.to);
  const owner = holderAfter(world, record, by);
  if (target !== undefined && target.object !== record.object) {
    const known = record.origin?.object === target.object ? record.origin : undefined;
    const made = known ?? createLinked(world, record, { object: target.object, owner });
    episode.made = made.id;
    close(world, record, episode, { status: "accepted", clause, ...byWhom(by) });
    enter(world, made, target, { cause: "handoff", clause: `handoffs.${handoff.id}.to`, owner, ...byWhom(by) });
    return;
  }
  close(world, record, episode, { status: "accepted", clause, ...byWhom(by) });
  if (target === undefined) return;
  enter(world, record, target, { cause: "handoff", clause: `handoffs.${handoff.id}.to`, owner, ...byWhom(by) });
}

const byWhom = (by: string | undefined): { readonly by?: string } => (by === undefined ? {} : { by });

/** Who accepts holds the record: a role as such, anybody else as a person in the position it was assigned to. */
function holderAfter(world: World, record: RecordState, by: string | undefined): Holder {
  if (by === undefined || by === record.owner.role) return record.owner;
  return holderNamed(world, by, record.owner.role);
}

/** What a refusal says of its reason. */
export interface Refusal extends Decision {
  readonly reason?: Id;
  readonly detail?: string;
}

/** Refuses; returns why it is not complete yet: its reason, or the detail of it, is still owed. */
export function refuse(world: World, record: RecordState, episode: Episode, refusal: Refusal): Note | undefined {
  const { terms } = episode;
  if (episode.decision === undefined) decideAgainst(world, record, episode, refusal);
  keepWords(episode, refusal);
  const reason = terms.contract.reasons.get(episode.reason ?? "");
  if (reason === undefined) return refusal.reason === undefined ? "reason-missing" : "reason-not-offered";
  if (lacksDetail(reason, episode.detail)) return "detail-missing";
  finishRefusal(world, record, episode, { reason, ...byWhom(refusal.by) });
  return episode.isHollow === true ? "hollow" : undefined;
}

/** Reason and detail may come one after the other; a reason that is not offered here is none. */
function keepWords(episode: Episode, { reason, detail }: Refusal): void {
  if (detail !== undefined) episode.detail = detail;
  const offered = episode.handoff.feedback?.reasons ?? [];
  if (reason !== undefined && offered.includes(reason)) episode.reason = reason;
}

/** Whether a reason asks for words that were not given. */
export function lacksDetail({ needsDetail }: Reason, detail: string | undefined): boolean {
  return needsDetail && (detail ?? "").trim() === "";
}

/** The clock of the decision stops with it, though the reason is still missing. */
function decideAgainst(world: World, record: RecordState, episode: Episode, { at, by }: Decision): void {
  episode.decision = "refused";
  episode.decidedAt = at;
  stopDecision(world, record, episode, at);
  world.listener.onStep?.({
    at: world.now,
    record: record.id,
    kind: "decided",
    clause: `handoffs.${episode.handoff.id}.deadlines.decision`,
    handoff: episode.handoff.id,
    episode,
    ...byWhom(by),
  });
}

function finishRefusal(
  world: World,
  record: RecordState,
  episode: Episode,
  { reason, by }: { readonly reason: Reason; readonly by?: string },
): void {
  const { terms, handoff, openedAt, decidedAt = world.now } = episode;
  episode.isHollow = isHollow(record, reason, { since: openedAt, until: decidedAt, terms });
  stopFeedback(world, record, episode);
  for (const clock of runningOf(record, episode)) letGo(world, record, clock);
  close(world, record, episode, {
    status: "refused",
    clause: `handoffs.${handoff.id}.feedback.reasons`,
    ...byWhom(by),
  });
  const limit = limitReached(world, record, episode, reason);
  const decisive = limit ?? reason;
  if (decisive.moveTo === "sender") sendBack(world, record, episode, decisive);
  else follow(world, record, decisive, { cause: "refusal", terms, ...byWhom(by) });
}

/** Counts a return; where it is one too many, the reason that the contract keeps for that. */
function limitReached(
  world: World,
  record: RecordState,
  { handoff, terms }: Episode,
  reason: Reason,
): Reason | undefined {
  const isEnd = findStage(world, terms, reason.moveTo)?.stage.closed !== undefined;
  if (handoff.recycle === undefined || isEnd) return undefined;
  const { max, per, reason: limit } = handoff.recycle;
  const known = (record.returns.get(handoff.id) ?? []).filter((at) => terms.after(at, per) > world.now);
  if (known.length >= max) {
    const clause = `handoffs.${handoff.id}.recycle`;
    world.listener.onStep?.({
      at: world.now,
      record: record.id,
      kind: "returned",
      clause,
      handoff: handoff.id,
      reason: limit,
    });
    return terms.contract.reasons.get(limit);
  }
  record.returns.set(handoff.id, [...known, world.now]);
  return undefined;
}

/** The record stays where it is and with its sender, who owes the repair; it opens again on a new sign only. */
function sendBack(world: World, record: RecordState, episode: Episode, reason: Reason): void {
  const { terms, handoff, sender } = episode;
  record.owner = sender;
  record.lastReason = reason.id;
  record.awaySince = world.now;
  rest(world, record, reason);
  const clause = `reasons.${reason.id}.moveTo`;
  world.listener.onStep?.({
    at: world.now,
    record: record.id,
    kind: "returned",
    clause,
    handoff: handoff.id,
    reason: reason.id,
  });
  const repair =
    reason.repair === undefined
      ? undefined
      : startPlainClock(world, record, {
          name: `${handoff.id}.repair`,
          clause: `reasons.${reason.id}.repair`,
          owedBy: terms.handoffs.get(handoff.id)?.sender,
          terms,
          episode,
          within: reason.repair,
        });
  record.sentBack = { handoff: handoff.id, to: sender, ...(repair === undefined ? {} : { repair }) };
}

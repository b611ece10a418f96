import type { Assignment, Handoff, Id, Stage } from "../contract/index.ts";
import { letGo, startClock, startPlainClock, stopClock } from "./clocks.ts";
import { holds } from "./conditions.ts";
import { accept } from "./decisions.ts";
import { isFeedback, runningOf, waitsFor } from "./episodes.ts";
import { holderNamed } from "./holders.ts";
import { stopRepair } from "./moves.ts";
import { judgePriority } from "./priorities.ts";
import type { Episode, Holder, RecordState, World } from "./state.ts";
import type { HandoffTerms } from "./terms.ts";
import { countEarlierTouches } from "./touches.ts";

/** Opens a handoff: complete, it is received at once; else its sender owes what is missing. */
export function open(world: World, record: RecordState, { handoff, deadlines }: HandoffTerms, isUrgent: boolean): void {
  const { terms, now } = world;
  const priority = judgePriority(world, record);
  const episode: Episode = {
    handoff,
    terms,
    openedAt: now,
    version: terms.contract.version,
    from: record.stage?.stage.id ?? "",
    sender: record.owner,
    touchesBefore: record.touches.filter(({ at }) => at >= now),
    status: "incomplete",
    ...(priority === undefined ? {} : { priority }),
    clocks: [],
  };
  record.episodes.push(episode);
  record.awaySince = undefined;
  stopRepair(world, record);
  record.sentBack = undefined;
  const shown = { at: now, record: record.id, handoff: handoff.id, episode };
  world.listener.onStep?.({ ...shown, kind: "opened", clause: `handoffs.${handoff.id}` });
  if (isUrgent || isComplete(record, handoff.requires)) {
    receive(world, record, episode);
    return;
  }
  tellMissing(world, record, handoff);
  for (const placed of deadlines)
    if (placed.deadline.stops.kind === "complete") startClock(world, record, { placed, terms, episode });
}

/** Whether a record holds everything a handoff requires. */
export function isComplete(record: RecordState, requires: readonly Id[]): boolean {
  return requires.every((field) => record.valuation.fields.has(field));
}

/** Names the required fields that hold something up. */
export function tellMissing(world: World, record: RecordState, holder: Handoff | Stage): void {
  const [section] = holder.path;
  for (const field of holder.requires)
    if (!record.valuation.fields.has(field)) world.listener.onClause?.(`${section}.${holder.id}.requires.${field}`);
}

/** The receiver has it: the sender's clock stops, the receiver's start. */
export function receive(world: World, record: RecordState, episode: Episode): void {
  const { handoff, terms } = episode;
  const { now } = world;
  episode.status = "pending";
  episode.receivedAt = now;
  for (const clock of runningOf(record, episode)) stopClock(world, record, clock, now);
  record.owner = assignee(world, record, episode);
  world.listener.onStep?.({
    at: now,
    record: record.id,
    kind: "received",
    clause: `handoffs.${handoff.id}.requires`,
    handoff: handoff.id,
    episode,
  });
  const placed = terms.handoffs.get(handoff.id)?.deadlines ?? [];
  for (const one of placed)
    if (one.deadline.stops.kind !== "complete") startClock(world, record, { placed: one, terms, episode });
  startFeedback(world, record, episode);
  if (handoff.acceptance === "automatic")
    accept(world, record, episode, { at: now, clause: `handoffs.${handoff.id}.acceptance` });
  else countEarlierTouches(world, record, episode);
}

function startFeedback(world: World, record: RecordState, episode: Episode): void {
  const { handoff, terms } = episode;
  const within = handoff.feedback?.within;
  if (within === undefined) return;
  startPlainClock(world, record, {
    name: `${handoff.id}.feedback`,
    clause: `handoffs.${handoff.id}.feedback`,
    owedBy: terms.handoffs.get(handoff.id)?.receiver,
    terms,
    episode,
    within,
  });
}

/** Who receives: the first line of `assign` that applies, else the owner of the stage it leads to. */
function assignee(world: World, record: RecordState, { handoff, terms }: Episode): Holder {
  const receiver = terms.handoffs.get(handoff.id)?.receiver;
  for (const [index, line] of handoff.assign.entries()) {
    const holder =
      line.kind === "keep" ? keeperOf(world, record.keepers[line.owner], receiver) : rotated(world, record, line);
    if (holder === undefined) continue;
    world.listener.onClause?.(`handoffs.${handoff.id}.assign.${index}`);
    return holder;
  }
  return receiver === undefined ? record.owner : { role: receiver };
}

function keeperOf(world: World, keeper: string | undefined, receiver: Id | undefined): Holder | undefined {
  return keeper === undefined ? undefined : holderNamed(world, keeper, receiver);
}

function rotated(
  world: World,
  record: RecordState,
  { role, when }: Exclude<Assignment, { kind: "keep" }>,
): Holder | undefined {
  return holds(world, record, when) ? { role } : undefined;
}

/** A newcomer takes over: what was overdue stays so, and every clock of the receiver starts anew. */
export function reassign(
  world: World,
  record: RecordState,
  { episode, role, clause }: { readonly episode: Episode | undefined; readonly role: Id; readonly clause: string },
): void {
  record.owner = { role };
  world.listener.onStep?.({ at: world.now, record: record.id, kind: "reassigned", clause, by: role });
  const old = record.running.filter((clock) => clock.episode === episode && !isFeedback(clock));
  for (const clock of old) {
    letGo(world, record, clock);
    const { placed, terms } = clock;
    if (placed === undefined || waitsFor(clock) === "complete") continue;
    startClock(world, record, { placed, terms, ...(episode === undefined ? {} : { episode }), isFresh: true });
  }
}

import type { Instant } from "../calendar/index.ts";
import type { Id, Reason } from "../contract/index.ts";
import { openEpisode } from "./episodes.ts";
import { enter, type Move } from "./moves.ts";
import type { Episode, RecordState, Touch, World } from "./state.ts";
import type { Terms } from "./terms.ts";

/** Moves a record where its reason says and lets it rest there; false where the reason leads to no stage. */
export function follow(
  world: World,
  record: RecordState,
  reason: Reason,
  move: Pick<Move, "cause" | "by"> & { readonly terms: Terms },
): boolean {
  const target = findStage(world, move.terms, reason.moveTo);
  if (target === undefined) return false;
  const { terms: _terms, ...why } = move;
  enter(world, record, target, { ...why, clause: `reasons.${reason.id}.moveTo`, reason: reason.id });
  rest(world, record, reason);
  return true;
}

/** Starts the cool-off of a reason. */
export function rest(world: World, record: RecordState, reason: Reason): void {
  record.coolOffUntil = undefined;
  if (reason.coolOff === undefined) return;
  record.coolOffUntil = world.terms.after(world.now, reason.coolOff);
  record.coolOffFor = reason.id;
}

/** A stage as it is now; one that the present version lost, as it was. */
export function findStage(world: World, terms: Terms, id: Id | undefined) {
  return world.terms.stages.get(id ?? "") ?? terms.stages.get(id ?? "");
}

/** Whether the touches that a reason needs were not made before a moment. */
export function isHollow(
  record: RecordState,
  reason: Reason,
  { since, until, terms }: { readonly since: Instant; readonly until: Instant; readonly terms: Terms },
): boolean {
  if (reason.onlyAfter === undefined) return false;
  const { count, over } = reason.onlyAfter;
  const made = record.touches.filter(({ at }) => at >= since && at <= until);
  if (made.length < count) return true;
  return over !== undefined && terms.after(earliest(made), over) > until;
}

function earliest(touches: readonly Touch[]): Instant {
  return Math.min(...touches.map(({ at }) => at));
}

/** Since when touches count for a reason: since the passing opened that is under way or led here, else since the entry. */
export function workedSince(record: RecordState): Instant {
  const stage = record.stage?.stage.id;
  const led = (record.origin ?? record).episodes.findLast(isAboutStage(stage, record));
  return (openEpisode(record) ?? led)?.openedAt ?? record.enteredAt ?? record.createdAt;
}

function isAboutStage(stage: Id | undefined, record: RecordState): (episode: Episode) => boolean {
  return ({ status, handoff, made, closedAt }) =>
    status === "accepted" &&
    handoff.to === stage &&
    (made === undefined || made === record.id) &&
    closedAt === record.enteredAt;
}

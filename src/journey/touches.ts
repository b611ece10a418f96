import type { Instant } from "../calendar/index.ts";
import { startClock, stopClock } from "./clocks.ts";
import { accept } from "./decisions.ts";
import { openEpisode, waitsFor } from "./episodes.ts";
import type { Clock, Episode, RecordState, Touch, World } from "./state.ts";

/** A touch: it stops what waits for one, and accepts where the contract says that touching is accepting. */
export function applyTouch(world: World, record: RecordState, touch: Touch): void {
  record.touches.push(touch);
  if (record.origin !== undefined) record.origin.touches.push(touch);
  stopNextTouched(world, record, touch);
  const holder = record.origin ?? record;
  stopFirstTouches(world, holder, touch);
  const episode = openEpisode(record);
  if (episode !== undefined) acceptByTouch(world, record, episode, touch);
}

/**
 * Of several deadlines of a stage that wait for a touch, one touch stops the one due first: the second reminder wants a
 * second touch.
 */
function stopNextTouched(world: World, record: RecordState, touch: Touch): void {
  const waiting = record.running.filter(
    (clock) => clock.episode === undefined && waitsFor(clock) === "touched" && counts(clock, touch),
  );
  const next = waiting.toSorted((one, other) => one.due - other.due)[0];
  if (next === undefined) return;
  stopClock(world, record, next, touch.at);
  const { placed, terms } = next;
  if (placed?.deadline.every !== undefined) startClock(world, record, { placed, terms });
}

function stopFirstTouches(world: World, record: RecordState, touch: Touch): void {
  for (const clock of [...record.running])
    if (clock.episode !== undefined && waitsFor(clock) === "touched" && counts(clock, touch))
      stopClock(world, record, clock, touch.at);
}

/** Of a kind that counts, and not before the handoff opened, or the stage was entered. */
function counts(clock: Clock, { kind, at }: Touch): boolean {
  const kinds = clock.placed?.deadline.counts ?? [];
  return (kinds.length === 0 || kinds.includes(kind)) && at >= (clock.episode?.openedAt ?? clock.startedAt);
}

function acceptByTouch(world: World, record: RecordState, episode: Episode, touch: Touch): void {
  const { handoff, status, decision, openedAt } = episode;
  if (handoff.acceptance !== "first-touch" || status !== "pending" || decision !== undefined) return;
  if (touch.at < openedAt || !acceptingKinds(episode, touch)) return;
  const by = touch.by === undefined ? {} : { by: touch.by };
  accept(world, record, episode, { at: touch.at, clause: `handoffs.${handoff.id}.acceptance`, ...by });
}

/** The kinds that the decision's deadline counts, where it names some. */
function acceptingKinds({ handoff }: Episode, { kind }: Touch): boolean {
  const named = handoff.deadlines
    .filter(({ stops }) => stops.kind === "decided" || stops.kind === "touched")
    .map((deadline) => deadline.counts);
  return named.every((kinds) => kinds.length === 0 || kinds.includes(kind));
}

/** What was done between the opening and the moment it was complete counts too. */
export function countEarlierTouches(world: World, record: RecordState, episode: Episode): void {
  const { openedAt, touchesBefore } = episode;
  const earlier = record.touches.filter((touch) => touch.at >= openedAt && !touchesBefore.includes(touch));
  for (const touch of earlier) {
    stopFirstTouches(world, record, touch);
    acceptByTouch(world, record, episode, touch);
  }
}

/** The latest moment of a touch that was typed in later counts as reported late: one business day after it. */
export function isTypedLate(world: World, happenedAt: Instant, at: Instant): boolean {
  return world.terms.after(happenedAt, { kind: "business", amount: 1, unit: "days" }) < at;
}

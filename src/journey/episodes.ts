import type { Instant } from "../calendar/index.ts";
import { breakClock, letGo, stopClock } from "./clocks.ts";
import type { Clock, Episode, EpisodeStatus, RecordState, World } from "./state.ts";

/** The passing that is under way, of which there is at most one. */
export function openEpisode(record: RecordState): Episode | undefined {
  return record.episodes.find(({ closedAt }) => closedAt === undefined);
}

/** What a clock of a handoff waits for; the clocks of feedback and repair wait for themselves. */
export function waitsFor(clock: Clock): "complete" | "decided" | "touched" | "left" | "condition" | undefined {
  return clock.placed?.deadline.stops.kind;
}

/** The running clocks of a passing. */
export function runningOf(record: RecordState, episode: Episode): readonly Clock[] {
  return record.running.filter((clock) => clock.episode === episode);
}

/** Stops the clocks that wait for a decision. */
export function stopDecision(world: World, record: RecordState, episode: Episode, at: Instant): void {
  for (const clock of runningOf(record, episode))
    if (waitsFor(clock) === "decided") stopClock(world, record, clock, at);
}

/** Stops the clock by which the other side hears what became of the record. */
export function stopFeedback(world: World, record: RecordState, episode: Episode): void {
  for (const clock of runningOf(record, episode)) if (isFeedback(clock)) stopClock(world, record, clock, world.now);
}

/** True for the clock of a handoff's feedback. */
export function isFeedback(clock: Clock): boolean {
  return clock.clause.endsWith(".feedback");
}

/** How a passing may end without a decision of the receiver. */
export type Ending = Extract<EpisodeStatus, "withdrawn" | "expired" | "departed">;

/** Ends a passing that nobody decided: withdrawn lets its clocks go, expired and departed break them. */
export function endEpisode(world: World, record: RecordState, episode: Episode, ending: Ending, clause: string): void {
  for (const clock of runningOf(record, episode))
    if (ending === "withdrawn") letGo(world, record, clock);
    else breakClock(world, record, clock);
  close(world, record, episode, { status: ending, clause });
}

/** Closes a passing and says which clause did it. */
export function close(
  world: World,
  record: RecordState,
  episode: Episode,
  {
    status,
    clause,
    by,
  }: {
    readonly status: Exclude<EpisodeStatus, "incomplete" | "pending">;
    readonly clause: string;
    readonly by?: string;
  },
): void {
  episode.status = status;
  episode.closedAt = world.now;
  world.listener.onStep?.({
    at: world.now,
    record: record.id,
    kind: status,
    clause,
    handoff: episode.handoff.id,
    episode,
    ...(episode.reason === undefined ? {} : { reason: episode.reason }),
    ...(by === undefined ? {} : { by }),
  });
}

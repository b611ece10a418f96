import type { Id } from "../contract/index.ts";
import { raisePriority } from "./clocks.ts";
import { holds } from "./conditions.ts";
import { openEpisode, runningOf } from "./episodes.ts";
import type { RecordState, World } from "./state.ts";

/** The first priority that applies; the last one says `otherwise` and always does. */
export function judgePriority(world: World, record: RecordState): Id | undefined {
  for (const { id, when } of world.terms.contract.priorities.values()) if (holds(world, record, when)) return id;
  return undefined;
}

/** A higher priority that came to hold replaces the one the handoff opened with; true where it did. */
export function raise(world: World, record: RecordState): boolean {
  const episode = openEpisode(record);
  if (episode?.priority === undefined) return false;
  const { priorities } = episode.terms.contract;
  for (const { id, when } of priorities.values()) {
    if (id === episode.priority) return false;
    if (!holds(world, record, when)) continue;
    episode.priority = id;
    for (const clock of runningOf(record, episode)) raisePriority(world, clock, id);
    const clause = `priorities.${id}`;
    world.listener.onStep?.({ at: world.now, record: record.id, kind: "priority", clause, priority: id, episode });
    return true;
  }
  return false;
}

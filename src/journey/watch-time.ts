import { contextOf } from "./conditions.ts";
import { openEpisode } from "./episodes.ts";
import type { RecordState, World } from "./state.ts";
import { nextTurn } from "./turning.ts";

/** Notes when a condition that matters to a record may come to hold by time alone. */
export function watchTime(world: World, record: RecordState): void {
  const { terms, now } = world;
  const stops = record.running.flatMap(({ placed }) =>
    placed === undefined ? [] : (terms.stopTurns.get(placed.deadline) ?? []),
  );
  const ways = record.stage?.turns ?? terms.birthTurns;
  const leaves = [...stops, ...(openEpisode(record) === undefined ? ways : terms.priorityTurns)];
  if (leaves.length === 0) {
    record.looksAgainAt = undefined;
    return;
  }
  record.looksAgainAt = nextTurn(leaves, record.valuation, contextOf(terms, now));
}

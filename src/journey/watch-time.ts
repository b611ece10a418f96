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
  const priorities = openEpisode(record) === undefined ? [] : terms.priorityTurns;
  const leaves = [...(record.stage?.turns ?? terms.birthTurns), ...stops, ...priorities];
  if (leaves.length === 0) {
    delete record.looksAgainAt;
    return;
  }
  record.looksAgainAt = nextTurn(leaves, record.valuation, contextOf(terms, now));
}

import { letGo } from "./clocks.ts";
import { endEpisode, openEpisode, runningOf } from "./episodes.ts";
import { enter } from "./moves.ts";
import type { Episode, RecordState, World } from "./state.ts";

/** Two records become one: the survivor keeps the later open stage and the earliest running clock. */
export function mergeInto(world: World, gone: RecordState, survivor: RecordState): void {
  joinData(gone, survivor);
  const goes = openEpisode(gone);
  const stays = openEpisode(survivor);
  if (isLater(world, gone, survivor) && gone.stage !== undefined) {
    const { stage, owner } = gone;
    const clause = `stages.${stage.stage.id}`;
    enter(world, survivor, stage, { cause: "criteria", clause, owner });
    adoptStageClocks(world, gone, survivor);
    if (goes !== undefined) adopt(gone, survivor, goes);
  } else if (goes !== undefined && stays?.handoff.id === goes.handoff.id && goes.openedAt < stays.openedAt) {
    endEpisode(world, survivor, stays, "withdrawn", "merge");
    adopt(gone, survivor, goes);
  }
  retire(world, gone, "merge");
}

/** What was known of either is known of both; where they differ the survivor's value stays. */
function joinData(gone: RecordState, survivor: RecordState): void {
  for (const [field, value] of gone.valuation.fields)
    if (!survivor.valuation.fields.has(field)) survivor.valuation.fields.set(field, value);
  for (const [signal, moments] of gone.valuation.signals) {
    const known = survivor.valuation.signals.get(signal) ?? [];
    survivor.valuation.signals.set(
      signal,
      [...known, ...moments].toSorted((one, other) => one - other),
    );
  }
  for (const [object, stages] of gone.valuation.linked)
    survivor.valuation.linked.set(object, [...(survivor.valuation.linked.get(object) ?? []), ...stages]);
  survivor.linkedRecords.push(...gone.linkedRecords);
  survivor.touches.push(...gone.touches);
  for (const [handoff, moments] of gone.returns)
    survivor.returns.set(handoff, [...(survivor.returns.get(handoff) ?? []), ...moments]);
}

/** In the order of the contract; a closed or parking stage is never later than an open one. */
function isLater(world: World, one: RecordState, other: RecordState): boolean {
  return rankOf(world, one) > rankOf(world, other);
}

function rankOf(world: World, { stage }: RecordState): number {
  if (stage === undefined) return -1;
  if (stage.stage.closed !== undefined || stage.stage.parking) return 0;
  return 1 + [...world.terms.stages.keys()].indexOf(stage.stage.id);
}

/** The clocks go on with the record that survives. */
function adopt(gone: RecordState, survivor: RecordState, episode: Episode): void {
  const clocks = runningOf(gone, episode);
  gone.episodes.splice(gone.episodes.indexOf(episode), 1);
  survivor.episodes.push(episode);
  for (const clock of clocks) {
    gone.running.splice(gone.running.indexOf(clock), 1);
    survivor.running.push(clock);
  }
  survivor.owner = gone.owner;
}

function adoptStageClocks(world: World, gone: RecordState, survivor: RecordState): void {
  const fresh = survivor.stageClocks.filter(({ startedAt, final }) => startedAt === world.now && final === undefined);
  for (const clock of fresh) {
    survivor.running.splice(survivor.running.indexOf(clock), 1);
    survivor.stageClocks.splice(survivor.stageClocks.indexOf(clock), 1);
  }
  for (const clock of gone.running.filter(({ episode }) => episode === undefined)) {
    gone.running.splice(gone.running.indexOf(clock), 1);
    gone.stageClocks.splice(gone.stageClocks.indexOf(clock), 1);
    survivor.stageClocks.push(clock);
    survivor.running.push(clock);
  }
  if (gone.expiresAt !== undefined) survivor.expiresAt = gone.expiresAt;
}

/** Deleted, or merged into another: nothing runs for it any more. */
export function retire(world: World, record: RecordState, clause: string): void {
  const episode = openEpisode(record);
  if (episode !== undefined) endEpisode(world, record, episode, "withdrawn", clause);
  for (const clock of [...record.running]) letGo(world, record, clock);
  record.isGone = true;
}

import type { Id } from "../contract/index.ts";
import { outOfScope } from "./conditions.ts";
import { openEpisode } from "./episodes.ts";
import type { Holder, RecordState, World } from "./state.ts";

/** Who has to act on a record now, and the clause that says so; undefined where it is nobody's any more. */
export interface Responsible {
  readonly holder: Holder;
  readonly clause: string;
}

/** Who answers for a record at the moment of its world. */
export function responsibleNow(world: World, record: RecordState): Responsible | undefined {
  if (record.isGone === true) return undefined;
  const out = outOfScope(world, record);
  if (out?.kind === "excluded") return excluded(out.exclusion.id, out.exclusion.to);
  const episode = openEpisode(record);
  if (episode?.status === "incomplete")
    return { holder: episode.sender, clause: `handoffs.${episode.handoff.id}.requires` };
  if (episode !== undefined) return { holder: record.owner, clause: `handoffs.${episode.handoff.id}` };
  if (record.sentBack !== undefined) return { holder: record.sentBack.to, clause: "reasons" };
  if (record.stage === undefined) return undefined;
  return { holder: record.owner, clause: `stages.${record.stage.stage.id}.owner` };
}

function excluded(id: Id, to: Id): Responsible | undefined {
  return to === "nobody" ? undefined : { holder: { role: to }, clause: `scope.exclude.${id}` };
}

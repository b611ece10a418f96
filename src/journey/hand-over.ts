import { holds, outOfScope } from "./conditions.ts";
import { openEpisode } from "./episodes.ts";
import { isComplete, open, tellMissing } from "./handoffs.ts";
import { offerAgain } from "./settle.ts";
import type { Note, RecordState, World } from "./state.ts";
import type { HandoffTerms } from "./terms.ts";

/** The sender hands over: what waits for its hand opens if its criteria hold, what was sent back may open again. */
export function handOver(world: World, record: RecordState, named: string | undefined): Note | undefined {
  if (openEpisode(record) !== undefined) return "already-handed-over";
  const stage = record.stage?.stage.id ?? "";
  const byHand = [...world.terms.handoffs.values()].filter(({ handoff }) => handoff.by !== undefined);
  const chosen = byHand.find(({ handoff }) => handoff.from.includes(stage) && (named ?? handoff.id) === handoff.id);
  if (chosen !== undefined) return openByHand(world, record, chosen);
  const automatic = record.stage?.automatic.some(({ handoff }) => (named ?? handoff.id) === handoff.id) === true;
  if (!automatic || record.awaySince === undefined) return "no-such-handoff";
  offerAgain(world, record);
  return undefined;
}

function openByHand(world: World, record: RecordState, terms: HandoffTerms): Note | undefined {
  const { handoff, openings } = terms;
  const conditions = openings.get(record.stage?.stage.id ?? "") ?? [];
  if (outOfScope(world, record) !== undefined) return "out-of-scope";
  if (!conditions.every((condition) => holds(world, record, condition))) return "criteria-not-met";
  const owesCompletion = handoff.deadlines.some(({ stops }) => stops.kind === "complete");
  tellMissing(world, record, handoff);
  // Without a deadline for what is missing nobody would owe it: it is handed over once it is there.
  if (!isComplete(record, handoff.requires) && !owesCompletion) return "fields-missing";
  offerAgain(world, record);
  open(world, record, terms, false);
  return undefined;
}

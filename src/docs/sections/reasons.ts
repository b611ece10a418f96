import type { Id, Reason } from "../../contract/index.ts";
import { demandsOf } from "../describe-reason.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import type { TableSection } from "../section-model.ts";
import { capitalise } from "../words/index.ts";

/** Every reason with what follows from it; null without reasons. */
export function buildReasons(context: DocumentContext): TableSection | null {
  const { contract, labels, say } = context;
  if (contract.reasons.size === 0) return null;
  const { columns } = labels;
  return {
    heading: { text: labels.headings.reasons, anchor: "reasons" },
    intro: say.reasons.intro,
    table: {
      columns: [columns.reason, columns.destination, columns.coolOff, columns.conditions, columns.usedIn],
      rows: [...contract.reasons.values()].map((reason) => [
        cell(context.text(reason.label)),
        destinationCell(context, reason),
        cell(reason.coolOff === undefined ? labels.none : context.duration(reason.coolOff)),
        cell(capitalise(demandsOf(context, reason).join(", ")) || labels.none),
        cell(placesOf(context, reason.id)),
      ]),
    },
    notes: [...contract.reasons.values()].some(({ onlyAfter }) => onlyAfter !== undefined) ? [say.reasons.early] : [],
  };
}

function destinationCell({ labels, say, stage }: DocumentContext, { moveTo }: Reason) {
  if (moveTo === undefined) return cell(labels.none);
  return moveTo === "sender" ? cell(say.reasons.toSender) : cell(say.reasons.toStage(stage(moveTo)), `stage-${moveTo}`);
}

/** Where people may give a reason; the others are set by an expiry or a limit. */
function placesOf(context: DocumentContext, reason: Id): string {
  const { contract, say } = context;
  const handoffs = [...contract.handoffs.values()]
    .filter(({ feedback }) => feedback?.reasons.includes(reason) ?? false)
    .map(({ id }) => context.handoff(id));
  const stages = [...contract.stages.values()]
    .filter(({ exitReasons }) => exitReasons.includes(reason))
    .map(({ id }) => context.stage(id));
  const places = [...handoffs, ...stages];
  return places.length === 0 ? say.reasons.automatic : places.join(", ");
}

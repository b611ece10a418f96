import type { Instant } from "../../calendar/index.ts";
import { receiverOf } from "../../contract/index.ts";
import { deadlinesOfHandoff, deadlinesOfStage, durationsOf, type PlacedDeadline } from "../describe-deadline.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import { distinctZone, exampleMoment } from "../example-moment.ts";
import type { Cell, TableSection } from "../section-model.ts";
import { describeEscalation } from "./timeline.ts";

/** Every deadline on one page, a row per priority, with its due date in the example; null without deadlines. */
export function buildDeadlines(context: DocumentContext): TableSection | null {
  const { contract, labels, say } = context;
  const placements = [
    ...[...contract.handoffs.values()].map((handoff) => ({
      deadlines: deadlinesOfHandoff(context, handoff),
      place: cell(context.handoff(handoff.id), `handoff-${handoff.id}`),
      example: exampleMoment(context, context.clockOf(receiverOf(context.contract, handoff))),
    })),
    ...[...contract.stages.values()].map((stage) => ({
      deadlines: deadlinesOfStage(context, stage),
      place: cell(context.stage(stage.id), `stage-${stage.id}`),
      example: exampleMoment(context, context.clockOf(stage.owner)),
    })),
  ].filter(({ deadlines }) => deadlines.length > 0);
  if (placements.length === 0) return null;
  const moments = placements.flatMap(({ example }) =>
    example === null ? [] : [say.deadlines.zoned(example.moment, example.zone)],
  );
  const { columns } = labels;
  return {
    heading: { text: labels.headings.deadlines, anchor: "deadlines" },
    intro: moments.length === 0 ? "" : say.deadlines.example([...new Set(moments)]),
    table: {
      columns: [columns.deadline, columns.where, columns.owedBy, columns.within, columns.example, columns.late],
      rows: placements.flatMap(({ deadlines, place, example }) =>
        deadlines.flatMap((placed) => rowsOf(context, placed, { place, start: example?.start })),
      ),
    },
    notes: moments.length === 0 ? [] : [say.deadlines.clocks],
  };
}

interface Placement {
  readonly place: Cell;
  readonly start: Instant | undefined;
}

function rowsOf(
  context: DocumentContext,
  placed: PlacedDeadline,
  { place, start }: Placement,
): readonly (readonly Cell[])[] {
  const { say, priority, duration: inWords } = context;
  const office = context.clockOf(placed.owedBy);
  const zone = distinctZone(context, office);
  const late = escalationLadder(context, placed);
  return durationsOf(placed.deadline).map(({ priority: id, duration }) => {
    const due = office === undefined || start === undefined ? undefined : office.clock.dueAt(start, duration);
    const moment = context.moment(due, office);
    const allowed = placed.deadline.within === undefined ? say.within.rhythm(inWords(duration)) : inWords(duration);
    return [
      cell(id === null ? placed.title : `${placed.title} (${priority(id)})`),
      place,
      cell(context.who(placed.owedBy)),
      cell(allowed),
      cell(zone === null || due === undefined ? moment : say.deadlines.zoned(moment, zone)),
      cell(late),
    ];
  });
}

/** Every rung of the escalation in one cell. */
export function escalationLadder(context: DocumentContext, { deadline }: PlacedDeadline): string {
  const steps = deadline.escalate.map((step) => describeEscalation(context, step));
  return steps.length === 0 ? context.say.deadlines.nothing : steps.join(context.language === "fr" ? "\u202f; " : "; ");
}

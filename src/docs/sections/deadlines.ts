import type { Instant } from "../../calendar/index.ts";
import {
  deadlinesOfHandoff,
  deadlinesOfStage,
  durationsOf,
  type PlacedDeadline,
  receiverOf,
} from "../describe-deadline.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import type { Cell, TableSection } from "../document-model.ts";
import { exampleMoment } from "../example-moment.ts";
import { describeEscalation } from "./timeline.ts";

/** Every deadline on one page, with its due date in the example; null without deadlines. */
export function buildDeadlines(context: DocumentContext): TableSection | null {
  const { contract, labels, say } = context;
  const rows = [
    ...[...contract.handoffs.values()].flatMap((handoff) => {
      const example = exampleMoment(context, context.clockOf(receiverOf(context, handoff)));
      const place = cell(context.handoff(handoff.id), `handoff-${handoff.id}`);
      return deadlinesOfHandoff(context, handoff).map((placed) =>
        rowOf(context, placed, { place, start: example?.start }),
      );
    }),
    ...[...contract.stages.values()].flatMap((stage) => {
      const example = exampleMoment(context, context.clockOf(stage.owner));
      const place = cell(context.stage(stage.id), `stage-${stage.id}`);
      return deadlinesOfStage(context, stage).map((placed) => rowOf(context, placed, { place, start: example?.start }));
    }),
  ];
  if (rows.length === 0) return null;
  const example = exampleMoment(context, context.clockOf(undefined));
  const { columns } = labels;
  return {
    heading: { text: labels.headings.deadlines, anchor: "deadlines" },
    intro: example === null ? "" : say.deadlines.example(example.moment),
    table: {
      columns: [columns.deadline, columns.where, columns.owedBy, columns.within, columns.example, columns.late],
      rows,
    },
    notes: [],
  };
}

interface Placement {
  readonly place: Cell;
  readonly start: Instant | undefined;
}

function rowOf(context: DocumentContext, placed: PlacedDeadline, { place, start }: Placement): readonly Cell[] {
  const { say, language, priority } = context;
  const office = context.clockOf(placed.owedBy);
  const [first] = placed.deadline.escalate;
  const dues = durationsOf(placed.deadline).map(({ priority: id, duration }) => {
    const due = office === undefined || start === undefined ? undefined : office.clock.dueAt(start, duration);
    const said = context.moment(due, office);
    return id === null ? said : `${said} (${priority(id)})`;
  });
  return [
    cell(placed.title),
    place,
    cell(context.who(placed.owedBy)),
    cell(allowedTimes(context, placed)),
    cell(dues.join(language === "fr" ? "\u202f; " : "; ")),
    cell(first === undefined ? say.deadlines.nothing : describeEscalation(context, first)),
  ];
}

function allowedTimes(context: DocumentContext, { deadline }: PlacedDeadline): string {
  const { say, priority } = context;
  const times = durationsOf(deadline).map(({ priority: id, duration }) => {
    const said = context.duration(duration);
    return id === null ? said : `${said} (${priority(id)})`;
  });
  return deadline.within === undefined ? times.map(say.within.rhythm).join("") : times.join(", ");
}

import type { Deadline, Id } from "../../contract/index.ts";
import type { Condition } from "../../criteria/index.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import type { TableSection } from "../section-model.ts";
import { signalsIn } from "./stage-entry.ts";

/** What people do that counts, and where it counts; null without a signal. */
export function buildSignals(context: DocumentContext): TableSection | null {
  const { contract, labels, say, text } = context;
  if (contract.signals.size === 0) return null;
  const { columns } = labels;
  const users = usersOf(context);
  return {
    heading: { text: labels.headings.signals, anchor: "signals" },
    intro: say.signals.intro,
    table: {
      columns: [columns.signal, columns.nature, columns.usedBy],
      rows: [...contract.signals.values()].map(({ id, label, handRaise }) => {
        const names = users.filter(({ signals }) => signals.includes(id)).map(({ name }) => name);
        return [
          cell(text(label)),
          cell(handRaise ? say.signals.handRaise : say.signals.plain),
          cell([...new Set(names)].join(", ") || labels.none),
        ];
      }),
    },
    notes: [],
  };
}

interface User {
  readonly name: string;
  readonly signals: readonly Id[];
}

/** Everything with a condition, under the name readers know it by. */
function usersOf(context: DocumentContext): readonly User[] {
  const { contract, say, quoted } = context;
  const user = (name: string, ...conditions: readonly (Condition | undefined)[]): User => ({
    name,
    signals: conditions.flatMap((condition) => (condition === undefined ? [] : signalsIn(condition))),
  });
  const stopsOf = ({ deadlines }: { readonly deadlines: readonly Deadline[] }) =>
    deadlines.map(({ stops }) => (stops.kind === "condition" ? stops.condition : undefined));
  return [
    user(say.signals.scope, contract.scope.include, ...contract.scope.exclude.map(({ when }) => when)),
    ...[...contract.criteria.values()].map(({ label, condition }) => user(quoted(context.text(label)), condition)),
    ...[...contract.priorities.values()].map(({ id, when }) => user(quoted(context.priority(id)), when)),
    ...[...contract.stages.values()].map((stage) =>
      user(quoted(context.stage(stage.id)), stage.criteria, ...stopsOf(stage)),
    ),
    ...[...contract.handoffs.values()].map((handoff) =>
      user(
        quoted(context.handoff(handoff.id)),
        handoff.criteria,
        ...stopsOf(handoff),
        ...handoff.assign.map((step) => (step.kind === "keep" ? undefined : step.when)),
      ),
    ),
  ];
}

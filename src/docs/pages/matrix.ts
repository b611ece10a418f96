import type { Id } from "../../contract/index.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import type { MatrixCell, MatrixSection } from "../page-model.ts";
import type { Cell } from "../section-model.ts";
import { doersOf } from "../sections/handoffs.ts";

const parts = ["responsible", "accountable", "consulted", "informed"] as const;
type Part = (typeof parts)[number];

interface Subject {
  readonly cell: Cell;
  readonly roles: Readonly<Record<Part, readonly Id[]>>;
}

/** Handoffs and decisions against functions; null where nobody is named for anything. */
export function buildMatrix(context: DocumentContext): MatrixSection | null {
  const { contract, pages, say, text } = context;
  const handoffs = [...contract.handoffs.values()].map((handoff): Subject => {
    const { accountable, informed } = handoff.responsibilities;
    return {
      cell: cell(context.handoff(handoff.id), `handoff-${handoff.id}`),
      roles: { responsible: doersOf(context, handoff), accountable, consulted: [], informed },
    };
  });
  const decisions = contract.governance.decisions.map(
    (decision): Subject => ({ cell: cell(text(decision.label) || decision.id), roles: decision }),
  );
  const named = new Set([...handoffs, ...decisions].flatMap(({ roles }) => parts.flatMap((part) => roles[part])));
  if (named.size === 0) return null;
  // Roles in the order of the contract; parties that are named themselves come after them.
  const columns = [...new Set([...contract.roles.keys(), ...named])].filter((id) => named.has(id));
  const words = pages.responsibilities;
  const group = (title: string, subjects: readonly Subject[]) =>
    subjects.length === 0
      ? []
      : [{ title, span: columns.length + 1, rows: subjects.map((subject) => rowOf(context, subject, columns)) }];
  return {
    heading: { text: words.matrix, anchor: "matrix" },
    intro: words.intro,
    legend: say.governance.legend,
    subject: words.subject,
    roles: columns.map(context.who),
    groups: [...group(words.handoffs, handoffs), ...group(words.decisions, decisions)],
  };
}

function rowOf(context: DocumentContext, { cell: subject, roles }: Subject, columns: readonly Id[]) {
  return {
    subject,
    cells: columns.map((role) =>
      cellOf(
        context,
        parts.filter((part) => roles[part].includes(role)),
      ),
    ),
  };
}

function cellOf({ labels, pages, say }: DocumentContext, held: readonly Part[]): MatrixCell {
  return {
    letters: held.map((part) => pages.responsibilities.letters[part]).join(", "),
    words: say.list(held.map((part) => labels.raci[part])),
  };
}

import { type DocumentContext, fact, line } from "../document-context.ts";
import type { CriteriaSection } from "../section-model.ts";

/** The criteria that have a name; null without one. */
export function buildCriteria(context: DocumentContext): CriteriaSection | null {
  const { contract, labels, say, text } = context;
  if (contract.criteria.size === 0) return null;
  return {
    heading: { text: labels.headings.criteria, anchor: "criteria" },
    intro: say.criteria.intro,
    facts: [...contract.criteria.values()].map(({ label, condition }) =>
      fact(text(label), [context.conditionLine(condition)]),
    ),
  };
}

/** How urgent a record is; null where the contract makes no difference. */
export function buildPriorities(context: DocumentContext): CriteriaSection | null {
  const { contract, labels, say, text } = context;
  if (contract.priorities.size === 0) return null;
  return {
    heading: { text: labels.headings.priorities, anchor: "priorities" },
    intro: say.criteria.priorities(context.noun()),
    facts: [...contract.priorities.values()].map(({ label, when }) =>
      fact(text(label), [when === undefined ? line(say.criteria.otherwise) : context.conditionLine(when)]),
    ),
  };
}

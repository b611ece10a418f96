import { cell, type DocumentContext, fact, line, spoken } from "../document-context.ts";
import type { GovernanceSection } from "../section-model.ts";
import { capitalise } from "../words/index.ts";
import { clauseName } from "./header.ts";

/** How the contract changes, who decides and when it is reviewed; null where it says nothing of this. */
export function buildGovernance(context: DocumentContext): GovernanceSection | null {
  const { contract, labels, say, who, duration } = context;
  const { notice, worstWait, approvals, decisions, reviews } = contract.governance;
  const facts = spoken([
    fact(labels.governance.notice, notice === undefined ? "" : duration(notice)),
    fact(labels.governance.underWay, notice === undefined ? "" : say.governance.underWay),
    fact(labels.governance.worstWait, worstWait === undefined ? "" : duration(worstWait)),
    fact(
      labels.governance.approvals,
      approvals.map(({ role, for: clauses }) => {
        const approved = clauses.length === 0 ? say.governance.everything : say.list(clauses.map(clauseName(context)));
        return line(say.governance.approvalFor(who(role), approved));
      }),
    ),
  ]);
  if (facts.length === 0 && decisions.length === 0 && reviews.length === 0) return null;
  return {
    heading: { text: labels.headings.governance, anchor: "governance" },
    facts,
    decisions: decisionsOf(context),
    reviews: reviewsOf(context),
  };
}

function decisionsOf(context: DocumentContext): GovernanceSection["decisions"] {
  const { contract, labels, say, who, duration, text } = context;
  const { decisions } = contract.governance;
  if (decisions.length === 0) return null;
  const { raci, columns } = labels;
  const names = (roles: readonly string[]) => cell(roles.length === 0 ? labels.none : say.list(roles.map(who)));
  return {
    title: labels.governance.decisions,
    legend: say.governance.legend,
    table: {
      columns: [columns.decision, raci.responsible, raci.accountable, raci.consulted, raci.informed, columns.within],
      rows: decisions.map((decision) => [
        cell(text(decision.label)),
        names(decision.responsible),
        names(decision.accountable),
        names(decision.consulted),
        names(decision.informed),
        cell(decision.within === undefined ? labels.none : duration(decision.within)),
      ]),
    },
  };
}

function reviewsOf({ contract, labels, who, text }: DocumentContext): GovernanceSection["reviews"] {
  const { reviews } = contract.governance;
  if (reviews.length === 0) return null;
  const { columns } = labels;
  return {
    title: labels.governance.reviews,
    table: {
      columns: [columns.review, columns.rhythm, columns.chair],
      rows: reviews.map(({ id, label, every, chair }) => [
        cell(capitalise(text(label) || id.replaceAll("-", " "))),
        cell(capitalise(labels.every[every])),
        cell(who(chair)),
      ]),
    },
  };
}

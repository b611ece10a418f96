import { parseRecycle } from "../../language/index.ts";
import type { Assignment, Feedback, Handoff } from "../contract.ts";
import { readCondition } from "./conditions.ts";
import { type Clause, defined, into, itemsOf, type ResolveContext, reportKey } from "./context.ts";
import { readDeadlines } from "./deadlines.ts";
import { readReference, readReferences, toField, toPartyOrRole, toReason, toRole, toStage } from "./references.ts";
import { readDuration, readFlag, readGrammar, readLabel, readString, readStrings } from "./values.ts";

/** An entry of `handoffs`. */
export function readHandoff(context: ResolveContext, clause: Clause, id: string): Handoff {
  const acceptance = readString(into(clause, "acceptance"));
  return {
    id,
    path: clause.path,
    label: readLabel(context, clause, id),
    formerly: readStrings(into(clause, "formerly")),
    from: readReferences(context, into(clause, "from"), toStage),
    to: readReference(context, into(clause, "to"), toStage) ?? "",
    otherwise: readFlag(into(clause, "otherwise")),
    requires: readReferences(context, into(clause, "requires"), toField),
    helpful: readReferences(context, into(clause, "helpful"), toField),
    assign: itemsOf(into(clause, "assign"))
      .map((item) => readAssignment(context, item))
      .filter((rule) => rule !== undefined),
    acceptance: acceptance === "first-touch" || acceptance === "automatic" ? acceptance : "decision",
    deadlines: readDeadlines(context, into(clause, "deadlines"), "handoff"),
    responsibilities: readResponsibilities(context, into(clause, "responsibilities")),
    ...defined({
      by: readReference(context, into(clause, "by"), toRole),
      criteria: readCondition(context, into(clause, "criteria")),
      feedback: readFeedback(context, into(clause, "feedback")),
      recycle: readRecycle(context, into(clause, "recycle")),
    }),
  };
}

function readAssignment(context: ResolveContext, clause: Clause): Assignment | undefined {
  const when = readCondition(context, into(clause, "when"));
  const keep = readString(into(clause, "keep"));
  if (keep !== undefined) return { kind: "keep", owner: keep === "contact-owner" ? "contact-owner" : "company-owner" };
  const rotate = readReference(context, into(clause, "rotate"), toRole);
  if (rotate !== undefined) return { kind: "rotate", role: rotate, ...defined({ when }) };
  const to = readReference(context, into(clause, "to"), toRole);
  if (into(clause, "to").node === undefined)
    reportKey(context, clause, "SCH102", { key: "keep, rotate, to", place: "a line of assign" });
  return to === undefined ? undefined : { kind: "to", role: to, ...defined({ when }) };
}

function readFeedback(context: ResolveContext, clause: Clause): Feedback | undefined {
  if (clause.node === undefined) return undefined;
  const within = readDuration(context, into(clause, "within"));
  return {
    reasons: readReferences(context, into(clause, "reasons"), toReason),
    to: readReferences(context, into(clause, "to"), toPartyOrRole),
    ...defined({ within }),
  };
}

function readRecycle(context: ResolveContext, clause: Clause): Handoff["recycle"] {
  const limit = readGrammar(context, into(clause, "max"), parseRecycle);
  const reason = readReference(context, into(clause, "reason"), toReason);
  return limit === undefined || reason === undefined ? undefined : { ...limit, reason };
}

function readResponsibilities(context: ResolveContext, clause: Clause): Handoff["responsibilities"] {
  return {
    accountable: readReferences(context, into(clause, "accountable"), toRole),
    informed: readReferences(context, into(clause, "informed"), toPartyOrRole),
    responsible: readReferences(context, into(clause, "responsible"), toRole),
  };
}

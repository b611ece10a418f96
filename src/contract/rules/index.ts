import { conditionOperators } from "./condition-operators.ts";
import { confusableIds } from "./confusable-ids.ts";
import { feedbackWithoutReader } from "./feedback-without-reader.ts";
import { handoffNeverOpens } from "./handoff-never-opens.ts";
import { handoffWithoutCriteria } from "./handoff-without-criteria.ts";
import { incompleteOwedByNobody } from "./incomplete-owed-by-nobody.ts";
import { missingCalendar } from "./missing-calendar.ts";
import { missingDeadline } from "./missing-deadline.ts";
import { missingDefinition } from "./missing-definition.ts";
import { missingRefusalPath } from "./missing-refusal-path.ts";
import { noAccountable } from "./no-accountable.ts";
import { noResponsible } from "./no-responsible.ts";
import { notBuiltYet } from "./not-built-yet.ts";
import { oneSidedContract } from "./one-sided-contract.ts";
import { ownerChangeWithoutHandoff } from "./owner-change-without-handoff.ts";
import { reasonWithoutConsequence } from "./reason-without-consequence.ts";
import { refusalWithoutReason } from "./refusal-without-reason.ts";
import { reviewOverdue } from "./review-overdue.ts";
import type { Rule } from "./rule.ts";
import { silentSink } from "./silent-sink.ts";
import { unknownOption } from "./unknown-option.ts";
import { unreachableStage } from "./unreachable-stage.ts";
import { unusedDefinition } from "./unused-definition.ts";
import { worstCase } from "./worst-case.ts";

export type { Rule, RuleFacts } from "./rule.ts";

/** The registry: a rule that is not in it does not run. */
export const rules: readonly Rule[] = [
  conditionOperators,
  confusableIds,
  feedbackWithoutReader,
  handoffNeverOpens,
  handoffWithoutCriteria,
  incompleteOwedByNobody,
  missingCalendar,
  missingDeadline,
  missingDefinition,
  missingRefusalPath,
  noAccountable,
  noResponsible,
  notBuiltYet,
  oneSidedContract,
  ownerChangeWithoutHandoff,
  reasonWithoutConsequence,
  refusalWithoutReason,
  reviewOverdue,
  silentSink,
  unknownOption,
  unreachableStage,
  unusedDefinition,
  worstCase,
];

import { capacityExceeded } from "./capacity-exceeded.ts";
import { chainExceedsPromise } from "./chain-exceeds-promise.ts";
import { conditionOperators } from "./condition-operators.ts";
import { confusableIds } from "./confusable-ids.ts";
import { disjointCalendars } from "./disjoint-calendars.ts";
import { escalationOrder } from "./escalation-order.ts";
import { feedbackWithoutReader } from "./feedback-without-reader.ts";
import { gameableClock } from "./gameable-clock.ts";
import { handoffNeverOpens } from "./handoff-never-opens.ts";
import { handoffWithoutCriteria } from "./handoff-without-criteria.ts";
import { holidaysExpired } from "./holidays-expired.ts";
import { incompleteOwedByNobody } from "./incomplete-owed-by-nobody.ts";
import { missingCalendar } from "./missing-calendar.ts";
import { missingDeadline } from "./missing-deadline.ts";
import { missingDefinition } from "./missing-definition.ts";
import { missingEscalation } from "./missing-escalation.ts";
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
  capacityExceeded,
  chainExceedsPromise,
  conditionOperators,
  confusableIds,
  disjointCalendars,
  escalationOrder,
  feedbackWithoutReader,
  gameableClock,
  handoffNeverOpens,
  handoffWithoutCriteria,
  holidaysExpired,
  incompleteOwedByNobody,
  missingCalendar,
  missingDeadline,
  missingDefinition,
  missingEscalation,
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

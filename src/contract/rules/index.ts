import { alwaysTrue } from "./always-true.ts";
import { backwardLifecycleMove } from "./backward-lifecycle-move.ts";
import { capacityExceeded } from "./capacity-exceeded.ts";
import { chainExceedsPromise } from "./chain-exceeds-promise.ts";
import { conditionOperators } from "./condition-operators.ts";
import { confusableIds } from "./confusable-ids.ts";
import { counterpartNotInformed } from "./counterpart-not-informed.ts";
import { disjointCalendars } from "./disjoint-calendars.ts";
import { emailOpenAsInterest } from "./email-open-as-interest.ts";
import { endlessRecycle } from "./endless-recycle.ts";
import { entryAndEnd } from "./entry-and-end.ts";
import { escalationOrder } from "./escalation-order.ts";
import { escalationToSelf } from "./escalation-to-self.ts";
import { expiryBeatsEscalation } from "./expiry-beats-escalation.ts";
import { feedbackWithoutDeadline } from "./feedback-without-deadline.ts";
import { feedbackWithoutReader } from "./feedback-without-reader.ts";
import { fieldMapping } from "./field-mapping.ts";
import { gameableClock } from "./gameable-clock.ts";
import { glossaryViolation } from "./glossary-violation.ts";
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
import { openReasonList } from "./open-reason-list.ts";
import { overlappingCriteria } from "./overlapping-criteria.ts";
import { overloadedRole } from "./overloaded-role.ts";
import { ownerChangeWithoutHandoff } from "./owner-change-without-handoff.ts";
import { parkingWithoutReturn } from "./parking-without-return.ts";
import { reasonWithoutConsequence } from "./reason-without-consequence.ts";
import { recycleWithoutCoolOff } from "./recycle-without-cool-off.ts";
import { redundantCondition } from "./redundant-condition.ts";
import { refusalWithoutReason } from "./refusal-without-reason.ts";
import { returnWithoutSignal } from "./return-without-signal.ts";
import { reviewOverdue } from "./review-overdue.ts";
import type { Rule } from "./rule.ts";
import { shadowedCriteria } from "./shadowed-criteria.ts";
import { silentSink } from "./silent-sink.ts";
import { stageBypass } from "./stage-bypass.ts";
import { unassignedRole } from "./unassigned-role.ts";
import { uncoveredLeads } from "./uncovered-leads.ts";
import { unknownNotHandled } from "./unknown-not-handled.ts";
import { unknownOption } from "./unknown-option.ts";
import { unmeasurableDeadline } from "./unmeasurable-deadline.ts";
import { unreachableStage } from "./unreachable-stage.ts";
import { unreachableWithoutAttempts } from "./unreachable-without-attempts.ts";
import { unsatisfiableCriteria } from "./unsatisfiable-criteria.ts";
import { unusedDefinition } from "./unused-definition.ts";
import { weakerThanPreviousStage } from "./weaker-than-previous-stage.ts";
import { worstCase } from "./worst-case.ts";

export type { Rule, RuleFacts } from "./rule.ts";

/** The registry: a rule that is not in it does not run. */
export const rules: readonly Rule[] = [
  alwaysTrue,
  backwardLifecycleMove,
  capacityExceeded,
  chainExceedsPromise,
  conditionOperators,
  confusableIds,
  counterpartNotInformed,
  disjointCalendars,
  emailOpenAsInterest,
  endlessRecycle,
  entryAndEnd,
  escalationOrder,
  escalationToSelf,
  expiryBeatsEscalation,
  feedbackWithoutDeadline,
  feedbackWithoutReader,
  fieldMapping,
  gameableClock,
  glossaryViolation,
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
  openReasonList,
  overlappingCriteria,
  overloadedRole,
  ownerChangeWithoutHandoff,
  parkingWithoutReturn,
  reasonWithoutConsequence,
  recycleWithoutCoolOff,
  redundantCondition,
  refusalWithoutReason,
  returnWithoutSignal,
  reviewOverdue,
  shadowedCriteria,
  silentSink,
  stageBypass,
  unassignedRole,
  uncoveredLeads,
  unknownNotHandled,
  unknownOption,
  unmeasurableDeadline,
  unreachableStage,
  unreachableWithoutAttempts,
  unsatisfiableCriteria,
  unusedDefinition,
  weakerThanPreviousStage,
  worstCase,
];

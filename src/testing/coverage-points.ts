import type { Contract, Deadline, Handoff, Reason, Stage } from "../contract/index.ts";
import type { Condition } from "../criteria/index.ts";

/** Something a clause may do, that a test should have seen it do. */
export interface CoveragePoint {
  /** Such as `handoffs.marketing-to-sdr.deadlines.decision`. */
  readonly clause: string;
  readonly facet: Facet;
}

/** What is to be seen of a clause. */
export type Facet =
  | "true"
  | "false"
  | "entered"
  | "moved"
  | "expired"
  | "opened"
  | "accepted"
  | "refused"
  | "limit"
  | "missing"
  | "assigned"
  | "used"
  | "rested"
  | "hollow"
  | "detail"
  | "kept"
  | "missed"
  | "priority"
  | "sent";

/** The key of a point. */
export function keyOf({ clause, facet }: CoveragePoint): string {
  return `${clause} ${facet}`;
}

/** Everything the clauses of a contract may do, in the order they are written. */
export function coveragePoints(contract: Contract): readonly CoveragePoint[] {
  const { scope } = contract;
  return [
    ...conditionPoints(scope.include),
    ...scope.exclude.flatMap(({ when }) => conditionPoints(when)),
    ...[...contract.criteria.values()].flatMap(({ condition }) => conditionPoints(condition)),
    ...[...contract.priorities.values()].flatMap(({ when }) => conditionPoints(when)),
    ...[...contract.stages.values()].flatMap(stagePoints),
    ...[...contract.reasons.values()].flatMap((reason) => reasonPoints(contract, reason)),
    ...[...contract.handoffs.values()].flatMap(handoffPoints),
  ];
}

function point(clause: string, facet: Facet): CoveragePoint {
  return { clause, facet };
}

/** Every leaf once true and once false; what is always so or never is a finding of its own. */
function conditionPoints(condition: Condition | undefined): readonly CoveragePoint[] {
  if (condition === undefined) return [];
  if ("of" in condition) return condition.of.flatMap(conditionPoints);
  // A named criteria is seen where it is defined.
  if (condition.kind === "meets") return [];
  const clause = condition.path.join(".");
  return [point(clause, "true"), point(clause, "false")];
}

function stagePoints(stage: Stage): readonly CoveragePoint[] {
  const clause = `stages.${stage.id}`;
  return [
    point(clause, "entered"),
    ...(stage.by === undefined ? [] : [point(`${clause}.by`, "moved")]),
    ...conditionPoints(stage.criteria),
    ...stage.requires.map((field) => point(`${clause}.requires.${field}`, "missing")),
    ...stage.deadlines.flatMap(deadlinePoints),
    ...(stage.expires === undefined ? [] : [point(`${clause}.expires`, "expired")]),
    ...stage.exitReasons.map((reason) => point(`${clause}.exitReasons.${reason}`, "used")),
  ];
}

/** A reason is seen where it is offered; what it brings with it is seen once. */
function reasonPoints(contract: Contract, reason: Reason): readonly CoveragePoint[] {
  const clause = `reasons.${reason.id}`;
  const rests = reason.coolOff !== undefined && reason.moveTo !== "sender" && !isWon(contract, reason);
  return [
    ...(rests ? [point(`${clause}.coolOff`, "rested")] : []),
    ...(reason.onlyAfter === undefined ? [] : [point(`${clause}.onlyAfter`, "hollow")]),
    ...(reason.needsDetail ? [point(`${clause}.detail`, "detail")] : []),
    ...(reason.repair === undefined ? [] : [point(`${clause}.repair`, "kept"), point(`${clause}.repair`, "missed")]),
  ];
}

function isWon(contract: Contract, { moveTo }: Reason): boolean {
  return contract.stages.get(moveTo ?? "")?.closed === "won";
}

function handoffPoints(handoff: Handoff): readonly CoveragePoint[] {
  const clause = `handoffs.${handoff.id}`;
  return [
    point(clause, "opened"),
    ...conditionPoints(handoff.criteria),
    ...handoff.requires.map((field) => point(`${clause}.requires.${field}`, "missing")),
    ...handoff.assign.flatMap((line, index) => [
      ...(line.kind === "keep" ? [] : conditionPoints(line.when)),
      point(`${clause}.assign.${index}`, "assigned"),
    ]),
    point(`${clause}.acceptance`, "accepted"),
    ...handoff.deadlines.flatMap(deadlinePoints),
    ...(handoff.feedback?.reasons ?? []).map((reason) => point(`${clause}.feedback.reasons.${reason}`, "refused")),
    ...(handoff.feedback?.within === undefined
      ? []
      : [point(`${clause}.feedback`, "kept"), point(`${clause}.feedback`, "missed")]),
    ...(handoff.recycle === undefined ? [] : [point(`${clause}.recycle`, "limit")]),
  ];
}

function deadlinePoints(deadline: Deadline): readonly CoveragePoint[] {
  const clause = deadline.path.join(".");
  const { within, stops, remind, escalate } = deadline;
  const priorities = within?.kind === "by-priority" ? [...within.durations.keys()] : [];
  return [
    point(clause, "kept"),
    point(clause, "missed"),
    ...priorities.map((priority) => point(`${clause}.within.${priority}`, "priority")),
    ...(stops.kind === "condition" ? conditionPoints(stops.condition) : []),
    ...remind.map((_, index) => point(`${clause}.remind.${index}`, "sent")),
    ...escalate.map(({ path }) => point(path.join("."), "sent")),
  ];
}

import type { Contract } from "../contract/index.ts";
import { type Condition, type EvaluationContext, evaluateLeaf } from "../criteria/index.ts";
import { type Clock, type Listener, type RecordState, type Step, type Terms, verdictOf } from "../journey/index.ts";
import { type CoveragePoint, coveragePoints, type Facet, keyOf } from "./coverage-points.ts";
import { runTest } from "./run-test.ts";
import type { TestCase } from "./test-case.ts";

/** Which clauses of a contract its tests exercise. */
export interface Coverage {
  readonly points: readonly CoveragePoint[];
  readonly uncovered: readonly CoveragePoint[];
  /** 0 to 1; 1 where there is nothing to cover. */
  readonly share: number;
}

/** Plays tests and notes what they exercise. */
export function measureCoverage(terms: Terms, tests: readonly TestCase[]): Coverage {
  const seen = new Set<string>();
  for (const test of tests) exercise(terms, test, seen);
  const points = coveragePoints(terms.contract);
  const uncovered = points.filter((one) => !seen.has(keyOf(one)));
  return { points, uncovered, share: points.length === 0 ? 1 : 1 - uncovered.length / points.length };
}

/** What a single test exercises, by the keys of points. */
export function exercise(terms: Terms, test: TestCase, seen: Set<string> = new Set()): ReadonlySet<string> {
  const see = (clause: string, facet: Facet): void => void seen.add(keyOf({ clause, facet }));
  const clocks = new Set<Clock>();
  let last = Number.NEGATIVE_INFINITY;
  const listener: Listener = {
    onJudge: (condition, record, context) => seeLeaves(condition, { record, context, see, opened: [] }),
    onClause: (clause) => see(clause, facetOf(clause)),
    onStep: (step) => {
      last = Math.max(last, step.at);
      if (step.clock !== undefined) clocks.add(step.clock);
      seeStep(terms.contract, step, see);
    },
    onNotice: ({ at }) => {
      last = Math.max(last, at);
    },
  };
  runTest(terms, test, { listener });
  const end = Math.max(last, ...test.items.map((item) => (item.kind === "look" ? item.at : item.event.at)));
  for (const clock of clocks) seeVerdict(clock, end, see);
  return seen;
}

type See = (clause: string, facet: Facet) => void;

interface Judging {
  readonly record: RecordState;
  readonly context: EvaluationContext;
  readonly see: See;
  readonly opened: readonly string[];
}

function seeLeaves(condition: Condition, judging: Judging): void {
  const { record, context, see, opened } = judging;
  if ("of" in condition) {
    for (const part of condition.of) seeLeaves(part, judging);
    return;
  }
  if (condition.kind !== "meets") {
    see(condition.path.join("."), evaluateLeaf(condition, record.valuation, context) ? "true" : "false");
    return;
  }
  const named = opened.includes(condition.criteria) ? undefined : context.resolveNamed(condition.criteria);
  if (named !== undefined) seeLeaves(named, { ...judging, opened: [...opened, condition.criteria] });
}

function facetOf(clause: string): Facet {
  if (clause.includes(".requires.")) return "missing";
  if (clause.includes(".assign.")) return "assigned";
  return clause.endsWith(".expires") ? "expired" : "sent";
}

function seeStep(contract: Contract, step: Step, see: See): void {
  for (const { clause, facet } of pointsOf(contract, step)) see(clause, facet);
}

function pointsOf(contract: Contract, step: Step): readonly CoveragePoint[] {
  const { handoff = "", reason = "", episode } = step;
  const clause = `handoffs.${handoff}`;
  const isLimit = contract.handoffs.get(handoff)?.recycle?.reason === reason;
  const hollow: CoveragePoint = { clause: `reasons.${reason}.onlyAfter`, facet: "hollow" };
  switch (step.kind) {
    case "entered":
      return entryPoints(step);
    case "opened":
      return [{ clause, facet: "opened" }];
    case "accepted":
      return [{ clause: `${clause}.acceptance`, facet: "accepted" }];
    case "refused":
      return [
        { clause: `${clause}.feedback.reasons.${reason}`, facet: "refused" },
        ...(episode?.isHollow === true ? [hollow] : []),
      ];
    case "returned":
      return isLimit ? [{ clause: `${clause}.recycle`, facet: "limit" }] : [];
    case "rested":
      return [{ clause: step.clause, facet: "rested" }];
    case "noted":
      return notePoints(step, hollow);
    default:
      return [];
  }
}

function entryPoints({ stage = "", from = "", reason = "", cause }: Step): readonly CoveragePoint[] {
  const entered: CoveragePoint = { clause: `stages.${stage}`, facet: "entered" };
  if (cause === "hand") return [entered, { clause: `stages.${stage}.by`, facet: "moved" }];
  if (cause === "reason") return [entered, { clause: `stages.${from}.exitReasons.${reason}`, facet: "used" }];
  return [entered];
}

function notePoints({ note, reason }: Step, hollow: CoveragePoint): readonly CoveragePoint[] {
  if (reason === undefined) return [];
  if (note === "hollow") return [hollow];
  return note === "detail-missing" ? [{ clause: `reasons.${reason}.detail`, facet: "detail" }] : [];
}

function seeVerdict(clock: Clock, end: number, see: See): void {
  const verdict = verdictOf(clock, end);
  if (verdict === "met") see(clock.clause, "kept");
  if (verdict === "late" || verdict === "overdue") see(clock.clause, "missed");
  if (clock.priority !== undefined) see(`${clock.clause}.within.${clock.priority}`, "priority");
}

import type { Duration } from "../calendar/index.ts";
import type { Condition, Scalar, Test } from "./condition.ts";
import type { Leaf } from "./normal-form.ts";

/** What is known of one record; an absent field is unknown. Dates are ISO texts, instants are epoch milliseconds. */
export interface Valuation {
  readonly fields: ReadonlyMap<string, Scalar | readonly string[]>;
  /** When each signal happened. */
  readonly signals: ReadonlyMap<string, readonly number[]>;
  /** The stages of the records linked to this one, by object. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
}

/** The moment of judgement and how far a duration reaches from a moment: what happened is within the last 2 business days until those have passed. */
export interface EvaluationContext {
  readonly now: number;
  /** When a duration that starts at a moment has passed (epoch milliseconds); never earlier for a later moment. */
  readonly after: (moment: number, duration: Duration) => number;
  readonly resolveNamed: (criteria: string) => Condition | undefined;
}

/** Whether a record satisfies a condition; an unknown value satisfies nothing except where the contract says so. */
export function evaluate(condition: Condition, valuation: Valuation, context: EvaluationContext): boolean {
  const holds = (child: Condition): boolean => evaluate(child, valuation, context);
  switch (condition.kind) {
    case "all":
      return condition.of.every(holds);
    case "any":
      return condition.of.some(holds);
    case "none":
      return !condition.of.some(holds);
    case "at-least":
      return condition.of.filter(holds).length >= condition.count;
    case "meets": {
      const named = context.resolveNamed(condition.criteria);
      return named !== undefined && holds(named);
    }
    case "field":
    case "signal":
    case "linked":
      return evaluateLeaf(condition, valuation, context);
  }
}

/** Whether one leaf holds, without looking into any other. */
export function evaluateLeaf(leaf: Leaf, valuation: Valuation, context: EvaluationContext): boolean {
  switch (leaf.kind) {
    case "linked":
      return (valuation.linked.get(leaf.object) ?? []).some((stage) => leaf.stages.includes(stage));
    case "signal": {
      const moments = valuation.signals.get(leaf.signal) ?? [];
      return moments.filter((moment) => isRecent(moment, leaf.withinLast, context)).length >= leaf.times;
    }
    case "field": {
      const value = valuation.fields.get(leaf.field);
      if (leaf.test.operator === "known") return (value !== undefined) === leaf.test.value;
      return value === undefined ? leaf.orUnknown : passes(value, leaf.test, context);
    }
  }
}

const contains = (value: Scalar | readonly string[], part: Scalar): boolean =>
  Array.isArray(value) ? value.includes(String(part)) : value === part;

function passes(value: Scalar | readonly string[], test: Test, context: EvaluationContext): boolean {
  switch (test.operator) {
    case "is":
      return contains(value, test.value);
    case "isNot":
      return !contains(value, test.value);
    case "in":
      return test.values.some((choice) => contains(value, choice));
    case "notIn":
      return !test.values.some((choice) => contains(value, choice));
    case "contains":
      return Array.isArray(value) ? value.includes(test.value) : String(value).includes(test.value);
    case "known":
      return test.value;
    case "withinLast":
      return isRecent(instantOf(value), test.duration, context);
    case "withinNext":
      return instantOf(value) >= context.now && instantOf(value) <= context.after(context.now, test.duration);
    case "before":
      return instantOf(value) < Date.parse(test.value);
    case "after":
      return instantOf(value) > Date.parse(test.value);
    default:
      return comparesAs(value, test);
  }
}

type Comparison = Extract<Test, { operator: "atLeast" | "atMost" | "moreThan" | "lessThan" | "between" }>;

function comparesAs(value: Scalar | readonly string[], test: Comparison): boolean {
  switch (test.operator) {
    case "atLeast":
      return value >= test.value;
    case "atMost":
      return value <= test.value;
    case "moreThan":
      return value > test.value;
    case "lessThan":
      return value < test.value;
    case "between":
      return value >= test.low && value <= test.high;
  }
}

const instantOf = (value: Scalar | readonly string[]): number => Date.parse(String(value));

/** Whether a moment lies in the past, and no further back than a duration reaches. */
export function isRecent(moment: number, within: Duration | undefined, { now, after }: EvaluationContext): boolean {
  return moment <= now && (within === undefined || now <= after(moment, within));
}

import { type Condition, type EvaluationContext, evaluate, evaluateLeaf } from "../criteria/index.ts";
import type { FieldValue, RecordState } from "../journey/index.ts";

/** A condition as it stood at a moment: whether each part held, and on what it was judged. */
export interface Assessment {
  readonly condition: Condition;
  readonly holds: boolean;
  readonly parts: readonly Assessment[];
  /** What a leaf was judged on. */
  readonly fact?: JudgedFact;
}

/** The value of a field, when a signal came, or the stages of linked records. */
export type JudgedFact =
  | { readonly kind: "value"; readonly value: FieldValue | undefined }
  | { readonly kind: "signals"; readonly moments: readonly number[] }
  | { readonly kind: "linked"; readonly stages: readonly string[] };

/** Judges a condition and everything in it, named criteria opened, for a record at a moment. */
export function assess(condition: Condition, record: RecordState, context: EvaluationContext): Assessment {
  const { valuation } = record;
  const holds = evaluate(condition, valuation, context);
  if ("of" in condition) return { condition, holds, parts: condition.of.map((part) => assess(part, record, context)) };
  if (condition.kind !== "meets")
    return {
      condition,
      holds: evaluateLeaf(condition, valuation, context),
      parts: [],
      fact: factOf(condition, record),
    };
  const named = context.resolveNamed(condition.criteria);
  return { condition, holds, parts: named === undefined ? [] : [assess(named, record, context)] };
}

function factOf(
  condition: Extract<Condition, { kind: "field" | "signal" | "linked" }>,
  { valuation }: RecordState,
): JudgedFact {
  switch (condition.kind) {
    case "field":
      return { kind: "value", value: valuation.fields.get(condition.field) };
    case "signal":
      return { kind: "signals", moments: [...(valuation.signals.get(condition.signal) ?? [])] };
    case "linked":
      return { kind: "linked", stages: [...(valuation.linked.get(condition.object) ?? [])] };
    default:
      return condition satisfies never;
  }
}

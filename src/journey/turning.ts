import type { Duration, Instant } from "../calendar/index.ts";
import type { Condition, EvaluationContext, Leaf, Valuation } from "../criteria/index.ts";

/** Resolves a named criteria. */
type Named = EvaluationContext["resolveNamed"];

/** A leaf seen straight, or through a `none`. */
export interface SignedLeaf {
  readonly leaf: Leaf;
  readonly isNegated: boolean;
}

/** The leaves of a condition that may come to hold as time passes, though nothing happens. */
export function turningLeaves(condition: Condition, resolveNamed: Named): readonly SignedLeaf[] {
  return signedLeaves(condition, { isNegated: false, resolveNamed, opened: [] }).filter(mayTurn);
}

interface Walk {
  readonly isNegated: boolean;
  readonly resolveNamed: Named;
  readonly opened: readonly string[];
}

function signedLeaves(condition: Condition, walk: Walk): readonly SignedLeaf[] {
  const { isNegated, resolveNamed, opened } = walk;
  if ("of" in condition) {
    const inner = { ...walk, isNegated: (condition.kind === "none") !== isNegated };
    return condition.of.flatMap((part) => signedLeaves(part, inner));
  }
  if (condition.kind !== "meets") return [{ leaf: condition, isNegated }];
  const named = opened.includes(condition.criteria) ? undefined : resolveNamed(condition.criteria);
  return named === undefined ? [] : signedLeaves(named, { ...walk, opened: [...opened, condition.criteria] });
}

/** A window that closes makes a negated leaf hold; one that opens a straight one. */
function mayTurn({ leaf, isNegated }: SignedLeaf): boolean {
  if (leaf.kind === "signal") return isNegated && leaf.withinLast !== undefined;
  return leaf.kind === "field" && (leaf.test.operator === "withinLast" || leaf.test.operator === "withinNext");
}

/** The first instant after now at which one of these leaves comes to hold by time alone; Infinity where none does. */
export function nextTurn(
  leaves: readonly SignedLeaf[],
  valuation: Valuation,
  context: Pick<EvaluationContext, "now" | "after">,
): Instant {
  const turns = leaves.flatMap((signed) => turnsOf(signed, valuation, context));
  return Math.min(...turns.filter((turn) => turn > context.now), Number.POSITIVE_INFINITY);
}

function turnsOf(
  { leaf, isNegated }: SignedLeaf,
  { fields, signals }: Valuation,
  { now, after }: Pick<EvaluationContext, "now" | "after">,
): readonly Instant[] {
  if (leaf.kind === "signal") {
    const { withinLast } = leaf;
    return withinLast === undefined
      ? []
      : (signals.get(leaf.signal) ?? []).map((moment) => after(moment, withinLast) + 1);
  }
  if (leaf.kind !== "field") return [];
  const { test } = leaf;
  const value = Date.parse(String(fields.get(leaf.field)));
  if (Number.isNaN(value)) return [];
  if (test.operator === "withinLast") return [isNegated ? after(value, test.duration) + 1 : value];
  if (test.operator === "withinNext") return [isNegated ? value + 1 : firstReach(value, test.duration, { now, after })];
  return [];
}

/** The first moment from now on from which a duration reaches a later instant. */
function firstReach(
  target: Instant,
  duration: Duration,
  { now, after }: Pick<EvaluationContext, "now" | "after">,
): Instant {
  let low = now;
  let high = target;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (after(middle, duration) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

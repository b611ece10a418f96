import type { Instant } from "../calendar/index.ts";
import type { Exclusion, Id } from "../contract/index.ts";
import { type Condition, type EvaluationContext, evaluate, evaluateLeaf, isRecent } from "../criteria/index.ts";
import type { RecordState, World } from "./state.ts";
import type { Terms } from "./terms.ts";

/** The moment of a world, for judging conditions. */
export function contextOf(terms: Terms, now: Instant): EvaluationContext {
  return { now, after: terms.after, resolveNamed: (name) => terms.contract.criteria.get(name)?.condition };
}

/** Whether a record satisfies a condition now, under the terms in force. */
export function holds(world: World, record: RecordState, condition: Condition | undefined): boolean {
  if (condition === undefined) return true;
  const context = contextOf(world.terms, world.now);
  world.listener.onJudge?.(condition, record, context);
  return evaluate(condition, record.valuation, context);
}

/** Why the agreement does not speak of a record: an exclusion, or what `include` asks. */
export type OutOfScope =
  | { readonly kind: "excluded"; readonly exclusion: Exclusion }
  | { readonly kind: "not-included" };

/** Why a record is out of scope; undefined where it is in. Records of other objects are never out. */
export function outOfScope(world: World, record: RecordState): OutOfScope | undefined {
  const { scope } = world.terms.contract;
  if (record.object !== scope.object) return undefined;
  const exclusion = scope.exclude.find(({ when }) => holds(world, record, when));
  if (exclusion !== undefined) return { kind: "excluded", exclusion };
  return holds(world, record, scope.include) ? undefined : { kind: "not-included" };
}

/** What a record needs to come back by itself: a signal newer than a moment, perhaps one that asks for a person. */
export interface Sign {
  readonly since: Instant;
  readonly isHandRaise: boolean;
}

/** Whether a condition holds through a branch with a new enough signal in it. */
export function holdsBySign(world: World, record: RecordState, condition: Condition, sign: Sign): boolean {
  return holds(world, record, condition) && hasSign({ world, record, sign }, condition, []);
}

interface Search {
  readonly world: World;
  readonly record: RecordState;
  readonly sign: Sign;
}

/** Of a condition that holds: whether a signal that makes it hold is new enough. A `none` is no sign of anything. */
function hasSign(search: Search, condition: Condition, opened: readonly string[]): boolean {
  const { world, record } = search;
  const context = contextOf(world.terms, world.now);
  switch (condition.kind) {
    case "all":
    case "any":
    case "at-least":
      return condition.of.some((part) => evaluate(part, record.valuation, context) && hasSign(search, part, opened));
    case "meets": {
      const named = opened.includes(condition.criteria) ? undefined : context.resolveNamed(condition.criteria);
      return named !== undefined && hasSign(search, named, [...opened, condition.criteria]);
    }
    case "signal":
      return isNewSignal(search, condition, context);
    case "none":
    case "field":
    case "linked":
      return false;
    default:
      return condition satisfies never;
  }
}

function isNewSignal(
  { world, record, sign }: Search,
  leaf: Extract<Condition, { kind: "signal" }>,
  context: EvaluationContext,
): boolean {
  if (sign.isHandRaise && !isHandRaise(world, leaf.signal)) return false;
  const moments = record.valuation.signals.get(leaf.signal) ?? [];
  return (
    evaluateLeaf(leaf, record.valuation, context) &&
    moments.some((moment) => moment > sign.since && isRecent(moment, leaf.withinLast, context))
  );
}

/** Whether a signal asks for a person. */
export function isHandRaise(world: World, signal: Id): boolean {
  return world.terms.contract.signals.get(signal)?.handRaise === true;
}

/** Whether any signal, or any hand-raise, came after a moment. */
export function hasSignalSince(world: World, record: RecordState, { since, isHandRaise: isRaised }: Sign): boolean {
  for (const [signal, moments] of record.valuation.signals)
    if ((!isRaised || isHandRaise(world, signal)) && moments.some((moment) => moment > since)) return true;
  return false;
}

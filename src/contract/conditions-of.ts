import type { Condition, Leaf } from "../criteria/index.ts";
import type { Contract, Deadline } from "./contract.ts";

/** Every condition of the contract, in the order of its sections; named criteria once, where they are defined. */
export function conditionsOf(contract: Contract): readonly Condition[] {
  const { scope } = contract;
  return [
    ...kept([scope.include]),
    ...scope.exclude.map(({ when }) => when),
    ...[...contract.criteria.values()].map(({ condition }) => condition),
    ...kept([...contract.priorities.values()].map(({ when }) => when)),
    ...[...contract.stages.values()].flatMap((stage) => [...kept([stage.criteria]), ...stopsOf(stage.deadlines)]),
    ...[...contract.handoffs.values()].flatMap((handoff) => [
      ...kept([handoff.criteria, ...handoff.assign.map((rule) => (rule.kind === "keep" ? undefined : rule.when))]),
      ...stopsOf(handoff.deadlines),
    ]),
  ];
}

function stopsOf(deadlines: readonly Deadline[]): readonly Condition[] {
  return kept(deadlines.map(({ stops }) => (stops.kind === "condition" ? stops.condition : undefined)));
}

function kept(conditions: readonly (Condition | undefined)[]): readonly Condition[] {
  return conditions.filter((condition) => condition !== undefined);
}

/** A condition and everything nested in it, outermost first. */
export function flatten(condition: Condition): readonly Condition[] {
  return "of" in condition ? [condition, ...condition.of.flatMap(flatten)] : [condition];
}

/** What a condition asks in the end: its leaves, named criteria opened; one that names itself is opened once. */
export function leavesIn(contract: Contract, condition: Condition, opened: readonly string[] = []): readonly Leaf[] {
  if ("of" in condition) return condition.of.flatMap((part) => leavesIn(contract, part, opened));
  if (condition.kind !== "meets") return [condition];
  const named = opened.includes(condition.criteria) ? undefined : contract.criteria.get(condition.criteria);
  return named === undefined ? [] : leavesIn(contract, named.condition, [...opened, condition.criteria]);
}

/** True where a signal is asked for; that none came is asked of everybody and shows nothing. */
export function asksForSignal(contract: Contract, condition: Condition, opened: readonly string[] = []): boolean {
  if (condition.kind === "signal") return true;
  if (condition.kind === "none") return false;
  if ("of" in condition) return condition.of.some((part) => asksForSignal(contract, part, opened));
  if (condition.kind !== "meets" || opened.includes(condition.criteria)) return false;
  const named = contract.criteria.get(condition.criteria)?.condition;
  return named !== undefined && asksForSignal(contract, named, [...opened, condition.criteria]);
}

import type { Contract, Priority } from "../../contract/index.ts";
import { otherConditions } from "./conditions.ts";
import { otherHandoffs } from "./handoffs.ts";
import { leftOut, type Mutant, replaced, type Variant, withEntry, within, withoutEach } from "./mutant.ts";
import { otherReasons } from "./reasons.ts";
import { otherStages } from "./stages.ts";

/** Every contract that differs from this one in one clause, in the order of the sections. */
export function mutantsOf(contract: Contract): readonly Mutant[] {
  const variants = [
    ...otherSignals(contract),
    ...otherScope(contract),
    ...otherCriteria(contract),
    ...otherPriorities(contract),
    ...otherStages(contract),
    ...otherReasons(contract),
    ...otherHandoffs(contract),
  ];
  return variants.map(({ clause, change, value }) => ({ clause, change, contract: value }));
}

function otherSignals(contract: Contract): readonly Variant<Contract>[] {
  return [...contract.signals.values()].map((signal) => {
    const handRaise = !signal.handRaise;
    return replaced(`signals.${signal.id}.handRaise`, String(signal.handRaise), String(handRaise), {
      ...contract,
      signals: withEntry(contract.signals, signal.id, { ...signal, handRaise }),
    });
  });
}

function otherScope(contract: Contract): readonly Variant<Contract>[] {
  const { scope } = contract;
  const { include, ...rest } = scope;
  const put = (changed: Contract["scope"]): Contract => ({ ...contract, scope: changed });
  const included =
    include === undefined
      ? []
      : [
          leftOut("scope.include", "include", rest),
          ...within(otherConditions(include), (other): Contract["scope"] => ({ ...scope, include: other })),
        ];
  const excluded = within(
    withoutEach("scope.exclude", scope.exclude, ({ id }) => id),
    (exclude): Contract["scope"] => ({
      ...scope,
      exclude,
    }),
  );
  return [...within(included, put), ...within(excluded, put)];
}

function otherCriteria(contract: Contract): readonly Variant<Contract>[] {
  return [...contract.criteria.values()].flatMap((named) =>
    within(
      otherConditions(named.condition),
      (condition): Contract => ({
        ...contract,
        criteria: withEntry(contract.criteria, named.id, { ...named, condition }),
      }),
    ),
  );
}

function otherPriorities(contract: Contract): readonly Variant<Contract>[] {
  return [...contract.priorities.values()].flatMap((priority) => otherPriority(contract, priority));
}

function otherPriority(contract: Contract, priority: Priority): readonly Variant<Contract>[] {
  if (priority.when === undefined) return [];
  return within(
    otherConditions(priority.when),
    (when): Contract => ({
      ...contract,
      priorities: withEntry(contract.priorities, priority.id, { ...priority, when }),
    }),
  );
}

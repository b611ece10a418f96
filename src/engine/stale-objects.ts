import type { Address, LiveResource } from "../targets/index.ts";
import type { AttributeChange } from "./compare-attributes.ts";
import { editedSince } from "./edited-since.ts";
import { absent, type Hash, type Precondition, preconditionOf } from "./fingerprint.ts";
import { type Plan, type Step, watchedAttributes } from "./plan.ts";
import type { Observation, Semantics } from "./provider.ts";

/** An object that is no longer as the plan saw it. */
export interface StaleObject {
  readonly address: Address;
  readonly planned: Precondition;
  readonly found: Precondition;
  /** Three ways: `was` as the plan saw it, `now` as it is, `want` as the plan would make it. */
  readonly changes: readonly AttributeChange[];
}

/** The objects of a plan's steps that are no longer as it saw them. */
export function staleObjects(
  plan: Pick<Plan, "steps">,
  { resources }: Pick<Observation, "resources">,
  meanings: { readonly semantics: Semantics; readonly hash: Hash },
): readonly StaleObject[] {
  const candidates = new Map<Address, LiveResource[]>();
  for (const one of resources) candidates.set(one.address, [...(candidates.get(one.address) ?? []), one]);
  return plan.steps.flatMap((step) => {
    const own = candidates.get(step.address) ?? [];
    const preconditions = own.map((one) => preconditionOf(one, watchedAttributes(step), meanings));
    if (meets(step, preconditions)) return [];
    const { address, precondition: planned } = step;
    const changes = editedSince(step, own[0], meanings.semantics);
    return [{ address, planned, found: preconditions[0] ?? absent, changes }];
  });
}

function meets(step: Step, preconditions: readonly Precondition[]): boolean {
  return step.precondition === absent ? preconditions.length === 0 : preconditions.includes(step.precondition);
}

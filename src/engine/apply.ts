import type { Address, LiveResource } from "../targets/index.ts";
import type { ApplyInput } from "./apply-input.ts";
import { applySteps } from "./apply-steps.ts";
import { soughtBy } from "./diff.ts";
import { absent, type Precondition, preconditionOf } from "./fingerprint.ts";
import { failed, type Outcome } from "./outcome.ts";
import { desiredDigest, type Step, watchedAttributes } from "./plan.ts";
import type { Observation, ProviderError, Sought } from "./provider.ts";
import { type ApplyReport, verify } from "./verify.ts";

/** An object that is no longer as the plan saw it. */
export interface StaleObject {
  readonly address: Address;
  readonly planned: Precondition;
  readonly found: Precondition;
}

/** Why nothing at all was written. */
export type Refusal =
  | { readonly code: "wrong-environment"; readonly planned: string; readonly found: string }
  | { readonly code: "wrong-portal"; readonly planned: string; readonly found: string }
  | { readonly code: "contract-changed" }
  | { readonly code: "stale"; readonly objects: readonly StaleObject[] }
  | { readonly code: "provider"; readonly error: ProviderError };

/** Carries out a plan, or refuses with nothing written. */
export async function apply(input: ApplyInput): Promise<Outcome<ApplyReport, Refusal>> {
  const sought = soughtBy(input.desired, input.ledger);
  const refusal = await checkPreconditions(input, sought);
  if (refusal !== undefined) return failed(refusal);
  const ran = await applySteps(input);
  return { ok: true, value: await verify(input, ran) };
}

async function checkPreconditions(input: ApplyInput, sought: readonly Sought[]): Promise<Refusal | undefined> {
  const { plan, environment, ledger, hash } = input;
  if (plan.environment !== environment) {
    return { code: "wrong-environment", planned: plan.environment, found: environment };
  }
  if (ledger.portalId !== plan.portal.id) {
    return { code: "wrong-portal", planned: plan.portal.id, found: ledger.portalId };
  }
  if (desiredDigest(input.desired, hash) !== plan.desiredDigest) return { code: "contract-changed" };
  const identity = await input.reader.identify();
  if (!identity.ok) return { code: "provider", error: identity.error };
  if (identity.value.portalId !== plan.portal.id) {
    return { code: "wrong-portal", planned: plan.portal.id, found: identity.value.portalId };
  }
  const observation = await input.reader.read(sought);
  if (!observation.ok) return { code: "provider", error: observation.error };
  const objects = staleObjects(input, observation.value);
  return objects.length === 0 ? undefined : { code: "stale", objects };
}

function staleObjects(input: ApplyInput, { resources }: Observation): readonly StaleObject[] {
  const candidates = new Map<Address, LiveResource[]>();
  for (const one of resources) candidates.set(one.address, [...(candidates.get(one.address) ?? []), one]);
  return input.plan.steps.flatMap((step) => {
    const own = candidates.get(step.address) ?? [];
    const preconditions = own.map((one) => preconditionOf(one, watchedAttributes(step), input));
    if (meets(step, preconditions)) return [];
    return [{ address: step.address, planned: step.precondition, found: preconditions[0] ?? absent }];
  });
}

function meets(step: Step, preconditions: readonly Precondition[]): boolean {
  return step.precondition === absent ? preconditions.length === 0 : preconditions.includes(step.precondition);
}

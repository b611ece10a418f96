import type { Address } from "../targets/index.ts";
import type { ApplyInput } from "./apply-input.ts";
import { applySteps } from "./apply-steps.ts";
import { soughtBy } from "./diff.ts";
import { beginRun } from "./journal.ts";
import { failed, type Outcome } from "./outcome.ts";
import { desiredDigest } from "./plan.ts";
import { type SettleProblem, settleOpen } from "./settle-open.ts";
import { type StaleObject, staleObjects } from "./stale-objects.ts";
import { type ApplyReport, verify } from "./verify.ts";

/** Why nothing at all was written. */
export type Refusal =
  | { readonly code: "wrong-environment"; readonly planned: string; readonly found: string }
  | { readonly code: "wrong-portal"; readonly planned: string; readonly found: string }
  | { readonly code: "contract-changed" }
  /** This very plan was carried out to its end before. */
  | { readonly code: "already-applied" }
  | { readonly code: "stale"; readonly objects: readonly StaleObject[] }
  | SettleProblem;

/**
 * Carries out a plan, or refuses with nothing written. What an apply before left open is found out first; of the same
 * plan, what is done is not done again.
 */
export async function apply(asked: ApplyInput): Promise<Outcome<ApplyReport, Refusal>> {
  const refusal = await checkIdentity(asked);
  if (refusal !== undefined) return failed(refusal);
  const settled = await settleOpen(asked);
  if (!settled.ok) return settled;
  const input: ApplyInput = { ...asked, ledger: settled.value };
  const done = new Set(beginRun(input.ledger.lastRun, input.plan.digest).done);
  const stale = await checkPreconditions(input, done);
  if (stale !== undefined) {
    if (input.ledger !== asked.ledger) await input.lease.save(input.ledger);
    return failed(stale);
  }
  const ran = await applySteps(input, done);
  return { ok: true, value: await verify(input, ran) };
}

async function checkIdentity(input: ApplyInput): Promise<Refusal | undefined> {
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
  return undefined;
}

async function checkPreconditions(input: ApplyInput, done: ReadonlySet<Address>): Promise<Refusal | undefined> {
  const observation = await input.reader.read(soughtBy(input.desired, input.ledger));
  if (!observation.ok) return { code: "provider", error: observation.error };
  const objects = staleObjects(input.plan, observation.value, input).filter(({ address }) => !done.has(address));
  if (objects.length === 0) return undefined;
  const { lastRun } = input.ledger;
  const isApplied = lastRun?.plan === input.plan.digest && lastRun.isFinished === true;
  return isApplied ? { code: "already-applied" } : { code: "stale", objects };
}

import type { LiveResource } from "../targets/index.ts";
import type { ApplyInput } from "./apply-input.ts";
import { compareAttributes } from "./compare-attributes.ts";
import type { IntendedStep } from "./journal.ts";
import type { Step } from "./plan.ts";
import type { CreateOutcome } from "./provider.ts";

/** Waits before reading back, milliseconds: HubSpot's reads lag behind its writes by 250 to 700 ms. */
export const readBackDelaysMs: readonly number[] = [0, 500, 1500];

/**
 * Settles creations whose outcome is unknown, or that met their own name, by reading back: what is there and is
 * exactly what was sent counts as done; anything else keeps its error. Nothing is ever sent a second time.
 */
export async function settleCreate(
  steps: readonly Step[],
  outcomes: readonly CreateOutcome[],
  input: ApplyInput,
): Promise<readonly CreateOutcome[]> {
  let settled = outcomes;
  for (const delay of readBackDelaysMs) {
    const open = steps.filter((_, position) => isUnsettled(settled[position]));
    if (open.length === 0) break;
    await input.sleep(delay);
    const observation = await input.reader.read(open);
    if (!observation.ok) continue;
    const found = observation.value.resources;
    settled = steps.map((step, position) => readBack(step, settled[position], { found, input }));
  }
  return settled;
}

/** Settles an update whose outcome is unknown, in the same way. */
export async function settleUpdate(step: Step, outcome: CreateOutcome, input: ApplyInput): Promise<CreateOutcome> {
  let settled = outcome;
  for (const delay of readBackDelaysMs) {
    if (settled.ok || settled.error.code !== "ambiguous") break;
    await input.sleep(delay);
    const live = await input.reader.readOne(step);
    if (live.ok && live.value !== undefined) settled = readBack(step, settled, { found: [live.value], input });
  }
  return settled;
}

function isUnsettled(outcome: CreateOutcome | undefined): boolean {
  return outcome?.ok === false && (outcome.error.code === "ambiguous" || outcome.error.code === "conflict");
}

function readBack(
  step: Step,
  outcome: CreateOutcome | undefined,
  { found, input }: { readonly found: readonly LiveResource[]; readonly input: ApplyInput },
): CreateOutcome {
  if (outcome === undefined) throw new Error(`The provider gave no outcome for ${step.address}`);
  if (!isUnsettled(outcome)) return outcome;
  const ours = found.find((live) => live.address === step.address && !live.isArchived && isAsSent(step, live, input));
  if (ours === undefined) return outcome;
  return { ok: true, value: ours.remoteId === undefined ? {} : { remoteId: ours.remoteId } };
}

/** Whether an object is what a step sent, in every attribute that was sent. */
export function isAsSent(
  step: IntendedStep,
  live: LiveResource,
  { semantics }: Pick<ApplyInput, "semantics">,
): boolean {
  const want = semantics.normalise({ ...step, attributes: step.send });
  const sent = Object.fromEntries(Object.entries(want).filter(([name]) => name in step.send));
  const changes = compareAttributes(
    step.kind,
    { want: sent, now: semantics.normalise(live), was: undefined },
    semantics,
  );
  return changes.length === 0;
}

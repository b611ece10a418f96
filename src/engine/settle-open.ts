import type { Address, LiveResource } from "../targets/index.ts";
import type { ApplyInput } from "./apply-input.ts";
import { entryOf } from "./call-noted.ts";
import { type CallResult, type IntendedStep, replay } from "./journal.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { done, type Outcome } from "./outcome.ts";
import type { ProviderError } from "./provider.ts";
import { isAsSent, readBackDelaysMs } from "./settle.ts";
import type { StateProblem } from "./state.ts";

/** Why what an earlier apply left open could not be found out. */
export type SettleProblem =
  | { readonly code: "provider"; readonly error: ProviderError }
  | { readonly code: "state"; readonly problem: StateProblem };

/**
 * Finds out what became of calls that an apply before left open, by reading back: what is there once and exactly as it
 * was sent is ours; anything else counts as not done, and the plan judges it like any object it meets.
 */
export async function settleOpen(input: ApplyInput): Promise<Outcome<Ledger, SettleProblem>> {
  const { open, lease, semantics } = input;
  if (open.length === 0) return done(input.ledger);
  const found = await readBack(
    open.flatMap(({ steps }) => steps),
    input,
  );
  if (!found.ok) return { ok: false, error: { code: "provider", error: found.error } };
  const results = open.map(({ id, steps }): CallResult => {
    const made = steps.filter(({ address }) => found.value.has(address));
    const entries = made.map((step): [Address, LedgerEntry] => {
      const remoteId = found.value.get(step.address)?.remoteId ?? step.remoteId;
      return [step.address, entryOf(step, remoteId, semantics)];
    });
    const undone = steps.filter((step) => !made.includes(step)).map(({ address }) => address);
    return { type: "result", intent: id, entries: Object.fromEntries(entries), undone };
  });
  for (const result of results) {
    const noted = await lease.append(result);
    if (!noted.ok) return { ok: false, error: { code: "state", problem: noted.error } };
  }
  return done(replay({ ledger: input.ledger, open: [] }, results).ledger ?? input.ledger);
}

type Found = ReadonlyMap<Address, LiveResource>;

/** Reads may lag behind writes: what does not show is looked for again before it counts as not there. */
async function readBack(steps: readonly IntendedStep[], input: ApplyInput): Promise<Outcome<Found, ProviderError>> {
  const found = new Map<Address, LiveResource>();
  for (const delay of readBackDelaysMs) {
    const missing = steps.filter(({ address }) => !found.has(address));
    if (missing.length === 0) break;
    if (delay > 0) await input.sleep(delay);
    const seen = await input.reader.read(missing);
    if (!seen.ok) return seen;
    for (const step of missing) {
      const only = onlyMatch(step, seen.value.resources, input);
      if (only !== undefined) found.set(step.address, only);
    }
  }
  return done(found);
}

/** Two that are alike can't both be what one call made. */
function onlyMatch(
  step: IntendedStep,
  resources: readonly LiveResource[],
  input: ApplyInput,
): LiveResource | undefined {
  const [only, second] = resources.filter(
    (live) => live.address === step.address && !live.isArchived && isAsSent(step, live, input),
  );
  return second === undefined ? only : undefined;
}

import type { Address } from "../targets/index.ts";
import type { ApplyInput, StepReport } from "./apply-input.ts";
import type { Ran } from "./apply-steps.ts";
import type { AttributeChange } from "./compare-attributes.ts";
import { type Difference, diff, soughtBy } from "./diff.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { ProviderError, ProviderOutcome, Semantics } from "./provider.ts";
import { settledAttributes } from "./settled-attributes.ts";
import type { StateProblem } from "./state.ts";

/**
 * converged: everything planned is in the portal, seen by reading it again, and a new plan has no steps. differs: all steps ran, yet the portal
 * is not what the contract asks (`remaining`). incomplete: steps failed or were left out; applying a new plan resumes.
 * interrupted: stopped between two calls on request. unverified: all steps ran, reading again failed.
 */
export type ApplyStatus = "converged" | "differs" | "incomplete" | "interrupted" | "unverified";

/** What became of an apply, step by step, and of the ledger. */
export interface ApplyReport {
  readonly status: ApplyStatus;
  readonly steps: readonly StepReport[];
  /** What a new plan would still do, and what the portal did not keep of the steps done. */
  readonly remaining: readonly Difference[];
  readonly ledger: Ledger;
  /** The ledger could not be saved: the objects exist and will be adopted by the next plan. */
  readonly state?: StateProblem;
  /** Why reading again failed. */
  readonly error?: ProviderError;
}

/** Waits before each reading, milliseconds; reads may lag behind writes. */
const verifyDelaysMs: readonly number[] = [0, 700, 2000];

/** Reads everything again and compares: applied means that the next plan has nothing to do. */
export async function verify(input: ApplyInput, ran: Ran): Promise<ApplyReport> {
  const base = { steps: ran.reports, ...(ran.state === undefined ? {} : { state: ran.state }) };
  const seen = await readAgain(input, ran);
  if (!seen.ok) {
    const saved = ran.state === undefined ? await input.lease.save(ran.ledger) : { ok: true };
    const problem = "error" in saved ? { state: saved.error } : {};
    return {
      ...{ ...base, ...problem, status: statusOf(ran, "unverified"), remaining: [], ledger: ran.ledger },
      error: seen.error,
    };
  }
  const remaining = seen.value.all.filter((one) => isOpen(one, input) || seen.value.notKept.has(one.address));
  const status = statusOf(ran, remaining.length === 0 ? "converged" : "differs");
  const refreshed = refreshLedger(ran.ledger, seen.value, input.semantics);
  const ledger = status === "converged" ? finishRun(refreshed) : withoutLost(refreshed, seen.value);
  if (ran.state !== undefined) return { ...base, status, remaining, ledger: ran.ledger };
  const saved = await input.lease.save(ledger);
  return { ...base, status, remaining, ledger, ...(saved.ok ? {} : { state: saved.error }) };
}

function finishRun(ledger: Ledger): Ledger {
  if (ledger.lastRun === undefined) return ledger;
  return { ...ledger, lastRun: { plan: ledger.lastRun.plan, done: [], isFinished: true } };
}

/** What was not kept is not done, whatever the CRM answered; and what was just made and does not show was never applied. */
function withoutLost(ledger: Ledger, { all, notKept }: Seen): Ledger {
  if (notKept.size === 0) return ledger;
  const lost = new Set(all.flatMap(({ address, isMissing }) => (isMissing && notKept.has(address) ? [address] : [])));
  const entries = Object.fromEntries(Object.entries(ledger.entries).filter(([address]) => !lost.has(address)));
  const { lastRun } = ledger;
  const run = lastRun && { lastRun: { ...lastRun, done: lastRun.done.filter((address) => !notKept.has(address)) } };
  return { ...ledger, entries, ...run };
}

function statusOf(ran: Ran, otherwise: ApplyStatus): ApplyStatus {
  if (ran.isInterrupted) return "interrupted";
  const isWhole = ran.state === undefined && ran.reports.every((report) => report.status === "done");
  return isWhole ? otherwise : "incomplete";
}

interface Seen {
  readonly all: readonly Difference[];
  /** Applied attributes that the portal does not show: changes it ignored, or somebody's edit in between. */
  readonly notKept: ReadonlyMap<Address, readonly AttributeChange[]>;
}

async function readAgain(input: ApplyInput, ran: Ran): Promise<ProviderOutcome<Seen>> {
  let seen: ProviderOutcome<Seen> | undefined;
  for (const delay of verifyDelaysMs) {
    if (delay > 0) await input.sleep(delay);
    const observation = await input.reader.read(soughtBy(input.desired, ran.ledger));
    if (observation.ok) {
      const { contract, semantics } = { contract: input.plan.contract.name, semantics: input.semantics };
      const live = observation.value.resources;
      const all = diff({ contract, desired: input.desired, live, ledger: ran.ledger, semantics });
      seen = { ok: true, value: { all, notKept: notKeptOf(all, input, ran) } };
      if (seen.value.notKept.size === 0) break;
    } else seen ??= observation;
  }
  if (seen === undefined) throw new Error("verifyDelaysMs is empty");
  return seen;
}

function notKeptOf(all: readonly Difference[], { plan }: ApplyInput, ran: Ran): Seen["notKept"] {
  const fresh = ran.reports.filter((report) => report.status === "done" && report.isEarlier !== true);
  const done = new Set(fresh.map(({ address }) => address));
  const held = new Map(
    plan.steps.map((step) => [step.address, step.changes.filter((one) => one.verdict !== "update")]),
  );
  const notKept = new Map<Address, readonly AttributeChange[]>();
  for (const one of all.filter((difference) => done.has(difference.address))) {
    const known = new Set((held.get(one.address) ?? []).map((change) => change.path.join("\n")));
    const changes = one.changes.filter((change) => !known.has(change.path.join("\n")));
    if (changes.length > 0 || one.isMissing) notKept.set(one.address, changes);
  }
  return notKept;
}

/** Still to be done; what the plan already said to be blocked is no news. */
function isOpen({ action, address }: Difference, { plan }: ApplyInput): boolean {
  if (plan.blocked.some((blocked) => blocked.address === address)) return false;
  if (action === "blocked") return true;
  return action === "create" || action === "revive" || action === "adopt" || action === "update";
}

/** Where all three agree the ledger takes the contract's value; what the portal did not keep is not recorded. */
function refreshLedger(ledger: Ledger, { all, notKept }: Seen, semantics: Semantics): Ledger {
  const byAddress = new Map(all.map((one) => [one.address, one]));
  const entries = Object.entries(ledger.entries).map(([address, entry]): [Address, LedgerEntry] => {
    const difference = byAddress.get(address);
    return [address, difference === undefined ? entry : refreshEntry(entry, difference, { notKept, semantics })];
  });
  return { ...ledger, entries: Object.fromEntries(entries) };
}

function refreshEntry(
  entry: LedgerEntry,
  { address, changes, desired, isMissing }: Difference,
  { notKept, semantics }: { readonly notKept: Seen["notKept"]; readonly semantics: Semantics },
): LedgerEntry {
  if (desired === undefined) return entry;
  if (changes.length === 0 && !isMissing) return { ...entry, attributes: semantics.normalise(desired) };
  const lost = (notKept.get(address) ?? []).map(({ was: _, ...change }) => ({ ...change, verdict: "drift" as const }));
  return { ...entry, attributes: settledAttributes(entry.kind, entry.attributes, { changes: lost, semantics }) };
}

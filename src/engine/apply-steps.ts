import { type Address, withKnownIds } from "../targets/index.ts";
import type { ApplyInput, StepReport } from "./apply-input.ts";
import {
  type Called,
  callNoted,
  entriesAfter,
  isAsPlanned,
  type ReadyStep,
  resultOf,
  type StepResult,
  staleResult,
} from "./call-noted.ts";
import { isHopeless } from "./hopeless.ts";
import { beginRun } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { batchSteps } from "./order-steps.ts";
import type { Outcome } from "./outcome.ts";
import { batchSize, type Step } from "./plan.ts";
import type { StateProblem } from "./state.ts";

/** The state after the last call: what ran, what the ledger now says, why it stopped early. */
export interface Ran {
  readonly reports: readonly StepReport[];
  readonly ledger: Ledger;
  readonly isInterrupted: boolean;
  readonly state?: StateProblem;
}

/** Runs the steps in order, as few calls as the CRM allows; each is in the journal before it is sent, its end after. */
export async function applySteps(input: ApplyInput, done: ReadonlySet<Address>): Promise<Ran> {
  const earlier = input.plan.steps.flatMap(({ address, action }): [Address, StepReport][] =>
    done.has(address) ? [[address, { address, action, status: "done", isEarlier: true }]] : [],
  );
  const steps = input.plan.steps.filter(({ address }) => !done.has(address));
  const batches = batchSteps(steps, (step) => batchSize(step, input.semantics));
  const begun = await begin(input, steps.length);
  let state: RunState = {
    ...{ reports: new Map(earlier), ledger: begun.ledger, isInterrupted: false, isStopped: !begun.noted.ok },
    ...(begun.noted.ok ? {} : { state: begun.noted.error }),
  };
  for (const batch of batches) state = await runBatch(batch, state, input);
  const { isStopped: _, ...ran } = state;
  const inOrder = input.plan.steps.flatMap(({ address }) => state.reports.get(address) ?? []);
  return { ...ran, reports: inOrder };
}

async function begin(
  { plan, ledger, lease }: ApplyInput,
  steps: number,
): Promise<{ readonly ledger: Ledger; readonly noted: Outcome<undefined, StateProblem> }> {
  const { portalId, contract, lastRun } = ledger;
  const begun = { ...ledger, lastRun: beginRun(lastRun, plan.digest) };
  const record = { type: "begin", portalId, contract, plan: plan.digest } as const;
  return { ledger: begun, noted: steps === 0 ? { ok: true, value: undefined } : await lease.append(record) };
}

interface RunState extends Omit<Ran, "reports"> {
  readonly reports: ReadonlyMap<Address, StepReport>;
  readonly isStopped: boolean;
}

async function runBatch(batch: readonly Step[], before: RunState, input: ApplyInput): Promise<RunState> {
  const isInterrupted = before.isInterrupted || (!before.isStopped && input.signal.aborted);
  const isStopped = before.isStopped || isInterrupted;
  const known = batch.map((step) => withIds(step, before.ledger));
  const { results, ...noted } = isStopped
    ? { results: batch.map(notRun) }
    : await applyBatch(known, before.reports, input);
  const ledger = withEntries(before.ledger, results, input);
  const reports = new Map(before.reports);
  for (const { report } of results) {
    reports.set(report.address, report);
    input.onProgress({ done: reports.size, total: input.plan.steps.length, report });
  }
  const isOver =
    noted.state !== undefined ||
    results.some((result) => result.report.status === "failed" && isHopeless(result.report.error));
  return { ...before, ...noted, reports, ledger, isInterrupted, isStopped: isStopped || isOver };
}

/** What an earlier step created has its id in the ledger by now. */
function withIds(step: Step, { entries }: Ledger): Step {
  const idAt = (address: Address): string | undefined => entries[address]?.remoteId;
  const send = withKnownIds(step.send, idAt);
  const record = step.record === undefined ? undefined : withKnownIds(step.record, idAt);
  return { ...step, send, ...(record === undefined ? {} : { record }) };
}

async function applyBatch(
  batch: readonly Step[],
  reports: ReadonlyMap<Address, StepReport>,
  input: ApplyInput,
): Promise<Called> {
  const skipped = batch.flatMap((step) => skip(step, reports));
  const left = batch.filter((step) => !skipped.some((result) => result.step === step));
  const checked = await Promise.all(left.map((step) => check(step, input)));
  const refused = checked.flatMap((one) => ("report" in one ? [one] : []));
  const ready = checked.flatMap((one) => ("report" in one ? [] : [one]));
  const called = await callNoted(ready, input);
  return { ...called, results: [...skipped, ...refused, ...called.results] };
}

function skip(step: Step, reports: ReadonlyMap<Address, StepReport>): readonly StepResult[] {
  const because = step.dependsOn.find((address) => reports.get(address)?.status !== "done" && reports.has(address));
  if (because === undefined) return [];
  return [{ step, report: { address: step.address, action: step.action, status: "skipped", because } }];
}

/** What exists is looked at right before it is written; what is to be created was looked for before the first step. */
async function check(step: Step, input: ApplyInput): Promise<ReadyStep | StepResult> {
  const isNew = step.action === "create" || step.action === "revive";
  if (isNew || Object.keys(step.send).length === 0) return { step };
  const live = await input.reader.readOne(step);
  if (!live.ok) return resultOf(step, live);
  if (live.value !== undefined && isAsPlanned(step, live.value, input)) return { step, live: live.value };
  return staleResult(step, live.value, input);
}

function notRun(step: Step): StepResult {
  return { step, report: { address: step.address, action: step.action, status: "not-run" } };
}

function withEntries(ledger: Ledger, results: readonly StepResult[], { semantics }: ApplyInput): Ledger {
  const entries = entriesAfter(results, semantics);
  const addresses = Object.keys(entries);
  if (addresses.length === 0) return ledger;
  const { plan = "", done = [] } = ledger.lastRun ?? {};
  return { ...ledger, entries: { ...ledger.entries, ...entries }, lastRun: { plan, done: [...done, ...addresses] } };
}

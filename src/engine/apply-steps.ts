import { type Address, withKnownIds } from "../targets/index.ts";
import type { ApplyInput, StepReport } from "./apply-input.ts";
import { preconditionOf } from "./fingerprint.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { batchSteps } from "./order-steps.ts";
import { batchSize, recordAfter, type Step, watchedAttributes } from "./plan.ts";
import type { CreateOutcome } from "./provider.ts";
import { settleCreate, settleUpdate } from "./settle.ts";
import type { StateProblem } from "./state.ts";

/** The state after the last call: what ran, what the ledger now says, why it stopped early. */
export interface Ran {
  readonly reports: readonly StepReport[];
  readonly ledger: Ledger;
  readonly isInterrupted: boolean;
  readonly state?: StateProblem;
}

/** Runs the steps in order, as few calls as the CRM allows; the ledger is saved after each acknowledged call. */
export async function applySteps(input: ApplyInput): Promise<Ran> {
  const batches = batchSteps(input.plan.steps, (step) => batchSize(step, input.semantics));
  let state: RunState = { reports: new Map(), ledger: input.ledger, isInterrupted: false, isStopped: false };
  for (const batch of batches) state = await runBatch(batch, state, input);
  const { isStopped: _, ...ran } = state;
  return { ...ran, reports: [...state.reports.values()] };
}

interface RunState extends Omit<Ran, "reports"> {
  readonly reports: ReadonlyMap<Address, StepReport>;
  readonly isStopped: boolean;
}

async function runBatch(batch: readonly Step[], before: RunState, input: ApplyInput): Promise<RunState> {
  const isInterrupted = before.isInterrupted || (!before.isStopped && input.signal.aborted);
  const isStopped = before.isStopped || isInterrupted;
  const known = batch.map((step) => withIds(step, before.ledger));
  const results = isStopped ? batch.map(notRun) : await applyBatch(known, before.reports, input);
  const ledger = withEntries(before.ledger, results, input);
  const saved = ledger === before.ledger ? undefined : await input.store.save(ledger);
  const reports = new Map(before.reports);
  for (const { report } of results) {
    reports.set(report.address, report);
    input.onProgress({ done: reports.size, total: input.plan.steps.length, report });
  }
  const isOver = saved?.ok === false || results.some((result) => isHopeless(result.report));
  const state = saved?.ok === false ? { state: saved.error } : {};
  return { ...before, ...state, reports, ledger, isInterrupted, isStopped: isStopped || isOver };
}

/** What an earlier step created has its id in the ledger by now. */
function withIds(step: Step, { entries }: Ledger): Step {
  const idAt = (address: Address): string | undefined => entries[address]?.remoteId;
  const send = withKnownIds(step.send, idAt);
  const record = step.record === undefined ? undefined : withKnownIds(step.record, idAt);
  return { ...step, send, ...(record === undefined ? {} : { record }) };
}

interface StepResult {
  readonly step: Step;
  readonly report: StepReport;
  readonly remoteId?: string;
}

async function applyBatch(
  batch: readonly Step[],
  reports: ReadonlyMap<Address, StepReport>,
  input: ApplyInput,
): Promise<readonly StepResult[]> {
  const skipped = batch.flatMap((step) => skip(step, reports));
  const left = batch.filter((step) => !skipped.some((result) => result.step === step));
  const [first] = left;
  if (first === undefined) return skipped;
  const isCreating = first.action === "create" || first.action === "revive";
  const results = isCreating ? await create(left, input) : await Promise.all(left.map((step) => update(step, input)));
  return [...skipped, ...results];
}

function skip(step: Step, reports: ReadonlyMap<Address, StepReport>): readonly StepResult[] {
  const because = step.dependsOn.find((address) => reports.get(address)?.status !== "done" && reports.has(address));
  if (because === undefined) return [];
  return [{ step, report: { address: step.address, action: step.action, status: "skipped", because } }];
}

async function create(steps: readonly Step[], input: ApplyInput): Promise<readonly StepResult[]> {
  const creations = steps.map(({ send, ...step }) => ({ ...step, attributes: send }));
  const outcomes = await input.writer.create(creations);
  const settled = await settleCreate(steps, outcomes, input);
  return steps.map((step, position) => resultOf(step, settled[position]));
}

async function update(step: Step, input: ApplyInput): Promise<StepResult> {
  if (Object.keys(step.send).length === 0) return resultOf(step, { ok: true, value: idOf(step) });
  const live = await input.reader.readOne(step);
  if (!live.ok) return resultOf(step, live);
  const found = preconditionOf(live.value, watchedAttributes(step), input);
  if (live.value === undefined || found !== step.precondition) {
    const { address, action, precondition: planned } = step;
    return { step, report: { address, action, status: "stale", planned, found } };
  }
  const outcome = await input.writer.update({ live: live.value, set: step.send });
  return resultOf(step, await settleUpdate(step, outcome, input));
}

function resultOf(step: Step, outcome: CreateOutcome | undefined): StepResult {
  const { address, action } = step;
  if (outcome === undefined) throw new Error(`The provider gave no outcome for ${address}`);
  if (!outcome.ok) return { step, report: { address, action, status: "failed", error: outcome.error } };
  return { step, report: { address, action, status: "done" }, ...idOf(step), ...outcome.value };
}

function idOf({ remoteId }: Step): { readonly remoteId?: string } {
  return remoteId === undefined ? {} : { remoteId };
}

function notRun(step: Step): StepResult {
  return { step, report: { address: step.address, action: step.action, status: "not-run" } };
}

function withEntries(ledger: Ledger, results: readonly StepResult[], { semantics }: ApplyInput): Ledger {
  const done = results.filter((result) => result.report.status === "done");
  if (done.length === 0) return ledger;
  const entries = done.map(({ step, remoteId }): [Address, LedgerEntry] => {
    const { kind, object, name } = step;
    const attributes = recordAfter(step, semantics);
    return [step.address, { kind, object, name, attributes, ...(remoteId === undefined ? {} : { remoteId }) }];
  });
  return { ...ledger, entries: { ...ledger.entries, ...Object.fromEntries(entries) } };
}

/** Errors that the next call would meet as well: going on would only repeat them. */
function isHopeless(report: StepReport): boolean {
  if (report.status !== "failed") return false;
  const { error } = report;
  if (error.code === "daily-limit" || error.code === "rate-limited" || error.code === "unavailable") return true;
  return error.code === "forbidden" && error.status === 401;
}

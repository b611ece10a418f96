import type { Address, LiveResource } from "../targets/index.ts";
import type { ApplyInput, StepReport } from "./apply-input.ts";
import { editedSince } from "./edited-since.ts";
import { preconditionOf } from "./fingerprint.ts";
import type { CallResult, IntendedStep, Intent } from "./journal.ts";
import type { LedgerEntry } from "./ledger.ts";
import { recordAfter, type Step, watchedAttributes } from "./plan.ts";
import type { CreateOutcome, Semantics } from "./provider.ts";
import { settleCreate, settleUpdate } from "./settle.ts";
import type { StateProblem } from "./state.ts";

/** A step that may be sent; `live` is what it changes. */
export interface ReadyStep {
  readonly step: Step;
  readonly live?: LiveResource;
}

/** What became of one step, and the portal's id of what it made. */
export interface StepResult {
  readonly step: Step;
  readonly report: StepReport;
  readonly remoteId?: string;
}

/** What became of the steps of one call; `state` where it could not be noted. */
export interface Called {
  readonly results: readonly StepResult[];
  readonly state?: StateProblem;
}

/** Notes what is about to be sent, sends it, settles what is unclear by reading back, and notes what became of it. */
export async function callNoted(ready: readonly ReadyStep[], input: ApplyInput): Promise<Called> {
  if (ready.length === 0) return { results: [] };
  const { lease, semantics } = input;
  const intent = intentOf(ready, lease.fence);
  const noted = intent === undefined ? undefined : await lease.append(intent);
  if (noted?.ok === false) return { results: ready.map(({ step }) => notSent(step)), state: noted.error };
  const results = await send(ready, input);
  const undone = results.flatMap(({ report }) => (wasNotDone(report) ? [report.address] : []));
  const result: CallResult = {
    ...{ type: "result", entries: entriesAfter(results, semantics), undone },
    ...(intent === undefined ? {} : { intent: intent.id }),
  };
  const kept = await lease.append(result);
  return kept.ok ? { results } : { results, state: kept.error };
}

/** What the ledger says once these steps are done. */
export function entriesAfter(
  results: readonly StepResult[],
  semantics: Pick<Semantics, "normalise">,
): Readonly<Record<Address, LedgerEntry>> {
  const done = results.filter(({ report }) => report.status === "done");
  return Object.fromEntries(done.map(({ step, remoteId }) => [step.address, entryOf(step, remoteId, semantics)]));
}

/** What the ledger says of one object once a step is done. */
export function entryOf(
  step: IntendedStep,
  remoteId: string | undefined,
  semantics: Pick<Semantics, "normalise">,
): LedgerEntry {
  const { kind, object, name } = step;
  const attributes = recordAfter(step, semantics);
  return { kind, object, name, attributes, ...(remoteId === undefined ? {} : { remoteId }) };
}

/** Steps that only change the ledger need no intent: there is no call to find out about. */
function intentOf(ready: readonly ReadyStep[], fence: number): Intent | undefined {
  const calls = ready.filter(({ step }) => isCall(step));
  const [first] = calls;
  if (first === undefined) return undefined;
  const steps = calls.map(({ step }): IntendedStep => {
    const { address, kind, object, name, action, send, remoteId, record } = step;
    const known = { ...(remoteId === undefined ? {} : { remoteId }), ...(record === undefined ? {} : { record }) };
    return { address, kind, object, name, action, send, ...known };
  });
  return { type: "intent", id: `${fence} ${first.step.address}`, steps };
}

function isCall(step: Step): boolean {
  return isNew(step) || Object.keys(step.send).length > 0;
}

const isNew = ({ action }: Step): boolean => action === "create" || action === "revive";

async function send(ready: readonly ReadyStep[], input: ApplyInput): Promise<readonly StepResult[]> {
  const [first] = ready;
  if (first === undefined || !isNew(first.step)) return Promise.all(ready.map((one) => update(one, input)));
  const steps = ready.map(({ step }) => step);
  const creations = steps.map(({ send: attributes, ...step }) => ({ ...step, attributes }));
  const settled = await settleCreate(steps, await input.writer.create(creations), input);
  return steps.map((step, position) => resultOf(step, settled[position]));
}

async function update({ step, live }: ReadyStep, input: ApplyInput): Promise<StepResult> {
  if (live === undefined) return resultOf(step, { ok: true, value: idOf(step) });
  const outcome = await settleUpdate(step, await input.writer.update({ live, set: step.send }), input);
  if (outcome.ok || outcome.error.code !== "conflict") return resultOf(step, outcome);
  // Refused because somebody saved it between our look and our call: left to them, and shown.
  const now = await input.reader.readOne(step);
  return now.ok && !isAsPlanned(step, now.value, input) ? staleResult(step, now.value, input) : resultOf(step, outcome);
}

/** Whether an object is as the plan saw it, its revision included where it has one. */
export function isAsPlanned(step: Step, live: LiveResource | undefined, input: ApplyInput): boolean {
  return preconditionOf(live, watchedAttributes(step), input) === step.precondition;
}

/** The result of a step whose object somebody changed since it was planned. */
export function staleResult(step: Step, live: LiveResource | undefined, input: ApplyInput): StepResult {
  const { address, action, precondition: planned } = step;
  const found = preconditionOf(live, watchedAttributes(step), input);
  const changes = editedSince(step, live, input.semantics);
  return { step, report: { address, action, status: "stale", planned, found, changes } };
}

/** A step's report from the provider's outcome. */
export function resultOf(step: Step, outcome: CreateOutcome | undefined): StepResult {
  const { address, action } = step;
  if (outcome === undefined) throw new Error(`The provider gave no outcome for ${address}`);
  if (!outcome.ok) return { step, report: { address, action, status: "failed", error: outcome.error } };
  return { step, report: { address, action, status: "done" }, ...idOf(step), ...outcome.value };
}

function idOf({ remoteId }: Step): { readonly remoteId?: string } {
  return remoteId === undefined ? {} : { remoteId };
}

function notSent(step: Step): StepResult {
  return { step, report: { address: step.address, action: step.action, status: "not-run" } };
}

/** Refused outright, or left to others: only a call without an answer may still have been carried out. */
function wasNotDone(report: StepReport): boolean {
  return report.status === "stale" || (report.status === "failed" && report.error.code !== "ambiguous");
}

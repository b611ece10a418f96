import { type WorkflowState, workflowStates } from "../../engine/index.ts";
import { confirm } from "../apply/confirm.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { type PlanRequest, type PreparedPlan, preparePlan } from "../plan/prepare-plan.ts";
import { createProgressLine } from "../progress-line.ts";
import { describeStateProblem } from "../state/state-failure.ts";
import type { Terminal } from "../terminal.ts";
import { type Asked, choose } from "./choose.ts";
import { countEntrants, type Entrants } from "./count-entrants.ts";
import { type Switched, switchWorkflows } from "./switch-workflows.ts";
import { renderActivationJson, renderStates, renderSwitched } from "./views.ts";
import { words } from "./words.ts";

/** The options of `revpact activate`. */
export interface ActivateOptions extends PlanRequest, Asked {
  readonly off?: boolean;
  readonly count: boolean;
  readonly yes?: boolean;
  readonly format: "text" | "json";
}

/** Shows the workflows of a contract, and switches those that are named. */
export async function runActivate(options: ActivateOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const prepared = await preparePlan(options, terminal);
  if (!prepared.ok) return prepared;
  try {
    const { desired, live, plan } = prepared.value;
    const states = workflowStates({ desired, live, plan });
    const chosen = choose(states, options);
    if (!chosen.ok) return chosen;
    const work = { prepared: prepared.value, options, terminal };
    return chosen.value === undefined ? await show(states, work) : await switchChosen(chosen.value, work);
  } finally {
    await prepared.value.portal.close();
  }
}

interface Work {
  readonly prepared: PreparedPlan;
  readonly options: ActivateOptions;
  readonly terminal: Terminal;
}

async function show(states: readonly WorkflowState[], work: Work): Promise<Result<ExitCode>> {
  const { options, terminal } = work;
  const entrants = await count(states, work);
  const shown = { states, entrants, ...viewOf(work) };
  if (options.format === "json") terminal.out(renderActivationJson(shown, []));
  else terminal.out(`${renderStates(shown)}${terminal.outPaint.dim(words[options.lang].next)}\n`);
  return succeed(exitCodes.done);
}

const viewOf = ({ prepared, options, terminal }: Work) => ({
  language: options.lang,
  paint: terminal.outPaint,
  place: prepared.portal.place,
});

async function count(states: readonly WorkflowState[], { prepared, options, terminal }: Work): Promise<Entrants> {
  if (!options.count || options.off === true) return new Map();
  const line = createProgressLine(terminal);
  const { counting } = words[options.lang];
  const entrants = await countEntrants(states, prepared.portal.reader, (done, total) =>
    line.show(`${counting} ${done}/${total}`),
  );
  line.end();
  return entrants;
}

async function switchChosen(chosen: readonly WorkflowState[], work: Work): Promise<Result<ExitCode>> {
  const { options, terminal } = work;
  const isOn = options.off !== true;
  const differing = chosen.filter((state) => state.isOn !== isOn);
  // Switching off is always possible: it is the way out of trouble.
  const ready = differing.filter(({ notReady, live }) => (isOn ? notReady === undefined : live !== undefined));
  const shown = { states: chosen, entrants: await count(ready, work), ...viewOf(work) };
  const tell = (results: readonly Switched[], text: string): void =>
    terminal.out(options.format === "json" ? renderActivationJson(shown, results) : text);
  if (ready.length === 0) {
    const isDone = differing.length === 0;
    tell([], `${renderStates(shown)}${isDone ? `${words[options.lang].already(isOn)}\n` : ""}`);
    return succeed(isDone ? exitCodes.done : exitCodes.blocked);
  }
  if (options.format === "text") terminal.out(renderStates(shown));
  const agreed = await agree(ready.length, work);
  if (!agreed.ok) return agreed;
  if (!agreed.value) {
    terminal.talk(`${words[options.lang].nothing}\n`);
    return succeed(exitCodes.done);
  }
  const results = await switchLocked(isOn ? ready : ready.toReversed(), work);
  if (!results.ok) return results;
  tell(results.value, renderSwitched(results.value, { isOn, ...viewOf(work) }));
  return succeed(exitCodeOf(results.value));
}

async function agree(count: number, { options, terminal }: Work): Promise<Result<boolean>> {
  if (options.yes === true) return succeed(true);
  return confirm(terminal, options.lang, words[options.lang].question(options.off !== true, count));
}

async function switchLocked(states: readonly WorkflowState[], work: Work): Promise<Result<readonly Switched[]>> {
  const { prepared, options, terminal } = work;
  const lease = await prepared.store.acquire("activate");
  if (!lease.ok) return { ok: false, failure: describeStateProblem(lease.error) };
  const line = createProgressLine(terminal);
  const interrupted = { is: false };
  const interrupt = () => {
    interrupted.is = true;
  };
  process.once("SIGINT", interrupt);
  try {
    const results = await switchWorkflows(states, {
      reader: prepared.portal.reader,
      writer: prepared.portal.openWriter(lease.value.confirm),
      isOn: options.off !== true,
      mayGoOn: () => !interrupted.is,
      onProgress: (done, total, name) => line.show(`${words[options.lang].switching} ${done}/${total}  ${name}`),
    });
    line.end();
    return interrupted.is && results.every(({ outcome }) => outcome !== "done")
      ? fail(exitCodes.interrupted, "interrupted before anything was switched")
      : succeed(results);
  } finally {
    process.off("SIGINT", interrupt);
    await lease.value.release();
  }
}

function exitCodeOf(results: readonly Switched[]): ExitCode {
  if (results.every(({ outcome }) => outcome === "done")) return exitCodes.done;
  return results.some(({ outcome }) => outcome === "changed" || outcome === "gone")
    ? exitCodes.conflict
    : exitCodes.incomplete;
}

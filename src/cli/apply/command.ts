import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type ApplyReport, apply, isEmptyPlan, type Plan, parsePlan, type Refusal } from "../../engine/index.ts";
import { hubspotSemantics } from "../../providers/hubspot/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf } from "../files/find-contract.ts";
import { createClauseTitles } from "../plan/clause-titles.ts";
import {
  describeStateProblem,
  loadLedger,
  type PlanRequest,
  type PreparedPlan,
  preparePlan,
  sha256,
} from "../plan/prepare-plan.ts";
import { saveTerms } from "../plan/terms.ts";
import { renderPlanText } from "../plan/text-view.ts";
import { describeProviderError } from "../portal/provider-failure.ts";
import type { Terminal } from "../terminal.ts";
import { confirm } from "./confirm.ts";
import { createProgress } from "./progress.ts";
import { exitCodeOf, renderApplyJson, renderApplyText } from "./report-view.ts";

/** The options of `revpact apply`. */
export interface ApplyOptions extends PlanRequest {
  readonly plan?: string;
  readonly yes?: boolean;
  readonly verbose?: boolean;
  readonly format: "text" | "json";
}

/** Applies a saved plan, or plans, shows and asks. */
export async function runApply(written: ApplyOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const options = planFileFrom(written);
  const saved = options.plan === undefined ? succeed(undefined) : readPlan(options.plan);
  if (!saved.ok) return saved;
  const request =
    saved.value === undefined ? options : { ...options, environment: options.environment ?? saved.value.environment };
  const prepared = await preparePlan(request, terminal);
  if (!prepared.ok) return prepared;
  try {
    return await decide(
      { ...prepared.value, plan: saved.value ?? prepared.value.plan },
      { ...options, isSaved: saved.value !== undefined },
      terminal,
    );
  } finally {
    await prepared.value.portal.close();
  }
}

/** `revpact apply plan.json` names the plan where a contract could stand. */
function planFileFrom(options: ApplyOptions): ApplyOptions {
  return options.path?.endsWith(".json") && options.plan === undefined
    ? { ...options, path: undefined, plan: options.path }
    : options;
}

function readPlan(file: string): Result<Plan> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (problem) {
    return fail(
      exitCodes.usage,
      `the plan ${file} can't be read (${codeOf(problem)})`,
      "save one with revpact plan --out plan.json",
    );
  }
  const parsed = parsePlan(text, sha256);
  if (parsed.ok) return succeed(parsed.value);
  const at = parsed.error.code === "wrong-shape" ? ` at ${parsed.error.at || "/"}: ${parsed.error.reason}` : "";
  return fail(
    exitCodes.usage,
    `${file} is not a plan that can be used (${parsed.error.code}${at})`,
    "a plan is applied as it was printed, never edited: make a new one with revpact plan --out",
  );
}

interface Decision extends ApplyOptions {
  readonly isSaved: boolean;
}

async function decide(prepared: PreparedPlan, options: Decision, terminal: Terminal): Promise<Result<ExitCode>> {
  const { plan, environment } = prepared;
  const isText = options.format === "text";
  if (isText && !options.isSaved)
    terminal.out(
      renderPlanText(plan, {
        language: options.lang,
        titleOf: createClauseTitles(prepared.contract, options.lang),
        paint: terminal.outPaint,
        isWhole: options.verbose === true,
      }),
    );
  const impossible = plan.blocked.filter(({ reason }) => reason !== "unresolved");
  if (impossible.length > 0)
    return fail(
      exitCodes.blocked,
      `${impossible.length} of the changes can't be done, so none was`,
      "see what is listed as blocked in revpact plan",
    );
  if (isEmptyPlan(plan)) return finishEmpty(prepared, options, terminal);
  if (environment.isProtected && !options.isSaved) {
    return fail(
      exitCodes.blocked,
      `environment ${environment.id} is protected: it takes a saved plan that was read`,
      `revpact plan -e ${environment.id} --out plan.json, then revpact apply --plan plan.json`,
    );
  }
  const agreed = options.isSaved || options.yes === true ? succeed(true) : await confirm(terminal, options.lang);
  if (!agreed.ok) return agreed;
  if (!agreed.value) {
    terminal.talk(options.lang === "fr" ? "Rien n'a été modifié\n" : "Nothing was changed\n");
    return succeed(exitCodes.done);
  }
  return applyLocked(prepared, options, terminal);
}

function finishEmpty(
  { plan, contract, stateFolder }: PreparedPlan,
  options: Decision,
  terminal: Terminal,
): Result<ExitCode> {
  if (options.format === "json") terminal.out(renderApplyJson(plan, undefined));
  else if (options.isSaved)
    terminal.out(
      options.lang === "fr" ? "Rien à appliquer\u00a0: le plan est vide.\n" : "Nothing to apply: the plan is empty.\n",
    );
  saveTerms(stateFolder, contract);
  return succeed(exitCodes.done);
}

async function applyLocked(prepared: PreparedPlan, options: Decision, terminal: Terminal): Promise<Result<ExitCode>> {
  const lock = await prepared.store.lock();
  if (!lock.ok) return { ok: false, failure: describeStateProblem(lock.error) };
  try {
    return await carryOut(prepared, options, terminal);
  } finally {
    await lock.value();
  }
}

async function carryOut(prepared: PreparedPlan, options: Decision, terminal: Terminal): Promise<Result<ExitCode>> {
  const { plan, environment, desired, store, portal, contract, stateFolder } = prepared;
  // Another apply may have ended between the plan and the lock: its entries must not be lost.
  const ledger = await loadLedger(store, portal.identity.portalId, contract.name);
  if (!ledger.ok) return ledger;
  const progress = createProgress(terminal, options.lang);
  const signal = watchInterrupts(terminal);
  const outcome = await apply({
    ...{ plan, environment: environment.id, desired, ledger: ledger.value, store, signal },
    reader: portal.reader,
    writer: portal.openWriter(),
    semantics: hubspotSemantics,
    hash: sha256,
    sleep: (milliseconds) => sleep(milliseconds),
    onProgress: progress.show,
  });
  progress.end();
  signal.release();
  if (!outcome.ok) return { ok: false, failure: describeRefusal(outcome.error, portal.place) };
  return finish(outcome.value, { plan, contract, stateFolder, options, terminal, place: portal.place });
}

interface Ending {
  readonly plan: Plan;
  readonly contract: PreparedPlan["contract"];
  readonly stateFolder: string;
  readonly options: Decision;
  readonly terminal: Terminal;
  readonly place: string;
}

function finish(
  report: ApplyReport,
  { plan, contract, stateFolder, options, terminal, place }: Ending,
): Result<ExitCode> {
  if (report.status === "converged") saveTerms(stateFolder, contract);
  if (options.format === "json") terminal.out(renderApplyJson(plan, report));
  else terminal.out(renderApplyText(report, { language: options.lang, paint: terminal.outPaint, place }));
  return succeed(exitCodeOf(report));
}

/** The first Ctrl-C lets the call in flight finish; the second ends at once, and the next plan sees what was done. */
function watchInterrupts(terminal: Terminal): { readonly aborted: boolean; readonly release: () => void } {
  const state = { aborted: false };
  const interrupt = () => {
    if (state.aborted) process.exit(exitCodes.interrupted);
    state.aborted = true;
    terminal.talk("\nstopping after the call in flight; Ctrl-C again stops at once\n");
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    get aborted() {
      return state.aborted;
    },
    release: () => {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    },
  };
}

function describeRefusal(refusal: Refusal, place: string): Extract<Result<never>, { ok: false }>["failure"] {
  switch (refusal.code) {
    case "provider":
      return describeProviderError(refusal.error, place);
    case "stale": {
      const names = refusal.objects
        .slice(0, 5)
        .map(({ address }) => address)
        .join(", ");
      return {
        exitCode: exitCodes.conflict,
        message: `the CRM has changed since the plan was made, so nothing was written: ${names}`,
        help: "make a new plan and read what it says",
      };
    }
    case "contract-changed":
      return {
        exitCode: exitCodes.conflict,
        message: "the contract has changed since the plan was made, so nothing was written",
        help: "make a new plan",
      };
    case "wrong-environment":
      return {
        exitCode: exitCodes.usage,
        message: `the plan is for environment ${refusal.planned}, not ${refusal.found}`,
        help: `revpact apply -e ${refusal.planned} --plan …`,
      };
    case "wrong-portal":
      return {
        exitCode: exitCodes.usage,
        message: `the plan is for portal ${refusal.planned}, and this is portal ${refusal.found}: nothing was written`,
        help: "make a plan for this portal",
      };
    default:
      return refusal satisfies never;
  }
}

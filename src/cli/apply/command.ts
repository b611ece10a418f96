import { setTimeout as sleep } from "node:timers/promises";
import type { Language } from "../../diagnostics/index.ts";
import {
  type ApplyReport,
  apply,
  isEmptyPlan,
  type Lease,
  type Plan,
  type Refusal,
  type StaleObject,
} from "../../engine/index.ts";
import { hubspotSemantics } from "../../providers/hubspot/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { createClauseTitles } from "../plan/clause-titles.ts";
import { countImpact } from "../plan/count-impact.ts";
import { type PlanRequest, type PreparedPlan, preparePlan } from "../plan/prepare-plan.ts";
import { readPlanFile } from "../plan/read-plan-file.ts";
import { staleLines } from "../plan/stale-lines.ts";
import { saveTerms } from "../plan/terms.ts";
import { renderPlanText } from "../plan/text-view.ts";
import { describeProviderError } from "../portal/provider-failure.ts";
import { ledgerOf } from "../state/ledger-of.ts";
import { sha256 } from "../state/sha256.ts";
import { describeStateProblem } from "../state/state-failure.ts";
import type { Terminal } from "../terminal.ts";
import { confirm } from "./confirm.ts";
import { createProgress } from "./progress.ts";
import { exitCodeOf, renderApplyJson, renderApplyText } from "./report-view.ts";

/** The options of `revpact apply`. */
export interface ApplyOptions extends PlanRequest {
  readonly plan?: string;
  readonly yes?: boolean;
  /** The digest of a plan that changes much, or its first twelve digits. */
  readonly accept?: string;
  readonly verbose?: boolean;
  readonly format: "text" | "json";
}

/** Applies a saved plan, or plans, shows and asks. */
export async function runApply(written: ApplyOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const options = planFileFrom(written);
  const saved = options.plan === undefined ? succeed(undefined) : readPlanFile(options.plan);
  if (!saved.ok) return saved;
  const request =
    saved.value === undefined ? options : { ...options, environment: options.environment ?? saved.value.environment };
  const prepared = await preparePlan(request, terminal);
  if (!prepared.ok) return prepared;
  try {
    return await decide(
      { ...prepared.value, plan: saved.value ?? (await countImpact(prepared.value)) },
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

interface Decision extends ApplyOptions {
  readonly isSaved: boolean;
}

async function decide(prepared: PreparedPlan, options: Decision, terminal: Terminal): Promise<Result<ExitCode>> {
  const { plan } = prepared;
  if (options.format === "text" && !options.isSaved) showPlan(prepared, options, terminal);
  const refusal = refusalOf(prepared, options);
  if (refusal !== undefined) return refusal;
  if (isEmptyPlan(plan)) {
    return hasToNote(prepared) ? applyLocked(prepared, options, terminal) : finishEmpty(prepared, options, terminal);
  }
  const agreed = options.isSaved || options.yes === true ? succeed(true) : await confirm(terminal, options.lang);
  if (!agreed.ok) return agreed;
  if (!agreed.value) {
    terminal.talk(options.lang === "fr" ? "Rien n'a été modifié\n" : "Nothing was changed\n");
    return succeed(exitCodes.done);
  }
  return applyLocked(prepared, options, terminal);
}

/** With nothing left to do: calls of a killed apply are found out about, and protection alone is a change to keep. */
function hasToNote({ open, environment, ledger }: PreparedPlan): boolean {
  return open.length > 0 || (environment.isProtected && ledger.isProtected !== true);
}

function showPlan({ plan, contract }: PreparedPlan, options: Decision, terminal: Terminal): void {
  const titleOf = createClauseTitles(contract, options.lang);
  const view = { language: options.lang, titleOf, paint: terminal.outPaint, isWhole: options.verbose === true };
  terminal.out(renderPlanText(plan, view));
}

/** Why a plan is not carried out, whatever anybody answers. */
function refusalOf({ plan, environment, ledger }: PreparedPlan, options: Decision): Result<never> | undefined {
  const impossible = plan.blocked.filter(({ reason }) => reason !== "unresolved");
  if (impossible.length > 0)
    return fail(
      exitCodes.blocked,
      `${impossible.length} of the changes can't be done, so none was`,
      "see what is listed as blocked in revpact plan",
    );
  const isProtected = environment.isProtected || ledger.isProtected === true;
  const since = environment.isProtected
    ? ""
    : ", as it was when it was applied last (revpact state unprotect ends that)";
  if (isProtected && !options.isSaved && !isEmptyPlan(plan))
    return fail(
      exitCodes.blocked,
      `environment ${environment.id} is protected: it takes a saved plan that was read${since}`,
      `revpact plan -e ${environment.id} --out plan.json, then revpact apply --plan plan.json`,
    );
  return refusalToAccept(plan, options);
}

const shortDigest = 12;

/** Only the digest of this very plan accepts it: neither --yes nor a saved plan, which anybody could have made. */
function refusalToAccept({ acceptance, digest }: Plan, { accept }: Decision): Result<never> | undefined {
  if (acceptance === undefined) return undefined;
  if (accept !== undefined && accept.length >= shortDigest && digest.startsWith(accept)) return undefined;
  const { touched, managed } = acceptance;
  const isOther = accept === undefined ? "" : `; ${accept} is the digest of another plan`;
  return fail(
    exitCodes.blocked,
    `this plan changes ${touched} of the ${managed} objects that are there, so it has to be accepted by its digest${isOther}`,
    `read the plan; then add --accept ${digest.slice(0, shortDigest)}`,
  );
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
  const lease = await prepared.store.acquire("apply");
  if (!lease.ok) return { ok: false, failure: describeStateProblem(lease.error) };
  try {
    return await carryOut(prepared, lease.value, { options, terminal });
  } finally {
    await lease.value.release();
  }
}

async function carryOut(
  prepared: PreparedPlan,
  lease: Lease,
  { options, terminal }: { readonly options: Decision; readonly terminal: Terminal },
): Promise<Result<ExitCode>> {
  const { plan, environment, desired, portal, contract, stateFolder } = prepared;
  // Another apply may have ended between the plan and the lock: its entries must not be lost.
  const ledger = ledgerOf(lease.state.ledger, portal.identity.portalId, contract.name);
  if (!ledger.ok) return ledger;
  const progress = createProgress(terminal, options.lang);
  const signal = watchInterrupts(terminal);
  const outcome = await apply({
    ...{ plan, environment: environment.id, desired, open: lease.state.open, lease, signal },
    ledger: environment.isProtected ? { ...ledger.value, isProtected: true } : ledger.value,
    reader: portal.reader,
    writer: portal.openWriter(lease.confirm),
    semantics: hubspotSemantics,
    hash: sha256,
    sleep: (milliseconds) => sleep(milliseconds),
    onProgress: progress.show,
  });
  progress.end();
  signal.release();
  if (!outcome.ok) {
    const { error } = outcome;
    if (error.code === "already-applied") return finishApplied(plan, options, terminal);
    if (error.code === "stale") terminal.talk(renderStale(error.objects, options.lang, terminal));
    return { ok: false, failure: describeRefusal(error, portal.place) };
  }
  return finish(outcome.value, { plan, contract, stateFolder, options, terminal, place: portal.place });
}

function renderStale(objects: readonly StaleObject[], language: Language, { talkPaint }: Terminal): string {
  return objects
    .flatMap((one) => staleLines(one, { language, paint: talkPaint }))
    .map((line) => `${line}\n`)
    .join("");
}

/** A pipeline that runs twice is no reason for alarm: what was to be done is done. */
function finishApplied(plan: Plan, options: Decision, terminal: Terminal): Result<ExitCode> {
  const words = {
    en: "This plan was applied before: nothing was written.\n",
    fr: "Ce plan a déjà été appliqué\u00a0: rien n'a été écrit.\n",
  };
  terminal.out(options.format === "json" ? renderApplyJson(plan, undefined) : words[options.lang]);
  return succeed(exitCodes.done);
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

function describeRefusal(
  refusal: Exclude<Refusal, { readonly code: "already-applied" }>,
  place: string,
): Extract<Result<never>, { ok: false }>["failure"] {
  switch (refusal.code) {
    case "provider":
      return describeProviderError(refusal.error, place);
    case "state":
      return describeStateProblem(refusal.problem);
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

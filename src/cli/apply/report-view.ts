import type { Language } from "../../diagnostics/index.ts";
import { type ApplyReport, canonicalJson, jsonOf, type Plan, type StepReport } from "../../engine/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { staleLines } from "../plan/stale-lines.ts";
import { describeProviderError } from "../portal/provider-failure.ts";
import { describeStateProblem } from "../state/state-failure.ts";
import type { Paint } from "../terminal.ts";

/** The exit code of what became of an apply. */
export function exitCodeOf({ status, steps, state }: ApplyReport): ExitCode {
  if (state?.code === "lease-lost") return exitCodes.locked;
  switch (status) {
    case "converged":
      return exitCodes.done;
    case "interrupted":
      return exitCodes.interrupted;
    case "differs":
    case "incomplete":
    case "unverified":
      return steps.some((step) => step.status === "stale") ? exitCodes.conflict : exitCodes.incomplete;
    default:
      return status satisfies never;
  }
}

type Verdict = (done: number, total: number) => string;

const changes = (count: number): string => (count === 1 ? "1 change" : `${count} changes`);
const modifications = (count: number): string => (count < 2 ? `${count} modification` : `${count} modifications`);

const verdicts: Readonly<Record<Language, Readonly<Record<ApplyReport["status"], Verdict>>>> = {
  en: {
    converged: (done) => `Applied: ${changes(done)}, read again and found as the contract says.`,
    differs: (done) => `Applied ${changes(done)}, but the CRM does not show all of them: see below.`,
    incomplete: (done, total) =>
      `Incomplete: ${done} of ${changes(total)} made. Run revpact apply again: nothing is made twice.`,
    interrupted: (done, total) =>
      `Interrupted: ${done} of ${changes(total)} made. Run revpact apply again: nothing is made twice.`,
    unverified: (done) => `Applied ${changes(done)}, but the CRM could not be read again. Run revpact plan to check.`,
  },
  fr: {
    converged: (done) => `Appliqué\u00a0: ${modifications(done)}, tout a été relu et correspond au contrat.`,
    differs: (done) => `Appliqué\u00a0: ${modifications(done)}, mais le CRM ne montre pas tout\u00a0: voir ci-dessous.`,
    incomplete: (done, total) =>
      `Incomplet\u00a0: ${done} sur ${modifications(total)}. Relancer revpact apply\u00a0: rien n'est fait deux fois.`,
    interrupted: (done, total) =>
      `Interrompu\u00a0: ${done} sur ${modifications(total)}. Relancer revpact apply\u00a0: rien n'est fait deux fois.`,
    unverified: (done) =>
      `Appliqué\u00a0: ${modifications(done)}, mais le CRM n'a pas pu être relu. Vérifier avec revpact plan.`,
  },
};

const switchedOff: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) =>
    count === 1
      ? "One new workflow is switched off: see it with revpact activate, then switch it on."
      : `The ${count} new workflows are switched off: see them with revpact activate, then switch them on.`,
  fr: (count) =>
    count === 1
      ? "Le nouveau workflow est désactivé\u00a0: le voir avec revpact activate, puis l'activer."
      : `Les ${count} nouveaux workflows sont désactivés\u00a0: les voir avec revpact activate, puis les activer.`,
};

/** Where a report is printed, and about which CRM. */
export interface ReportView {
  readonly language: Language;
  readonly paint: Paint;
  /** The CRM's URL. */
  readonly place: string;
}

/** What became of an apply, for a person: the verdict, then what went wrong. */
export function renderApplyText(report: ApplyReport, { language, paint, place }: ReportView): string {
  const done = report.steps.filter((step) => step.status === "done").length;
  const verdict = verdicts[language][report.status](done, report.steps.length);
  const colour = report.status === "converged" ? paint.green : paint.yellow;
  const workflows = report.steps.filter(isNewWorkflow).length;
  const lines = [
    colour(verdict),
    ...report.steps.flatMap((step) => stepLines(step, { language, paint, place })),
    ...report.remaining.map(({ address, action }) => `  ${paint.yellow("?")} ${address}  ${action}`),
    ...(report.error === undefined ? [] : [`  ${describeProviderError(report.error, place).message}`]),
    ...(report.state === undefined ? [] : [`  ${describeStateProblem(report.state).message}`]),
    ...(workflows === 0 ? [] : [switchedOff[language](workflows)]),
  ];
  return `${lines.join("\n")}\n`;
}

function isNewWorkflow({ address, action, status }: StepReport): boolean {
  return status === "done" && action === "create" && address.startsWith("workflow:");
}

function stepLines(step: StepReport, { language, paint, place }: ReportView): readonly string[] {
  switch (step.status) {
    case "done":
    case "not-run":
      return [];
    case "failed":
      return [`  ${paint.red("✗")} ${step.address}  ${describeProviderError(step.error, place).message}`];
    case "stale":
      return staleLines(step, { language, paint });
    case "skipped":
      return [`  ${paint.dim("-")} ${step.address}  skipped: it needs ${step.because}`];
    default:
      return step satisfies never;
  }
}

/** What became of an apply, for a program; `report` is absent when there was nothing to do. */
export function renderApplyJson(plan: Plan, report: ApplyReport | undefined): string {
  const body = {
    formatVersion: 1,
    plan: { digest: plan.digest, environment: plan.environment, portal: plan.portal, contract: plan.contract },
    status: report?.status ?? "converged",
    steps: report?.steps ?? [],
    remaining: report?.remaining ?? [],
  };
  return `${canonicalJson(jsonOf(body))}\n`;
}

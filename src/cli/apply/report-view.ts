import type { Language } from "../../diagnostics/index.ts";
import { type ApplyReport, canonicalJson, type Json, type Plan, type StepReport } from "../../engine/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { describeStateProblem } from "../plan/prepare-plan.ts";
import { describeProviderError } from "../portal/provider-failure.ts";
import type { Paint } from "../terminal.ts";

/** The exit code of what became of an apply. */
export function exitCodeOf({ status, steps }: ApplyReport): ExitCode {
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

const verdicts: Readonly<
  Record<Language, Readonly<Record<ApplyReport["status"], (done: number, total: number) => string>>>
> = {
  en: {
    converged: (done) => `Applied: ${done} changes, read again and found as the contract says.`,
    differs: (done) => `Applied ${done} changes, but the CRM does not show all of them: see below.`,
    incomplete: (done, total) =>
      `Incomplete: ${done} of ${total} changes were made. Run revpact apply again: nothing is made twice.`,
    interrupted: (done, total) =>
      `Interrupted after ${done} of ${total} changes. Run revpact apply again: nothing is made twice.`,
    unverified: (done) => `Applied ${done} changes, but they could not be read again. Run revpact plan to check.`,
  },
  fr: {
    converged: (done) => `Appliqué\u00a0: ${done} modifications, relues et conformes au contrat.`,
    differs: (done) => `${done} modifications appliquées, mais le CRM ne les montre pas toutes\u00a0: voir ci-dessous.`,
    incomplete: (done, total) =>
      `Incomplet\u00a0: ${done} modifications sur ${total}. Relancer revpact apply\u00a0: rien n'est fait deux fois.`,
    interrupted: (done, total) =>
      `Interrompu après ${done} modifications sur ${total}. Relancer revpact apply\u00a0: rien n'est fait deux fois.`,
    unverified: (done) =>
      `${done} modifications appliquées, mais elles n'ont pas pu être relues. Vérifier avec revpact plan.`,
  },
};

/** What became of an apply, for a person: the verdict, then what went wrong. */
export function renderApplyText(
  report: ApplyReport,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const done = report.steps.filter((step) => step.status === "done").length;
  const verdict = verdicts[language][report.status](done, report.steps.length);
  const colour = report.status === "converged" ? paint.green : paint.yellow;
  const lines = [
    colour(verdict),
    ...report.steps.flatMap((step) => stepLines(step, paint)),
    ...report.remaining.map(({ address, action }) => `  ${paint.yellow("?")} ${address}  ${action}`),
    ...(report.error === undefined ? [] : [`  ${describeProviderError(report.error, "").message}`]),
    ...(report.state === undefined ? [] : [`  ${describeStateProblem(report.state).message}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function stepLines(step: StepReport, paint: Paint): readonly string[] {
  switch (step.status) {
    case "done":
    case "not-run":
      return [];
    case "failed":
      return [`  ${paint.red("✗")} ${step.address}  ${describeProviderError(step.error, "").message}`];
    case "stale":
      return [
        `  ${paint.yellow("!")} ${step.address}  changed in the CRM while applying: left as it is; run revpact plan`,
      ];
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
  // The round trip leaves out absent keys; the result is JSON by construction.
  return `${canonicalJson(JSON.parse(JSON.stringify(body)) as Json)}\n`;
}

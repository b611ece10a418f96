import type { SuppressedFinding } from "../../contract/index.ts";
import type { Finding, Language, Severity } from "../../diagnostics/index.ts";
import type { Source } from "../../language/index.ts";
import type { Paint } from "../terminal.ts";

/** What one validation yields, for every output format. */
export interface Report {
  readonly version: string;
  readonly contracts: readonly { readonly file: string; readonly name?: string; readonly version?: string }[];
  readonly findings: readonly Finding[];
  /** Findings that comments of the contract answer: told by machine formats only. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly sources: readonly Source[];
  /** From the repository's root to where the command runs: GitHub looks for files from there. Empty at the root. */
  readonly below: string;
}

/** How a report is put into words; formats for people leave out what weighs less than `least`. */
export interface ReportStyle {
  readonly language: Language;
  readonly paint: Paint;
  readonly least: Severity;
}

/** How many findings weigh how much. */
export function countFindings(findings: readonly Finding[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
} {
  const count = (severity: Severity) => findings.filter((item) => item.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** True when a finding weighs at least as much as a severity. */
export function weighsAtLeast({ severity }: Pick<Finding, "severity">, least: Severity): boolean {
  return weights[severity] >= weights[least];
}

/** `2 errors`, `1 avertissement`: French counts 0 and 1 as singular, English only 1. */
export function counted(
  count: number,
  noun: { readonly one: string; readonly many: string },
  language: Language,
): string {
  const isSingular = language === "fr" ? count < 2 : count === 1;
  return `${count} ${isSingular ? noun.one : noun.many}`;
}

/** `2 errors`, `1 warning` and, where there are any, `3 info`. */
export function countsInWords(findings: readonly Finding[], language: Language): readonly string[] {
  const { errors, warnings, infos } = countFindings(findings);
  const nouns = {
    en: { error: { one: "error", many: "errors" }, warning: { one: "warning", many: "warnings" } },
    fr: { error: { one: "erreur", many: "erreurs" }, warning: { one: "avertissement", many: "avertissements" } },
  }[language];
  const info = infos > 0 ? [`${infos} info`] : [];
  return [counted(errors, nouns.error, language), counted(warnings, nouns.warning, language), ...info];
}

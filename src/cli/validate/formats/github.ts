import { posix } from "node:path";
import { type Finding, type Language, renderFinding } from "../../../diagnostics/index.ts";
import { escapeData, escapeProperty } from "../../formats/workflow-command.ts";
import type { Report, ReportStyle } from "../report.ts";

const annotationLimit = 10;

/** GitHub shows at most ten annotations of a kind per step: the worst first, and a notice for the rest. */
export function renderGitHub(report: Report, { language }: ReportStyle): string {
  const errors = report.findings.filter((item) => item.severity === "error");
  const warnings = report.findings.filter((item) => item.severity !== "error").toSorted((a, b) => weigh(a) - weigh(b));
  const shown = [...errors.slice(0, annotationLimit), ...warnings.slice(0, annotationLimit)];
  const hidden = report.findings.length - shown.length;
  const lines = shown.map((item) => renderAnnotation(item, report.below, language));
  const rest = hidden > 0 ? [`::notice title=revpact::${escapeData(describeHidden(hidden, language))}`] : [];
  return [...lines, ...rest].map((line) => `${line}\n`).join("");
}

function describeHidden(count: number, language: Language): string {
  if (language === "fr")
    return `${count} ${count === 1 ? "autre constat" : "autres constats"}\u00a0: lancer revpact validate`;
  return `${count} more ${count === 1 ? "finding" : "findings"}: run revpact validate`;
}

function weigh(item: Finding): number {
  return item.severity === "warning" ? 0 : 1;
}

function renderAnnotation(item: Finding, below: string, language: Language): string {
  const { message, help, why } = renderFinding(item, language);
  const { file, start, end } = item.primary;
  const command = item.severity === "info" ? "notice" : item.severity;
  // Columns are only meaningful to GitHub on one line.
  const columns =
    start.line === end.line ? `,col=${start.column},endColumn=${Math.max(end.column, start.column + 1)}` : "";
  const place = `file=${escapeProperty(posix.join(below, file))},line=${start.line},endLine=${end.line}${columns}`;
  return `::${command} ${place},title=${escapeProperty(`${item.code} ${item.name}`)}::${escapeData(`${message}\n${why}\n→ ${help}`)}`;
}

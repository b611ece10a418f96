import { posix } from "node:path";
import { type Finding, type Language, renderFinding, severityWord } from "../../diagnostics/index.ts";
import type { Source } from "../../language/index.ts";
import type { Paint } from "../terminal.ts";
import { renderExcerpt } from "./excerpt.ts";

/** What one validation yields, for every output format. */
export interface Report {
  readonly version: string;
  readonly contracts: readonly { readonly file: string; readonly name?: string; readonly version?: string }[];
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
  /** From the repository's root to where the command runs: GitHub looks for files from there. Empty at the root. */
  readonly below: string;
}

/** The output formats of `validate`. */
export type ReportFormat = "pretty" | "concise" | "json" | "github";
/** Every output format, the default of a terminal first. */
export const reportFormats: readonly ReportFormat[] = ["pretty", "concise", "json", "github"];

/** A report in one format, ending in a line feed. */
export function renderReport(
  report: Report,
  format: ReportFormat,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  switch (format) {
    case "pretty":
      return renderPretty(report, language, paint);
    case "concise":
      return renderConcise(report, language);
    case "json":
      return renderJson(report, language);
    case "github":
      return renderGitHub(report, language);
    default:
      return format satisfies never;
  }
}

/** How many findings weigh how much. */
export function countFindings(findings: readonly Finding[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
} {
  const count = (severity: Finding["severity"]) => findings.filter((item) => item.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

function renderPretty(report: Report, language: Language, paint: Paint): string {
  const blocks = report.findings.map((item) => renderBlock(item, report, { language, paint }));
  return `${[...blocks, renderSummary(report, language, paint)].join("\n")}\n`;
}

const labelWords = {
  en: { witness: "witness", why: "why", help: "help", docs: "docs" },
  fr: { witness: "preuve", why: "enjeu", help: "conseil", docs: "voir" },
} as const;

function renderBlock(
  item: Finding,
  report: Report,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const text = renderFinding(item, language);
  const { file, start } = item.primary;
  const colour = item.severity === "error" ? paint.red : paint.yellow;
  const labels = labelWords[language];
  const marks = [
    { span: item.primary, note: "", sign: "^" as const },
    ...item.related.map(({ span }, index) => ({ span, note: text.related[index] ?? "", sign: "-" as const })),
  ];
  const row = (label: string, value: string) => `  ${paint.dim(label.padEnd(8))} ${value}`;
  return [
    `${paint.bold(`${file}:${start.line}:${start.column}`)}  ${colour(severityWord(item.severity, language))}  ${item.code} ${item.name}`,
    `  ${text.message}`,
    ...renderExcerpt(report.sources, marks, paint).map((line) => `  ${line}`),
    ...(text.witness === undefined ? [] : [row(labels.witness, text.witness)]),
    row(labels.why, text.why),
    row(labels.help, text.help),
    row(labels.docs, `revpact explain ${item.code}${language === "en" ? "" : ` --lang ${language}`}`),
    "",
  ].join("\n");
}

function renderSummary(report: Report, language: Language, paint: Paint): string {
  const { errors, warnings, infos } = countFindings(report.findings);
  const names = report.contracts
    .map(({ file, name, version }) => (name === undefined ? file : `${file} (${name} ${version})`))
    .join(", ");
  if (errors + warnings + infos === 0)
    return paint.green(
      language === "fr" ? `${names}\u00a0: valide, rien à signaler` : `${names}: valid, nothing to report`,
    );
  const parts =
    language === "fr"
      ? [plural(errors, "erreur"), plural(warnings, "avertissement")]
      : [plural(errors, "error"), plural(warnings, "warning")];
  return `${names}${language === "fr" ? "\u00a0" : ""}: ${[...parts, ...(infos > 0 ? [`${infos} info`] : [])].join(", ")}`;
}

/** French counts 0 and 1 as singular; English only 1. */
function plural(count: number, noun: string): string {
  const isSingular = noun === "error" || noun === "warning" ? count === 1 : count < 2;
  return `${count} ${noun}${isSingular ? "" : "s"}`;
}

function renderConcise(report: Report, language: Language): string {
  return report.findings
    .map((item) => {
      const { file, start } = item.primary;
      return `${file}:${start.line}:${start.column}: ${item.severity} ${item.code} ${renderFinding(item, language).message}\n`;
    })
    .join("");
}

/** Every finding with its place, words and identity; `args` are what the words are made from. */
function renderJson(report: Report, language: Language): string {
  const findings = report.findings.map((item) => {
    const { message, help, why, related } = renderFinding(item, language);
    return {
      ...item,
      related: item.related.map((other, index) => ({ ...other, message: related[index] ?? "" })),
      message,
      help,
      why,
      url: `revpact:explain/${item.code}`,
      ...(item.witness === undefined ? {} : { witness: item.witness[language] }),
      fixes: item.fixes.map((fix) => ({ ...fix, title: fix.title[language] })),
    };
  });
  const { version, contracts } = report;
  return `${JSON.stringify({ formatVersion: 1, revpact: version, language, contracts, summary: countFindings(report.findings), findings }, null, 2)}\n`;
}

const annotationLimit = 10;

/** GitHub shows at most ten annotations of a kind per step: the worst first, and a notice for the rest. */
function renderGitHub(report: Report, language: Language): string {
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

/** Workflow commands end at a line feed and use % for escapes. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

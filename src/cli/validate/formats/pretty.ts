import { type Finding, type Language, renderFinding, severityWord } from "../../../diagnostics/index.ts";
import type { Paint } from "../../terminal.ts";
import { counted, countsInWords, type Report, type ReportStyle, weighsAtLeast } from "../report.ts";
import { renderExcerpt } from "./excerpt.ts";

/** Findings with the lines they are about, for a terminal; a summary at the end. */
export function renderPretty(report: Report, { language, paint, least }: ReportStyle): string {
  const shown = report.findings.filter((item) => weighsAtLeast(item, least));
  const blocks = shown.map((item) => renderBlock(item, report, { language, paint }));
  const hidden = report.findings.length - shown.length;
  return `${[...blocks, renderSummary(report, shown, { language, paint }), ...hiddenLine(hidden, language, paint)].join("\n")}\n`;
}

function hiddenLine(hidden: number, language: Language, paint: Paint): readonly string[] {
  if (hidden === 0) return [];
  const notes = counted(hidden, { one: "note", many: "notes" }, language);
  const words = {
    en: `${notes} not shown: add --show info`,
    fr: `${notes} non affichée${hidden < 2 ? "" : "s"}\u00a0: ajouter --show info`,
  };
  return [paint.dim(words[language])];
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

function renderSummary(
  report: Report,
  shown: readonly Finding[],
  { language, paint }: Omit<ReportStyle, "least">,
): string {
  const names = report.contracts
    .map(({ file, name, version }) => (name === undefined ? file : `${file} (${name} ${version})`))
    .join(", ");
  const space = language === "fr" ? "\u00a0" : "";
  const suppressed = suppressedWords(report.suppressed.length, language);
  if (report.findings.some((item) => weighsAtLeast(item, "warning")))
    return `${names}${space}: ${countsInWords(report.findings, language).join(", ")}${suppressed}`;
  const nothing = { en: "nothing to report", fr: "rien à signaler" }[language];
  const rest = shown.length === 0 ? nothing : `${shown.length} info`;
  return paint.green(`${names}${space}: ${{ en: "valid", fr: "valide" }[language]}, ${rest}${suppressed}`);
}

function suppressedWords(count: number, language: Language): string {
  if (count === 0) return "";
  return { en: ` (${count} suppressed)`, fr: ` (${count} mis en sourdine)` }[language];
}

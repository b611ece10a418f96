import { type Finding, type Language, renderFinding, severityWord } from "../../../diagnostics/index.ts";
import { countsInWords, type Report, type ReportStyle, weighsAtLeast } from "../report.ts";

const words = {
  en: {
    title: "Contract check",
    none: "Nothing to report.",
    place: "Place",
    weight: "Weight",
    code: "Code",
    said: "Finding",
    why: "Why",
    help: "What to do",
    witness: "Proof",
    and: "notes",
    details: "Details",
  },
  fr: {
    title: "Vérification du contrat",
    none: "Rien à signaler.",
    place: "Endroit",
    weight: "Poids",
    code: "Code",
    said: "Constat",
    why: "Enjeu",
    help: "Que faire",
    witness: "Preuve",
    and: "notes",
    details: "Détails",
  },
} as const;

/** A report for a pull request: a table, and below it each finding with its proof and remedy. */
export function renderMarkdown(report: Report, { language, least }: ReportStyle): string {
  const say = words[language];
  const shown = report.findings.filter((item) => weighsAtLeast(item, least));
  const names = report.contracts
    .map(({ file, name, version }) => escapeText(name === undefined ? file : `${file} (${name} ${version})`))
    .join(", ");
  const counts = countsInWords(report.findings, language).join(" · ");
  const head = [
    `### ${say.title}${language === "fr" ? "\u00a0" : ""}: ${names}`,
    "",
    report.findings.length === 0 ? say.none : counts,
    "",
  ];
  if (shown.length === 0) return `${head.join("\n")}\n`.replace(/\n+$/, "\n");
  const table = [
    `| ${say.weight} | ${say.code} | ${say.place} | ${say.said} |`,
    "|---|---|---|---|",
    ...shown.map((item) => rowOf(item, language)),
  ];
  return `${[...head, ...table, "", ...shown.flatMap((item) => detailsOf(item, language)), ""].join("\n").replace(/\n+$/, "")}\n`;
}

function rowOf(item: Finding, language: Language): string {
  const { file, start } = item.primary;
  const place = escapeText(`${file}:${start.line}`);
  return `| ${severityWord(item.severity, language)} | ${item.code} | ${place} | ${escapeText(renderFinding(item, language).message)} |`;
}

function detailsOf(item: Finding, language: Language): readonly string[] {
  const say = words[language];
  const { message, why, help, witness } = renderFinding(item, language);
  const { file, start } = item.primary;
  const line = (label: string, text: string) =>
    `- **${label}**${language === "fr" ? "\u00a0" : ""}: ${escapeText(text)}`;
  return [
    `**${item.code} ${item.name}** · ${escapeText(`${file}:${start.line}:${start.column}`)}`,
    "",
    escapeText(message),
    "",
    ...(witness === undefined ? [] : [line(say.witness, witness)]),
    line(say.why, why),
    line(say.help, help),
    "",
  ];
}

/** Contract text is never markup: every sign that Markdown or HTML could read is escaped, line breaks are spaces, nobody is mentioned. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\s+/g, (gap) => (/[\u00a0\u202f]/.test(gap) ? gap : " "))
    .replaceAll(/[\\`*_{}[\]|~]/g, String.raw`\$&`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;")
    .replaceAll(/(https?|www)(?=[:.])/gi, "$1&#8203;");
}

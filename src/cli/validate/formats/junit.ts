import { type Finding, type Language, renderFinding } from "../../../diagnostics/index.ts";
import { type Report, type ReportStyle, weighsAtLeast } from "../report.ts";

/**
 * JUnit XML: a suite per contract and a case per finding that fails (errors and warnings); infos are cases that pass, with
 * their words as output. A contract without findings is one case that passes, so that its suite is never empty.
 */
export function renderJUnit(report: Report, { language }: ReportStyle): string {
  const files = [
    ...new Set([...report.contracts.map(({ file }) => file), ...report.findings.map(({ primary }) => primary.file)]),
  ];
  const suites = files.map((file) => suiteOf(file, report, language));
  const total = report.findings.length;
  const failures = report.findings.filter(isFailure).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="revpact validate" tests="${Math.max(total, files.length)}" failures="${failures}">`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

function isFailure(item: Finding): boolean {
  return weighsAtLeast(item, "warning");
}

function suiteOf(file: string, report: Report, language: Language): string {
  const found = report.findings.filter(({ primary }) => primary.file === file);
  const cases =
    found.length === 0
      ? [`    <testcase classname="${attribute(file)}" name="valid"/>`]
      : found.map((item) => caseOf(item, language));
  return [
    `  <testsuite name="${attribute(file)}" tests="${cases.length}" failures="${found.filter(isFailure).length}">`,
    ...cases,
    "  </testsuite>",
  ].join("\n");
}

function caseOf(item: Finding, language: Language): string {
  const { message, help, why, witness } = renderFinding(item, language);
  const { file, start } = item.primary;
  const name = `${item.code} ${item.name} ${start.line}:${start.column}`;
  const body = [
    `${file}:${start.line}:${start.column}`,
    message,
    ...(witness === undefined ? [] : [witness]),
    why,
    `→ ${help}`,
  ].join("\n");
  const inside = isFailure(item)
    ? `      <failure type="${item.severity}" message="${attribute(message)}">${content(body)}</failure>`
    : `      <system-out>${content(body)}</system-out>`;
  return [
    `    <testcase classname="${attribute(file)}" name="${attribute(name)}" file="${attribute(file)}" line="${start.line}">`,
    inside,
    "    </testcase>",
  ].join("\n");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text between tags. XML 1.0 has no way to write most control characters or halves of surrogate pairs: they become U+FFFD. */
function content(text: string): string {
  return [...text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)]
    .map((sign) => (isXml(sign) ? sign : "\ufffd"))
    .join("");
}

/** Text between quotes: line breaks would be read as spaces. */
function attribute(text: string): string {
  return content(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** Characters that XML 1.0 allows (section 2.2, production 2). */
function isXml(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}

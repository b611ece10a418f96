import { type Finding, type Language, renderFinding } from "../../../diagnostics/index.ts";
import { attribute, content } from "../../formats/xml.ts";
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

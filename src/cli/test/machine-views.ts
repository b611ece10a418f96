import { renderFinding } from "../../diagnostics/index.ts";
import { escapeData, escapeProperty } from "../formats/workflow-command.ts";
import { attribute, content } from "../formats/xml.ts";
import { createPaint } from "../terminal.ts";
import { isFailed, type ReportStyle, resultsOf, type TestReport } from "./report.ts";
import { mismatchLines } from "./text-view.ts";

/** JSON: every test with its differences. */
export function renderJson(reports: readonly TestReport[], { language }: ReportStyle): string {
  const contracts = reports.map((report) => ({
    ...report.contract,
    findings: report.findings.map((item) => ({
      code: item.code,
      severity: item.severity,
      message: renderFinding(item, language).message,
      file: item.primary.file,
      line: item.primary.start.line,
      column: item.primary.start.column,
    })),
    tests: report.files.flatMap(({ file, results }) =>
      results.map((result) => ({
        name: result.test.name,
        file,
        line: result.test.span.start.line,
        passed: !isFailed(result),
        differences: result.mismatches.map(({ expectation, at, actual, evidence }) => ({
          fact: expectation.kind === "fact" ? expectation.fact : expectation.kind,
          record: expectation.record,
          line: expectation.span.start.line,
          at: new Date(at).toISOString(),
          expected: expectation.expected,
          actual,
          ...(evidence.step === undefined ? {} : { decidedBy: evidence.step.clause }),
        })),
      })),
    ),
    ...(report.coverage === undefined
      ? {}
      : {
          coverage: {
            share: report.coverage.share,
            points: report.coverage.points.length,
            uncovered: report.coverage.uncovered,
          },
        }),
    ...(report.mutation === undefined
      ? {}
      : {
          mutation: {
            share: report.mutation.share,
            mutants: report.mutation.mutants,
            survivors: report.mutation.survivors.map(({ clause, change }) => ({ clause, ...change })),
          },
        }),
  }));
  const results = reports.flatMap(resultsOf);
  const failed = results.filter(isFailed).length;
  return `${JSON.stringify({ formatVersion: 1, passed: results.length - failed, failed, contracts }, null, 2)}\n`;
}

/** JUnit XML: a suite per file, a case per test; a file that could not be read is a case with an error. */
export function renderJUnit(reports: readonly TestReport[], style: ReportStyle): string {
  const suites = reports.flatMap((report) => [
    ...report.files.map(({ file, results }) =>
      suite(
        file,
        results.map((result) => testCase(report, file, result, style)),
        results.filter(isFailed).length,
      ),
    ),
    ...unreadSuites(report, style),
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="revpact test">',
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

function suite(file: string, cases: readonly string[], failures: number): string {
  return [
    `  <testsuite name="${attribute(file)}" tests="${cases.length}" failures="${failures}">`,
    ...cases,
    "  </testsuite>",
  ].join("\n");
}

function testCase(
  report: TestReport,
  file: string,
  result: ReturnType<typeof resultsOf>[number],
  style: ReportStyle,
): string {
  const head = `    <testcase classname="${attribute(file)}" name="${attribute(result.test.name)}" file="${attribute(file)}" line="${result.test.span.start.line}"`;
  if (!isFailed(result)) return `${head}/>`;
  const lines = plainDifferences(report, result, style);
  return `${head}>\n      <failure message="${attribute(lines[0] ?? "")}">${content(lines.join("\n"))}</failure>\n    </testcase>`;
}

function plainDifferences(
  report: TestReport,
  result: ReturnType<typeof resultsOf>[number],
  { language }: ReportStyle,
): readonly string[] {
  return result.mismatches.flatMap((one) => mismatchLines(report, one, { language, paint: createPaint(false) }));
}

function unreadSuites({ findings }: TestReport, { language }: ReportStyle): readonly string[] {
  return findings
    .filter(({ severity }) => severity === "error")
    .map((item) => {
      const { file, start } = item.primary;
      const message = renderFinding(item, language).message;
      const name = `${item.code} ${start.line}:${start.column}`;
      return suite(
        file,
        [
          `    <testcase classname="${attribute(file)}" name="${attribute(name)}"><error message="${attribute(message)}"/></testcase>`,
        ],
        1,
      );
    });
}

/** GitHub annotations: one per test that failed, on its first difference, ten at most; what is wrong with a file before. */
export function renderGitHub(reports: readonly TestReport[], style: ReportStyle): string {
  const problems = reports.flatMap(({ findings }) =>
    findings.map((item) => {
      const { file, start } = item.primary;
      const kind = item.severity === "error" ? "error" : "warning";
      return annotation(kind, {
        file,
        line: start.line,
        title: `${item.code} ${item.name}`,
        text: renderFinding(item, style.language).message,
      });
    }),
  );
  const failures = reports.flatMap((report) =>
    resultsOf(report)
      .filter(isFailed)
      .map((result) => {
        const { file, start } = (result.mismatches[0]?.expectation ?? result.test).span;
        return annotation("error", {
          file,
          line: start.line,
          title: result.test.name,
          text: plainDifferences(report, result, style).join("\n"),
        });
      }),
  );
  return [...problems, ...failures]
    .slice(0, 10)
    .map((line) => `${line}\n`)
    .join("");
}

function annotation(
  kind: "error" | "warning",
  {
    file,
    line,
    title,
    text,
  }: { readonly file: string; readonly line: number; readonly title: string; readonly text: string },
): string {
  return `::${kind} file=${escapeProperty(file)},line=${line},title=${escapeProperty(title)}::${escapeData(text)}`;
}

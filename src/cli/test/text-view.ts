import { lexiconOf } from "../../contract/index.ts";
import { renderFinding } from "../../diagnostics/index.ts";
import {
  createMoments,
  describeAssessment,
  type Evidence,
  type Mismatch,
  type TestResult,
} from "../../testing/index.ts";
import { measureLines } from "./measure-view.ts";
import { isFailed, type ReportStyle, resultsOf, type TestReport } from "./report.ts";
import { noteWords, testWords } from "./words.ts";

/** The results for people: every name, and for what failed the difference and why. */
export function renderText(reports: readonly TestReport[], style: ReportStyle): string {
  const sections = reports.flatMap((report) => [
    ...headOf(report, style),
    ...bodyOf(report, style),
    ...measureLines(report, style),
  ]);
  return `${[...sections, summaryOf(reports, style)].join("\n")}\n`;
}

function headOf({ contract, findings }: TestReport, { paint, language }: ReportStyle): readonly string[] {
  const problems = findings.map((item) => {
    const { file, start } = item.primary;
    const { message, help } = renderFinding(item, language);
    return `${file}:${start.line}:${start.column}  ${paint.red(item.code)}  ${message}\n  → ${help}`;
  });
  return [`${paint.bold(`${contract.name} ${contract.version}`)}  ${paint.dim(contract.file)}`, ...problems];
}

function bodyOf(report: TestReport, style: ReportStyle): readonly string[] {
  if (report.files.length === 0 && report.findings.length === 0)
    return [`  ${testWords[style.language].none(report.contract.file)}`, ""];
  return report.files.flatMap(({ file, results }) => [
    style.paint.dim(`  ${file}`),
    ...results.flatMap((result) => resultLines(report, result, style)),
    "",
  ]);
}

function resultLines(report: TestReport, result: TestResult, style: ReportStyle): readonly string[] {
  const { paint } = style;
  const sign = isFailed(result) ? paint.red("✗") : paint.green("✓");
  return [
    `  ${sign} ${result.test.name}`,
    ...result.mismatches.flatMap((one) => mismatchLines(report, one, style).map((line) => `      ${line}`)),
  ];
}

/** A difference, and why the agreement decided so. */
export function mismatchLines(report: TestReport, mismatch: Mismatch, style: ReportStyle): readonly string[] {
  const { expectation, at, actual } = mismatch;
  const { paint, language } = style;
  const say = testWords[language];
  const { file, start } = expectation.span;
  const place = paint.dim(`${file}:${start.line}:${start.column}, ${say.at(createMoments(report.terms).write(at))}`);
  const fact = expectation.kind === "fact" ? expectation.fact : expectation.kind;
  const about = expectation.record === "lead" ? "" : `${expectation.record} `;
  if (typeof actual === "string" && expectation.kind === "fact")
    return [
      `${about}${paint.bold(fact)}  ${say.expected} ${paint.green(expectation.expected)}, ${say.actual} ${paint.red(actual)}  ${place}`,
      ...evidenceLines(report, mismatch, style).map((line) => `  ${line}`),
    ];
  return [`${about}${paint.bold(fact)}  ${place}`, ...listLines(report, mismatch, style).map((line) => `  ${line}`)];
}

/** Two lists as a difference: what is missing in green, what came besides in red, each with its clause. */
function listLines(report: TestReport, mismatch: Mismatch, { paint, language }: ReportStyle): readonly string[] {
  const { expectation, notices, notes } = mismatch;
  const say = testWords[language];
  const { write } = createMoments(report.terms);
  const found =
    expectation.kind === "told"
      ? notices.map(({ to, clock, at, clause, kind }) => ({
          keys: [to, `${to}: ${clock.name}`],
          text: `${to}: ${clock.name}  ${paint.dim(`${write(at)}, ${kind === "reminder" ? `${say.reminder}, ` : ""}${clause}`)}`,
        }))
      : notes.map(({ note = "hollow", at }) => ({
          keys: [note],
          text: `${note}  ${paint.dim(`${write(at)}, ${noteWords[language][note]}`)}`,
        }));
  const left = [...found];
  const expected = expectation.kind === "fact" ? [] : expectation.expected;
  const lines = expected.map((one) => {
    const position = left.findIndex(({ keys }) => keys.includes(one));
    const taken = position < 0 ? undefined : left.splice(position, 1)[0];
    return taken === undefined ? paint.green(`- ${say.expected} ${one}`) : `  ${taken.text}`;
  });
  const besides = left.map(({ text }) => `${paint.red("+")} ${text}`);
  return [...lines, ...besides, ...(expected.length + left.length === 0 ? [say.nobody] : [])];
}

function evidenceLines(report: TestReport, { evidence, notes }: Mismatch, style: ReportStyle): readonly string[] {
  const { language, paint } = style;
  const say = testWords[language];
  const { write } = createMoments(report.terms);
  const { step, missing, assessments } = evidence;
  return [
    ...(step === undefined ? [] : [paint.dim(`${say.because} ${step.clause}, ${write(step.at)}`)]),
    ...clockLines(evidence, style, write),
    ...assessments.flatMap(({ clause, assessment }) => [
      paint.dim(clause),
      ...describeAssessment(assessment, {
        lexicon: lexiconOf(report.terms.contract, language),
        language,
        moment: write,
      }).map(({ depth, holds, text, fact }) => {
        const sign = holds ? paint.green("✓") : paint.red("✗");
        return `${"  ".repeat(depth + 1)}${sign} ${text}${fact === undefined ? "" : ` (${fact})`}`;
      }),
    ]),
    ...(missing.length === 0 ? [] : [say.missing(missing.join(", "))]),
    ...notes.map(({ note = "hollow", at }) => `${say.noted} ${write(at)}: ${noteWords[language][note]}`),
  ];
}

function clockLines(
  { clock }: Evidence,
  { language, paint }: ReportStyle,
  write: (instant: number) => string,
): readonly string[] {
  if (clock === undefined) return [];
  const say = testWords[language];
  const end = clock.stoppedAt === undefined ? say.running : `${say.stopped} ${write(clock.stoppedAt)}`;
  return [
    paint.dim(`${clock.clause}: ${say.started} ${write(clock.startedAt)}, ${say.due} ${write(clock.due)}, ${end}`),
  ];
}

function summaryOf(reports: readonly TestReport[], { language, paint }: ReportStyle): string {
  const say = testWords[language];
  const results = reports.flatMap(resultsOf);
  const failed = results.filter(isFailed).length;
  const unread = reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  const files = new Set(unread.map(({ primary }) => primary.file)).size;
  const leftOut = reports.reduce((sum, one) => sum + one.leftOut, 0);
  return [
    paint.green(say.passed(results.length - failed)),
    failed === 0 ? say.failed(0) : paint.red(say.failed(failed)),
    ...(files === 0 ? [] : [paint.red(say.unread(files))]),
    ...(leftOut === 0 ? [] : [say.leftOut(leftOut)]),
  ].join(", ");
}

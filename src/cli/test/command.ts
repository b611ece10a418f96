import type { Language } from "../../diagnostics/index.ts";
import { hasErrors } from "../../diagnostics/index.ts";
import { measureCoverage, mutate, runTest } from "../../testing/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { loadUsable } from "../files/load-single.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Output } from "../options.ts";
import { createPaint, type Terminal } from "../terminal.ts";
import { type LoadedTests, loadTests } from "./load-tests.ts";
import { renderGitHub, renderJson, renderJUnit } from "./machine-views.ts";
import { isFailed, type ReportStyle, resultsOf, type TestReport } from "./report.ts";
import { renderText } from "./text-view.ts";

const formats = {
  text: renderText,
  json: renderJson,
  junit: renderJUnit,
  github: renderGitHub,
} as const satisfies Readonly<Record<string, (reports: readonly TestReport[], style: ReportStyle) => string>>;

/** The output formats of `revpact test`. */
export type TestFormat = keyof typeof formats;

/** What is measured besides passing; minima are percents. */
export interface Measures {
  readonly coverage: boolean;
  readonly minCoverage?: number;
  readonly mutation: boolean;
  readonly minMutation?: number;
}

/** The options of `revpact test`. */
export interface TestOptions {
  readonly path: string | undefined;
  readonly from: string;
  /** Only tests whose name contains this, in any case. */
  readonly filter: string | undefined;
  readonly measures: Measures;
  readonly outputs: readonly Output<TestFormat>[];
  readonly language: Language;
}

/** Runs the tests of contracts. */
export function runTests(options: TestOptions, terminal: Terminal): Result<ExitCode> {
  const contracts = loadUsable(options.path, options.language, terminal);
  if (!contracts.ok) return contracts;
  const reports: TestReport[] = [];
  for (const contract of contracts.value) {
    const loaded = loadTests(contract, options.from);
    if (!loaded.ok) return loaded;
    reports.push(reportOf(loaded.value, options, terminal));
  }
  const found = somethingRan(reports, options.filter);
  if (!found.ok) return found;
  const written = writeAll(reports, options, terminal);
  if (!written.ok) return written;
  const isBad = reports.some(
    (report) => isBelow(report, options.measures) || hasErrors(report.findings) || resultsOf(report).some(isFailed),
  );
  return succeed(isBad ? exitCodes.findings : exitCodes.done);
}

/** A filter that matches nothing would be green for ever. */
function somethingRan(reports: readonly TestReport[], filter: string | undefined): Result<void> {
  const hasNone = reports.every((report) => resultsOf(report).length === 0 && report.findings.length === 0);
  if (filter === undefined || !hasNone) return succeed(undefined);
  return fail(exitCodes.usage, `no test has "${filter}" in its name`, "leave --filter out to see all names");
}

/** A minimum is reached as it is printed, rounded down: 99.96 % is not 100 %. */
function isBelow({ coverage, mutation }: TestReport, { minCoverage = 0, minMutation = 0 }: Measures): boolean {
  return (coverage?.share ?? 1) * 100 < minCoverage || (mutation?.share ?? 1) * 100 < minMutation;
}

function reportOf(
  { contract, terms, files, findings, sources }: LoadedTests,
  { filter, measures }: TestOptions,
  terminal: Terminal,
): TestReport {
  const wanted = filter?.toLowerCase() ?? "";
  const chosen = files.map(({ file, cases }) => ({
    file,
    cases: cases.filter(({ name }) => name.toLowerCase().includes(wanted)),
  }));
  const all = files.reduce((sum, { cases }) => sum + cases.length, 0);
  const ran = chosen.reduce((sum, { cases }) => sum + cases.length, 0);
  const { name, version } = contract.contract;
  const cases = chosen.flatMap((file) => file.cases);
  return {
    contract: { name, version, file: contract.mainFile },
    terms,
    files: chosen.map(({ file, cases }) => ({ file, results: cases.map((test) => runTest(terms, test)) })),
    findings,
    sources,
    leftOut: all - ran,
    ...(measures.coverage ? { coverage: measureCoverage(terms, cases) } : {}),
    ...(measures.mutation ? { mutation: mutate(contract.contract, cases, progressOn(terminal)) } : {}),
  };
}

/** A line that counts while clauses are changed, on a terminal only. */
function progressOn(terminal: Terminal): (done: number, all: number) => void {
  if (!terminal.isInteractive) return () => undefined;
  return (done, all) => {
    const isLast = done + 1 === all;
    if (done % 20 === 0 || isLast) terminal.talk(`\r\u001b[K${isLast ? "" : `${done}/${all}`}`);
  };
}

function writeAll(
  reports: readonly TestReport[],
  { outputs, language }: TestOptions,
  terminal: Terminal,
): Result<void> {
  for (const { format, file } of outputs) {
    if (file === undefined) {
      terminal.out(formats[format](reports, { language, paint: terminal.outPaint }));
      continue;
    }
    const written = writeFileAtomically(file, formats[format](reports, { language, paint: createPaint(false) }));
    if (!written.ok) return written;
  }
  return succeed(undefined);
}

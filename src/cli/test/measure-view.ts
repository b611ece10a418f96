import type { Mutant } from "../../testing/index.ts";
import type { ReportStyle, TestReport } from "./report.ts";
import { facetWords, testWords } from "./words.ts";

/** Which clauses no test exercises, and which changes none notices. */
export function measureLines(report: TestReport, style: ReportStyle): readonly string[] {
  return [...coverageLines(report, style), ...mutationLines(report, style)];
}

function coverageLines({ coverage }: TestReport, { paint, language }: ReportStyle): readonly string[] {
  if (coverage === undefined) return [];
  const { points, uncovered, share } = coverage;
  const head = testWords[language].coverage(percentOf(share), points.length - uncovered.length, points.length);
  const rows = uncovered.map(({ clause, facet }) => `    ${clause}  ${paint.yellow(facetWords[language][facet])}`);
  return [`  ${paint.bold(head)}`, ...rows, ""];
}

function mutationLines({ mutation }: TestReport, { paint, language }: ReportStyle): readonly string[] {
  if (mutation === undefined) return [];
  const { mutants, survivors, share } = mutation;
  const head = testWords[language].mutation(percentOf(share), mutants - survivors.length, mutants);
  const rows = survivors.map((mutant) => `    ${mutant.clause}  ${paint.yellow(changeIn(mutant, language))}`);
  return [`  ${paint.bold(head)}`, ...rows, ""];
}

/** Rounded down, so that 100 % means all. */
function percentOf(share: number): string {
  return String(Math.floor(share * 1000 + 1e-9) / 10);
}

function changeIn({ change }: Mutant, language: ReportStyle["language"]): string {
  const say = testWords[language];
  return change.kind === "replaced" ? say.replaced(change.from, change.to) : say.removed(change.what);
}

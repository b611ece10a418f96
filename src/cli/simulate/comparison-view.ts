import type { DeadlineComparison } from "../../simulation/index.ts";
import { namesOf } from "./names.ts";
import { percent, points } from "./quantities.ts";
import type { Report, TextStyle } from "./report.ts";
import { simulationWords } from "./words.ts";

/** What differs from the other version, first of all: that is what was asked. */
export function comparisonLines(report: Report, style: TextStyle): readonly string[] {
  const { against, contract } = report;
  if (against === undefined) return [];
  const { language, paint } = style;
  const say = simulationWords[language];
  const names = namesOf(contract, language);
  const head = `${say.headings.against}  ${paint.dim(say.comparedWith(against.name, against.contract.version))}`;
  const shown = against.comparison.deadlines.filter(hasChanged);
  const width = Math.max(0, ...shown.map(({ name }) => names.deadline(name).length));
  const lines = shown.map((one) => {
    const { before, after } = sharesOf(one, language);
    return `  ${names.deadline(one.name).padEnd(width)}  ${say.lateChange(before, after)}  ${changeWords(one, style)}`;
  });
  return ["", paint.bold(head), ...(lines.length === 0 ? [`  ${say.unclear}`] : lines)];
}

/** Where both are the same to the last lead there is nothing to say. */
export function hasChanged({ before, after, difference }: DeadlineComparison): boolean {
  if (difference === undefined) return before !== undefined || after !== undefined;
  return difference.share !== 0 || difference.low !== difference.high;
}

/** Both shares, or a dash where a version has no such deadline. */
export function sharesOf({ before, after }: DeadlineComparison, language: TextStyle["language"]) {
  const share = (one: DeadlineComparison["before"]) => (one === undefined ? "–" : percent(one.share, language));
  return { before: share(before), after: share(after) };
}

/** The change with its interval; that it may be luck is said where it may. */
export function changeWords(one: DeadlineComparison, { language, paint }: TextStyle): string {
  const say = simulationWords[language];
  const { difference, before } = one;
  if (difference === undefined) return paint.dim(say.onlyIn[before === undefined ? "after" : "before"]);
  const { share, low, high } = difference;
  const words = say.changeInterval(points(share, language), points(low, language), points(high, language));
  if (low <= 0 && high >= 0) return paint.dim(`${words}, ${say.unclear}`);
  return share > 0 ? paint.red(words) : paint.green(words);
}

import { type Finding, type Language, renderFinding, severityWord } from "../../diagnostics/index.ts";
import type { Paint } from "../terminal.ts";
import type { FindingLog } from "./finding-log.ts";
import { mostPerCode } from "./finding-log.ts";
import type { RowTotals } from "./read-events.ts";
import { replayWords } from "./words.ts";

/** The findings about a file, each with its remedy, and how many there are of those not shown. */
export function renderFindings(log: FindingLog, language: Language, paint: Paint): string {
  const say = replayWords[language];
  const lines = log.findings().map((item) => lineOf(item, language, paint));
  const more = [...log.counts()].filter(([, count]) => count > mostPerCode);
  return [...lines, ...more.map(([code, count]) => `${say.moreFindings(code, count - mostPerCode)}\n`)].join("");
}

function lineOf(item: Finding, language: Language, paint: Paint): string {
  const { file, start } = item.primary;
  const { message, help } = renderFinding(item, language);
  const colour = item.severity === "error" ? paint.red : paint.yellow;
  const word = severityWord(item.severity, language);
  return `${paint.bold(`${file}:${start.line}:${start.column}`)}  ${colour(word)}  ${item.code} ${message}\n  ${paint.dim("→")} ${help}\n`;
}

/** How many rows were read and left out, and why. */
export function renderTotals(
  totals: RowTotals,
  log: FindingLog,
  {
    until,
    language,
  }: {
    readonly until: string;
    readonly language: Language;
  },
): string {
  const say = replayWords[language];
  const counts = [...log.counts()].map(([code, count]) => `${code} ${count}`).join(", ");
  const colon = language === "fr" ? "\u00a0: " : ": ";
  const later = totals.later === 0 ? "" : `${say.later(totals.later, until)}\n`;
  return `${say.rows(totals.rows, totals.leftOut)}${counts === "" ? "" : `${colon}${counts}`}\n${later}`;
}

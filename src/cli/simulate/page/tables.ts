import { describeInstant } from "../../../calendar/index.ts";
import { type Markup, tag } from "../../formats/markup.ts";
import { changeWords, hasChanged, sharesOf } from "../comparison-view.ts";
import { namesOf } from "../names.ts";
import { percent, percentRange, perRun, time } from "../quantities.ts";
import type { Report, TextStyle } from "../report.ts";
import { simulationWords } from "../words.ts";

/** A cell of a table: a number stands to the right. */
type Cell = string | { readonly number: string } | Markup;

/** Every deadline with its numbers. */
export function deadlineTable({ contract, result }: Report, { language }: TextStyle): Markup {
  const { columns, headings } = simulationWords[language];
  const names = namesOf(contract, language);
  const rows = result.deadlines.map(({ name, owedBy, lateShare, inTime, late, waits }): readonly Cell[] => [
    names.deadline(name),
    owedBy === undefined ? "" : names.role(owedBy),
    { number: lateShare === undefined ? "–" : percent(lateShare.share, language) },
    { number: lateShare === undefined ? "–" : percentRange(lateShare, language) },
    { number: perRun(inTime + late, result.runs, language) },
    { number: time(waits.medianMs, language) },
    { number: time(waits.p90Ms, language) },
  ]);
  const head = [
    columns.deadline,
    columns.owedBy,
    columns.late,
    columns.interval,
    columns.counted,
    columns.usual,
    columns.most,
  ];
  return table(headings.deadlines, head, rows);
}

/** Every handoff with what came of it. */
export function handoffTable({ contract, result }: Report, { language }: TextStyle): Markup {
  const { columns, headings } = simulationWords[language];
  const names = namesOf(contract, language);
  const count = (number: number): Cell => ({ number: perRun(number, result.runs, language) });
  const rows = result.handoffs.map((one): readonly Cell[] => [
    names.handoff(one.handoff),
    count(one.received),
    count(one.accepted),
    count(one.refused),
    count(one.sentBack),
    count(one.withdrawn),
    [...one.reasons]
      .toSorted(([, first], [, second]) => second - first)
      .map(([reason, number]) => `${names.reason(reason)} ${perRun(number, result.runs, language)}`)
      .join(", "),
  ]);
  const head = [
    columns.handoff,
    columns.received,
    columns.accepted,
    columns.refused,
    columns.sentBack,
    columns.withdrawn,
    columns.reasons,
  ];
  return table(headings.handoffs, head, rows);
}

/** How many records entered each stage. */
export function stageTable({ contract, result }: Report, { language }: TextStyle): Markup {
  const { columns, headings } = simulationWords[language];
  const names = namesOf(contract, language);
  const rows = result.stages.map(({ stage, entries, stranded }): readonly Cell[] => [
    names.stage(stage),
    { number: perRun(entries, result.runs, language) },
    { number: stranded === 0 ? "" : perRun(stranded, result.runs, language) },
  ]);
  return table(headings.stages, [columns.stage, columns.entries, columns.stranded], rows);
}

/** The longest waits of every deadline that was missed. */
export function worstTable({ contract, preparation, result }: Report, { language }: TextStyle): Markup | undefined {
  const { columns, headings, leadOfRun, openAtEnd } = simulationWords[language];
  const names = namesOf(contract, language);
  const rows = result.deadlines
    .filter(({ late }) => late > 0)
    .flatMap(({ name, owedBy, worst }) => {
      const { zone } = preparation.terms.clockOf(owedBy);
      return worst
        .slice(0, 3)
        .map(({ openMs, startedAt, stoppedAt, lead, run }): readonly Cell[] => [
          names.deadline(name),
          { number: time(openMs, language) },
          leadOfRun(lead, run),
          describeInstant(startedAt, zone, language),
          stoppedAt === undefined ? openAtEnd : describeInstant(stoppedAt, zone, language),
        ]);
    });
  if (rows.length === 0) return undefined;
  return table(headings.worst, [columns.deadline, columns.wait, columns.lead, columns.from, columns.until], rows);
}

/** What differs from the other version. */
export function comparisonTable(report: Report, style: TextStyle): Markup | undefined {
  const { against, contract } = report;
  if (against === undefined) return undefined;
  const { columns, headings } = simulationWords[style.language];
  const names = namesOf(contract, style.language);
  const rows = against.comparison.deadlines.filter(hasChanged).map((one): readonly Cell[] => {
    const { before, after } = sharesOf(one, style.language);
    const words = changeWords(one, style);
    return [
      names.deadline(one.name),
      { number: before },
      { number: after },
      tag("span", { class: toneOf(one.difference) }, words),
    ];
  });
  return table(headings.against, [columns.deadline, columns.before, columns.after, columns.change], rows);
}

function toneOf(difference: { readonly low: number; readonly high: number } | undefined): string {
  if (difference === undefined || (difference.low <= 0 && difference.high >= 0)) return "even";
  return difference.low > 0 ? "up" : "down";
}

/** Wide tables scroll by themselves, by keyboard too. */
function table(label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  const isNumber = (column: number) => rows.some((row) => isNumeric(row[column]));
  const headCells = head.map((text, column) =>
    tag("th", { scope: "col", class: isNumber(column) ? "number" : undefined }, text),
  );
  const body = rows.map((row) => tag("tr", {}, ...row.map(cellOf)));
  const content = tag("table", {}, tag("thead", {}, tag("tr", {}, ...headCells)), tag("tbody", {}, ...body));
  return tag("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, content);
}

function isNumeric(cell: Cell | undefined): cell is { readonly number: string } {
  return typeof cell === "object" && "number" in cell;
}

function cellOf(cell: Cell): Markup {
  return isNumeric(cell) ? tag("td", { class: "number" }, cell.number) : tag("td", {}, cell);
}

import { describeDate, localTime } from "../../../calendar/index.ts";
import { textIn } from "../../../contract/index.ts";
import { formatNumber } from "../../../diagnostics/index.ts";
import { type Markup, tag } from "../../formats/markup.ts";
import { renderSinglePage } from "../../formats/single-page.ts";
import { namesOf } from "../names.ts";
import { decimal, percent, percentRange } from "../quantities.ts";
import type { Report, TextStyle } from "../report.ts";
import { suppositions } from "../suppositions.ts";
import { simulationWords } from "../words.ts";
import { lateChart, loadChart, queueCharts, toneOfLate, toneOfLoad, waitCharts, weekCharts } from "./charts.ts";
import { pageStyle } from "./style.ts";
import { comparisonTable, deadlineTable, handoffTable, stageTable, worstTable } from "./tables.ts";

/** A simulation as one page that holds everything it needs. */
export function renderHtml(report: Report, style: TextStyle): string {
  const { contract } = report;
  const say = simulationWords[style.language];
  const title = `${textIn(contract, contract.title, style.language)} · ${say.title}`;
  const { language } = style;
  return renderSinglePage({ language, title, style: pageStyle, body: bodyOf(report, style, title) });
}

function bodyOf(report: Report, style: TextStyle, title: string): readonly Markup[] {
  const { headings } = simulationWords[style.language];
  const worst = worstTable(report, style);
  return [
    tag("h1", {}, title),
    ...introduction(report, style),
    cards(report, style),
    ...comparison(report, style),
    tag("h2", {}, headings.deadlines),
    grid(lateChart(report, style), loadChart(report, style)),
    ...section(headings.weeks, weekCharts(report, style)),
    ...section(headings.queues, queueCharts(report, style)),
    ...section(headings.waits, waitCharts(report, style)),
    tag("h2", {}, headings.deadlines),
    deadlineTable(report, style),
    tag("h2", {}, headings.handoffs),
    handoffTable(report, style),
    ...(worst === undefined ? [] : [tag("h2", {}, headings.worst), worst]),
    tag("h2", {}, headings.stages),
    stageTable(report, style),
    tag("h2", {}, headings.supposed),
    suppositionList(report, style),
  ];
}

function introduction({ contract, preparation, result }: Report, { language }: TextStyle): readonly Markup[] {
  const say = simulationWords[language];
  const { zone } = preparation.terms.clock;
  const day = (instant: number) => describeDate(localTime(instant, zone).date, language);
  const pace = say.pace(decimal((preparation.perDay * 365.25) / 12, language));
  const luck = say.luck(formatNumber(result.leads, language), result.runs, result.seed);
  const span = `${contract.name} ${contract.version}, ${say.span(day(result.start), day(result.end - 1))}`;
  return [tag("p", { class: "lead" }, `${span}. ${pace}, ${luck}. ${upper(say.perRun)}.`)];
}

function upper(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}

/** What a director reads first: the deadline that is missed most, and who is busiest. */
function cards({ contract, result }: Report, { language }: TextStyle): Markup {
  const say = simulationWords[language];
  const names = namesOf(contract, language);
  const late = result.deadlines
    .flatMap(({ name, lateShare }) => (lateShare === undefined ? [] : [{ name, lateShare }]))
    .toSorted((one, other) => other.lateShare.share - one.lateShare.share)
    .slice(0, 2)
    .map(({ name, lateShare }) =>
      card(toneOfLate(lateShare.share), {
        number: percent(lateShare.share, language),
        words: say.pair(say.columns.late, names.deadline(name)),
        detail: say.pair(say.columns.interval, percentRange(lateShare, language)),
      }),
    );
  const busy = result.roles
    .toSorted((one, other) => other.load - one.load)
    .slice(0, 2)
    .map(({ role, staff, load, mostWaiting }) =>
      card(toneOfLoad(load), {
        number: percent(load, language),
        words: say.pair(say.columns.load, `${names.role(role)} (${staff})`),
        detail: say.pair(say.mostInLine, formatNumber(mostWaiting.count, language)),
      }),
    );
  return tag("ul", { class: "cards" }, ...late, ...busy);
}

function card(
  tone: string,
  { number, words, detail }: { readonly number: string; readonly words: string; readonly detail: string },
): Markup {
  return tag("li", { class: `card ${tone}` }, tag("b", {}, number), tag("span", {}, words), tag("span", {}, detail));
}

function comparison(report: Report, style: TextStyle): readonly Markup[] {
  const { against } = report;
  const table = comparisonTable(report, style);
  if (against === undefined || table === undefined) return [];
  const say = simulationWords[style.language];
  return [
    tag("h2", {}, say.headings.against),
    tag("p", { class: "lead" }, say.comparedWith(against.name, against.contract.version)),
    table,
  ];
}

function section(heading: string, charts: readonly Markup[]): readonly Markup[] {
  return charts.length === 0 ? [] : [tag("h2", {}, heading), grid(...charts)];
}

function grid(...charts: readonly Markup[]): Markup {
  return tag("div", { class: "grid2" }, ...charts);
}

function suppositionList({ contract, preparation }: Report, { language }: TextStyle): Markup {
  const lines = suppositions(contract, preparation, language).map((line) => tag("li", {}, line));
  return tag("ul", { class: "supposed" }, ...lines);
}

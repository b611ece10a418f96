import { describeDate, describeInstant, localTime } from "../../calendar/index.ts";
import { formatNumber } from "../../diagnostics/index.ts";
import type { DeadlineResult, HandoffResult, RoleResult, SimulationResult } from "../../simulation/index.ts";
import { comparisonLines } from "./comparison-view.ts";
import { type Names, namesOf } from "./names.ts";
import { decimal, percent, percentRange, perRun, time } from "./quantities.ts";
import type { Report, TextStyle } from "./report.ts";
import { suppositions } from "./suppositions.ts";
import { layOut } from "./table.ts";
import { type SimulationWords, simulationWords } from "./words.ts";

interface Telling extends TextStyle {
  readonly report: Report;
  readonly result: SimulationResult;
  readonly names: Names;
  readonly say: SimulationWords;
}

/** A simulation for people in a terminal. */
export function renderText(report: Report, style: TextStyle): string {
  const { result, contract } = report;
  const say = simulationWords[style.language];
  const telling: Telling = { ...style, report, result, names: namesOf(contract, style.language), say };
  const { paint } = style;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", paint.bold(heading), ...lines];
  const lines = [
    ...headLines(telling),
    ...comparisonLines(report, style),
    ...section(say.headings.deadlines, deadlineLines(telling)),
    ...section(say.headings.roles, roleLines(telling)),
    ...section(say.headings.handoffs, handoffLines(telling)),
    ...section(say.headings.stages, stageLines(telling)),
    ...section(say.headings.escalations, escalationLines(telling)),
    ...section(say.headings.worst, worstLines(telling)),
    ...section(
      say.headings.supposed,
      suppositions(contract, report.preparation, style.language).map((line) => `  ${line}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function headLines({ report, result, say, paint, language }: Telling): readonly string[] {
  const { contract, preparation } = report;
  const zone = preparation.terms.clock.zone;
  const day = (instant: number) => describeDate(localTime(instant, zone).date, language);
  const pace = say.pace(decimal((preparation.perDay * 365.25) / 12, language));
  const luck = say.luck(formatNumber(result.leads, language), result.runs, result.seed);
  return [
    `${paint.bold(`${contract.name} ${contract.version}`)}  ${say.span(day(result.start), day(result.end - 1))}`,
    paint.dim(`${pace}, ${luck}; ${say.perRun}`),
    ...oddLines({ result, say, paint, language }),
  ];
}

function oddLines({ result, say, paint, language }: Pick<Telling, "result" | "say" | "paint" | "language">) {
  const acts = [...result.notes.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...(result.outOfScope === 0
      ? []
      : [paint.yellow(say.outOfScope(perRun(result.outOfScope, result.runs, language)))]),
    ...(acts === 0
      ? []
      : [paint.yellow(say.refusedActs(perRun(acts, result.runs, language), [...result.notes.keys()].join(", ")))]),
  ];
}

function deadlineLines(telling: Telling): readonly string[] {
  const { result, say, paint } = telling;
  const { columns } = say;
  if (result.deadlines.length === 0) return [`  ${say.noDeadline}`];
  const head = [
    columns.deadline,
    columns.owedBy,
    columns.late,
    columns.interval,
    columns.counted,
    columns.usual,
    columns.most,
  ];
  const rows = [head, ...result.deadlines.map((one) => deadlineRow(telling, one))];
  const lines = layOut(rows, { rightFrom: 2, paintHead: paint.dim });
  return lines.map((line, place) =>
    (result.deadlines[place - 1]?.lateShare?.share ?? 0) >= 0.1 ? paint.yellow(line) : line,
  );
}

function deadlineRow({ result, names, language }: Telling, one: DeadlineResult): readonly string[] {
  const { lateShare, waits } = one;
  return [
    names.deadline(one.name),
    one.owedBy === undefined ? "" : names.role(one.owedBy),
    lateShare === undefined ? "" : percent(lateShare.share, language),
    lateShare === undefined ? "" : percentRange(lateShare, language),
    perRun(one.inTime + one.late, result.runs, language),
    time(waits.medianMs, language),
    time(waits.p90Ms, language),
  ];
}

function roleLines(telling: Telling): readonly string[] {
  const { result, say, paint } = telling;
  const { columns } = say;
  if (result.roles.length === 0) return [];
  const head = [columns.role, columns.people, columns.load, columns.waiting, columns.mostWaiting, columns.waits];
  const rows = [head, ...result.roles.map((one) => roleRow(telling, one))];
  const lines = layOut(rows, { rightFrom: 1, paintHead: paint.dim });
  return lines.map((line, place) => ((result.roles[place - 1]?.load ?? 0) >= 0.85 ? paint.yellow(line) : line));
}

function roleRow({ names, language }: Telling, one: RoleResult): readonly string[] {
  return [
    names.role(one.role),
    String(one.staff),
    percent(one.load, language),
    decimal(one.meanWaiting, language),
    formatNumber(one.mostWaiting.count, language),
    time(one.waits.p90Ms, language),
  ];
}

function handoffLines(telling: Telling): readonly string[] {
  const { result, say, paint } = telling;
  const { columns } = say;
  if (result.handoffs.length === 0) return [];
  const head = [
    columns.handoff,
    columns.reasons,
    columns.received,
    columns.accepted,
    columns.refused,
    columns.sentBack,
    columns.withdrawn,
  ];
  const rows = [head, ...result.handoffs.map((one) => handoffRow(telling, one))];
  return layOut(rows, { rightFrom: 2, paintHead: paint.dim });
}

function handoffRow({ result: { runs }, names, language }: Telling, one: HandoffResult): readonly string[] {
  const reasons = [...one.reasons]
    .toSorted(([, first], [, second]) => second - first)
    .map(([reason, count]) => `${names.reason(reason)} ${perRun(count, runs, language)}`);
  const counts = [one.received, one.accepted, one.refused, one.sentBack, one.withdrawn];
  return [names.handoff(one.handoff), reasons.join(", "), ...counts.map((count) => perRun(count, runs, language))];
}

function stageLines({ result, names, say, language }: Telling): readonly string[] {
  const entered = result.stages.map(
    ({ stage, entries }) => `${names.stage(stage)} ${perRun(entries, result.runs, language)}`,
  );
  const stranded = result.stages.filter((one) => one.stranded > 0);
  const lying = stranded.map((one) => `${names.stage(one.stage)} ${perRun(one.stranded, result.runs, language)}`);
  return [
    `  ${entered.join(", ")}`,
    ...(lying.length === 0 ? [] : [`  ${say.pair(say.columns.stranded, lying.join(", "))}`]),
  ];
}

function escalationLines({ result, names, say, language }: Telling): readonly string[] {
  return [...result.escalations].map(
    ([role, count]) => `  ${names.role(role)}  ${say.messages(perRun(count, result.runs, language))}`,
  );
}

/** The longest of each deadline that anything was late for, and of the others nothing. */
function worstLines({ result, report, names, say, paint, language }: Telling): readonly string[] {
  const { terms } = report.preparation;
  const late = result.deadlines.filter(({ late: count }) => count > 0);
  return late.flatMap(({ name, owedBy, worst }) => {
    const [longest] = worst;
    if (longest === undefined) return [];
    const { zone } = terms.clockOf(owedBy);
    const moment = (instant: number) => describeInstant(instant, zone, language);
    const end = longest.stoppedAt === undefined ? say.openAtEnd : moment(longest.stoppedAt);
    return [
      `  ${names.deadline(name)}  ${time(longest.openMs, language)}  ${paint.dim(`${moment(longest.startedAt)} → ${end}, ${say.leadOfRun(longest.lead, longest.run)}`)}`,
    ];
  });
}

import { describeInstant } from "../../calendar/index.ts";
import type { Verdict } from "../../journey/index.ts";
import type { Side } from "../../replay/index.ts";
import type { DifferentLead, ReplayReport, ReplayView, ReportStyle, ViewOptions } from "./report.ts";
import { replayWords } from "./words.ts";

const mostShown = 20;

/** The summary, the deadlines and the first leads, for people. */
export function createTextView({ write, ...style }: ViewOptions): ReplayView {
  const shown: DifferentLead[] = [];
  return {
    lead: (describe) => {
      if (shown.length < mostShown) shown.push(describe());
    },
    end: (report) => write(`${renderText(report, shown, style).join("\n")}\n`),
  };
}

function renderText(report: ReplayReport, leads: readonly DifferentLead[], style: ReportStyle): readonly string[] {
  const { versions, summary, until } = report;
  const { language, paint } = style;
  const say = replayWords[language];
  const name = versions.after.contract.name;
  const head = `${paint.bold(name)}  ${versions.before.label} → ${versions.after.label}`;
  const moment = describeInstant(until.at, versions.zone, language);
  const result = summary.different === 0 ? paint.green(say.same) : paint.bold(say.different(summary.different));
  const kinds = summary.kinds.filter(([, count]) => count > 0);
  const width = Math.max(0, ...kinds.map(([, count]) => String(count).length));
  return [
    head,
    `${say.replayed(summary.leads, moment)}${language === "fr" ? "\u00a0" : ""}: ${result}`,
    ...kinds.map(([kind, count]) => `  ${String(count).padStart(width)}  ${say.kinds[kind]}`),
    ...deadlineLines(report, style),
    ...leadLines(report, leads, style),
    ...oneSidedLines(report, style),
  ];
}

const verdicts: readonly Verdict[] = ["met", "late", "overdue", "pending", "exempt"];

/** A row per deadline: how often each verdict was given, before → after. */
function deadlineLines({ summary, versions }: ReplayReport, { language, paint }: ReportStyle): readonly string[] {
  if (summary.deadlines.length === 0) return [];
  const say = replayWords[language];
  const used = verdicts.filter((verdict) =>
    summary.deadlines.some((one) => one.before[verdict] + one.after[verdict] > 0),
  );
  const head = [
    `${say.deadlines} (${versions.before.label} → ${versions.after.label})`,
    ...used.map((one) => say.verdicts[one]),
  ];
  const rows = summary.deadlines.map((one) => [
    one.name,
    ...used.map((verdict) =>
      one.before[verdict] === one.after[verdict]
        ? String(one.after[verdict])
        : `${one.before[verdict]} → ${one.after[verdict]}`,
    ),
  ]);
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return ["", paint.bold(line(head)), ...rows.map(line)];
}

function leadLines(
  { summary, versions }: ReplayReport,
  leads: readonly DifferentLead[],
  { language, paint }: ReportStyle,
): readonly string[] {
  if (leads.length === 0) return [];
  const say = replayWords[language];
  const width = Math.max(versions.before.label.length, versions.after.label.length);
  const sideLine = (lead: DifferentLead, side: Side) => {
    const { text, because, clause } = lead[side];
    const colon = language === "fr" ? "\u00a0: " : ": ";
    const why = because.length === 0 ? "" : `${colon}${because.join(language === "fr" ? "\u202f; " : "; ")}`;
    const place = clause === "" ? "" : `  ${paint.dim(clause)}`;
    return `  ${versions[side].label.padEnd(width)}  ${text}${why}${place}`;
  };
  const blocks = leads.flatMap((lead) => [
    `${paint.bold(lead.record)}  ${lead.moment}`,
    sideLine(lead, "before"),
    sideLine(lead, "after"),
  ]);
  const more = summary.different - leads.length;
  return ["", paint.bold(say.leads), ...blocks, ...(more > 0 ? [say.moreLeads(more)] : [])];
}

const mostNames = 20;

function oneSidedLines({ summary, versions }: ReplayReport, { language, paint }: ReportStyle): readonly string[] {
  if (summary.oneSided.length === 0) return [];
  const say = replayWords[language];
  const lines = summary.oneSided
    .slice(0, mostNames)
    .map(
      ({ side, column, name, rows }) =>
        `  ${say.oneSidedRow(name, column, rows)}, ${say.unknownHere(versions[side].label)}`,
    );
  return ["", paint.yellow(say.oneSided), ...lines, ...(summary.oneSided.length > mostNames ? ["  …"] : [])];
}

import { isEmptyPlan, type Plan } from "../../engine/index.ts";
import type { Paint } from "../terminal.ts";
import { changeLines } from "./change-lines.ts";
import { manualNotes, type PlanReader, type PlanRow, type PlanSection, planSections } from "./plan-sections.ts";
import { planWords, summaryLine } from "./words.ts";

/** How a plan is printed for a person. */
export interface TextView extends PlanReader {
  readonly paint: Paint;
  /** Everything, however long. */
  readonly isWhole: boolean;
  /** The exact command that comes next. */
  readonly next?: string;
}

/** The plan for a terminal: the verdict first, then what asks for a decision, the CRM's changes, and what comes next. */
export function renderPlanText(plan: Plan, view: TextView): string {
  const words = planWords(view.language);
  const { paint } = view;
  const isQuiet = isEmptyPlan(plan) && planSections(plan, view).length === 0;
  const head = [
    `${paint.bold(words.title(plan.environment, plan.portal.id))}   ${plan.contract.name} ${plan.contract.version}   ${paint.dim(`digest ${plan.digest.slice(0, 12)}`)}`,
    isQuiet ? paint.green(words.nothing) : summaryLine(plan.summary, view.language),
  ];
  const blocks = [
    head,
    agreementLines(plan, view),
    ...planSections(plan, view).map((section) => sectionLines(section, view)),
    manualLines(plan, view),
    tailLines(plan, view),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function agreementLines(plan: Plan, { language, paint }: TextView): readonly string[] {
  const sentences = plan.contractChanges.flatMap((change) => {
    const sentence =
      typeof change === "object" && change !== null && !Array.isArray(change)
        ? Object.entries(change).find(([key]) => key === language)?.[1]
        : undefined;
    return typeof sentence === "string" ? [`  ${paint.yellow("~")} ${sentence}`] : [];
  });
  return sentences.length === 0 ? [] : [paint.bold(planWords(language).agreement), ...sentences];
}

const signColours: Readonly<Record<string, keyof Paint>> = {
  "+": "green",
  "~": "yellow",
  "=": "cyan",
  "!": "yellow",
  "✗": "red",
};

function sectionLines(section: PlanSection, view: TextView): readonly string[] {
  const lines = section.groups.flatMap(({ title, rows }) => [
    ...(title === "" ? [] : [`  ${view.paint.dim(title)}`]),
    ...rows.flatMap((row) => rowLines(row, section, view)),
  ]);
  return [view.paint.bold(section.heading), ...lines];
}

function rowLines(row: PlanRow, section: PlanSection, view: TextView): readonly string[] {
  const { paint, isWhole } = view;
  const colour = paint[signColours[row.sign] ?? "dim"];
  const isNew = "action" in row.item && (row.item.action === "create" || row.item.action === "revive");
  const changes = isNew
    ? []
    : row.item.changes.flatMap((change) => changeLines(change, { paint, sides: section.sides, isWhole }));
  return [
    `  ${colour(row.sign)} ${row.kind.padEnd(9)} ${row.name}${row.note === "" ? "" : `  ${paint.dim(row.note)}`}`,
    ...changes.map((line) => `      ${line}`),
  ];
}

const notesShown = 6;

function manualLines(plan: Plan, { language, paint, isWhole }: TextView): readonly string[] {
  const words = planWords(language);
  const notes = manualNotes(plan);
  if (notes.length === 0 || isEmptyPlan(plan)) return [];
  const shown = isWhole ? notes : notes.slice(0, notesShown);
  const lines = shown.flatMap(({ clause, level, text, howTo }) => [
    `  ${paint.yellow("!")} ${clause}  ${paint.dim(level)}`,
    `      ${text[language]}`,
    ...(howTo === undefined ? [] : [`      → ${howTo[language]}`]),
  ]);
  return [
    paint.bold(words.manual),
    ...lines,
    ...(notes.length > shown.length ? [`  ${words.more(notes.length - shown.length)}`] : []),
  ];
}

function tailLines(plan: Plan, { language, paint, next }: TextView): readonly string[] {
  const words = planWords(language);
  if (isEmptyPlan(plan)) return [];
  return [
    words.cost(plan.cost.reads, plan.cost.writes),
    ...(next === undefined ? [] : [`${words.next}: ${paint.bold(next)}`]),
  ];
}

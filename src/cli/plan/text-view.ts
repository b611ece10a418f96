import { isEmptyPlan, type Plan } from "../../engine/index.ts";
import type { Paint } from "../terminal.ts";
import { agreementSentences } from "./agreement-sentences.ts";
import { changeLines } from "./change-lines.ts";
import { impactLines } from "./impact-lines.ts";
import { countClauses, groupNotes } from "./plan-notes.ts";
import { type PlanReader, type PlanRow, type PlanSection, planSections } from "./plan-sections.ts";
import { countKinds, planWords, summaryRows } from "./words.ts";

/** How a plan is printed for a person. */
export interface TextView extends PlanReader {
  readonly paint: Paint;
  /** Everything, however long. */
  readonly isWhole: boolean;
  /** The exact command that comes next. */
  readonly next?: string;
}

/** The plan for a terminal: the verdict first, then the agreement, what asks for a decision, the CRM's changes, and what comes next. */
export function renderPlanText(plan: Plan, view: TextView): string {
  const sections = planSections(plan, view);
  const blocks = [
    headLines(plan, view),
    agreementLines(plan, view),
    ...sections.map((section) => sectionLines(plan, section, view)),
    noteLines(plan, view),
    tailLines(plan, view),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headLines(plan: Plan, view: TextView): readonly string[] {
  const { paint, language } = view;
  const words = planWords(language);
  const { name, version } = plan.contract;
  const title = `${paint.bold(words.title(plan.environment, plan.portal.id))}   ${name} ${version}   ${paint.dim(`${words.digest} ${plan.digest.slice(0, 12)}`)}`;
  const isQuiet = isEmptyPlan(plan) && planSections(plan, view).length === 0;
  if (isQuiet) return [title, paint.green(words.nothing)];
  const rows = summaryRows(plan, language);
  const digits = Math.max(...rows.map(({ count }) => String(count).length));
  const width = Math.max(...rows.map(({ fate }) => fate.length));
  return [
    title,
    ...(isEmptyPlan(plan) ? [words.nothingToDo] : []),
    ...rows.map(({ count, fate, kinds }) =>
      `  ${String(count).padStart(digits)} ${fate.padEnd(width)}  ${paint.dim(kinds)}`.trimEnd(),
    ),
    ...acceptanceLines(plan, view),
  ];
}

function acceptanceLines({ acceptance }: Plan, { language, paint }: TextView): readonly string[] {
  if (acceptance === undefined) return [];
  return [`  ${paint.yellow(`! ${planWords(language).acceptance(acceptance.touched, acceptance.managed)}`)}`];
}

function agreementLines(plan: Plan, { language, paint }: TextView): readonly string[] {
  const sentences = agreementSentences(plan, language);
  if (sentences.length === 0) return [];
  return [
    paint.bold(planWords(language).agreement),
    ...sentences.map((sentence) => `  ${paint.yellow("~")} ${sentence}`),
  ];
}

const signColours: Readonly<Record<string, keyof Paint>> = {
  "+": "green",
  "~": "yellow",
  "=": "cyan",
  "!": "yellow",
  "✗": "red",
};

/** A column as wide as its longest name, but not so wide that one name pushes every purpose off the screen. */
const widestName = 72;

function sectionLines(plan: Plan, section: PlanSection, view: TextView): readonly string[] {
  const { paint, language } = view;
  const lines = section.groups.flatMap(({ title, rows }) => {
    const heading = `  ${title}  ${paint.dim(
      countKinds(
        rows.map(({ item }) => item),
        language,
      ),
    )}`;
    const lengths = rows.map(({ name }) => name.length).filter((length) => length <= widestName);
    const layout = { plan, section, view, nameWidth: Math.max(0, ...lengths) };
    return [
      ...(title === "" ? [] : [heading]),
      ...rows.flatMap((row, index) => rowLines(row, rows[index - 1], layout)),
    ];
  });
  return [paint.bold(section.heading), ...lines];
}

interface RowLayout {
  readonly plan: Plan;
  readonly section: PlanSection;
  readonly view: TextView;
  readonly nameWidth: number;
}

/** A purpose that the line above states already is not said again. */
function rowLines(
  row: PlanRow,
  above: PlanRow | undefined,
  { plan, section, view, nameWidth }: RowLayout,
): readonly string[] {
  const { paint, isWhole, language } = view;
  const colour = paint[signColours[row.sign] ?? "dim"];
  const isNew = "action" in row.item && (row.item.action === "create" || row.item.action === "revive");
  const changes = isNew
    ? []
    : row.item.changes.flatMap((change) => changeLines(change, { paint, language, sides: section.sides, isWhole }));
  const note = above !== undefined && above.note === row.note && above.kind === row.kind ? "" : row.note;
  const name = note === "" ? row.name : `${row.name.padEnd(nameWidth)}  ${paint.dim(note)}`;
  const impact = impactLines(plan, row, language).map((line) => paint.yellow(line));
  return [
    `  ${colour(row.sign)} ${row.kind.padEnd(9)} ${name}`,
    ...[...changes, ...impact].map((line) => `      ${line}`),
  ];
}

const notesShown = 4;
const clausesShown = 3;

function noteLines(plan: Plan, { language, paint, isWhole }: TextView): readonly string[] {
  const words = planWords(language);
  const groups = groupNotes(plan);
  // A plan without changes stays short; whoever asks for everything still gets what is left to people.
  if (groups.length === 0 || (isEmptyPlan(plan) && !isWhole)) return [];
  const shown = isWhole ? groups : groups.slice(0, notesShown);
  const lines = shown.flatMap(({ level, clauses, note: { text, howTo } }) => {
    const named = isWhole ? clauses : clauses.slice(0, clausesShown);
    const rest = clauses.length > named.length ? ` ${words.also(clauses.length - named.length)}` : "";
    return [
      `  ${paint.yellow("!")} ${text[language]}  ${paint.dim(words.marks[level])}`,
      ...(howTo === undefined ? [] : [`      → ${howTo[language]}`]),
      `      ${paint.dim(`${named.join(", ")}${rest}`)}`,
    ];
  });
  return [
    paint.bold(words.manual(countClauses(plan).map(({ level, count }) => words.levels[level](count)))),
    ...lines,
    ...(groups.length > shown.length ? [`  ${words.more(groups.length - shown.length)}`] : []),
  ];
}

function tailLines(plan: Plan, { language, paint, next }: TextView): readonly string[] {
  const words = planWords(language);
  if (isEmptyPlan(plan)) return [];
  return [words.cost(plan.cost.reads, plan.cost.writes), ...(next === undefined ? [] : [words.next(paint.bold(next))])];
}

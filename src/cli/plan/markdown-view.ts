import type { Language } from "../../diagnostics/index.ts";
import { isEmptyPlan, type Plan } from "../../engine/index.ts";
import { createPaint } from "../terminal.ts";
import { agreementSentences } from "./agreement-sentences.ts";
import { changeLines } from "./change-lines.ts";
import { impactLines } from "./impact-lines.ts";
import { countClauses, groupNotes } from "./plan-notes.ts";
import { type PlanReader, type PlanRow, type PlanSection, planSections } from "./plan-sections.ts";
import { countKinds, planWords, summaryRows } from "./words.ts";

/** The plan as Markdown for a pull request: the agreement first, then tables by section, details folded. */
export function renderPlanMarkdown(plan: Plan, reader: PlanReader): string {
  const { language } = reader;
  const words = planWords(language);
  const sections = planSections(plan, reader);
  const sentences = agreementSentences(plan, language).map((sentence) => `- ${escapeMarkdown(sentence)}`);
  const { name, version } = plan.contract;
  const blocks = [
    `### ${escapeMarkdown(words.title(plan.environment, plan.portal.id))}`,
    `${escapeMarkdown(name)} ${escapeMarkdown(version)} · ${words.digest} \`${plan.digest.slice(0, 12)}\``,
    verdict(plan, { sections, language }),
    ...(sentences.length === 0 ? [] : [`#### ${words.agreement}`, sentences.join("\n")]),
    ...sections.map((section) => renderSection(plan, section, language)),
    ...renderNotes(plan, language),
  ];
  return `${blocks.join("\n\n")}\n`;
}

interface Verdict {
  readonly sections: readonly PlanSection[];
  readonly language: Language;
}

function verdict(plan: Plan, { sections, language }: Verdict): string {
  const words = planWords(language);
  if (isEmptyPlan(plan) && sections.length === 0) return `**${words.nothing}**`;
  const rows = summaryRows(plan, language).map(({ count, fate, kinds }) =>
    kinds === "" ? `- **${count} ${fate}**` : `- **${count} ${fate}** (${kinds})`,
  );
  const { acceptance } = plan;
  if (acceptance !== undefined) rows.push(`- **${words.acceptance(acceptance.touched, acceptance.managed)}**`);
  return [...(isEmptyPlan(plan) ? [`**${words.nothingToDo}**`, ""] : []), ...rows].join("\n");
}

/** More rows than this are folded, clause by clause. */
const unfolded = 15;

function renderSection(plan: Plan, section: PlanSection, language: Language): string {
  const count = section.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const blocks = section.groups.flatMap(({ title, rows }) => {
    const kinds = countKinds(
      rows.map(({ item }) => item),
      language,
    );
    const table = renderTable(rows, language);
    if (count > unfolded) {
      const heading = title === "" ? kinds : `${escapeHtml(title)} (${kinds})`;
      return [`<details><summary>${heading}</summary>\n\n${table}\n\n</details>`];
    }
    return title === "" ? [table] : [`**${escapeMarkdown(title)}**`, table];
  });
  const details = section.groups.flatMap(({ rows }) =>
    rows.flatMap((row) => renderChanges(plan, row, { section, language })),
  );
  const fence = details.length === 0 ? [] : [["```diff", ...details, "```"].join("\n")];
  return [`#### ${section.heading} (${count})`, ...blocks, ...fence].join("\n\n");
}

function renderTable(rows: readonly PlanRow[], language: Language): string {
  return [
    `| ${planWords(language).columns.join(" | ")} |`,
    "|---|---|---|",
    ...rows.map((row) => `| \`${row.sign}\` ${row.kind} | ${escapeMarkdown(row.name)} | ${escapeMarkdown(row.note)} |`),
  ].join("\n");
}

function renderChanges(
  plan: Plan,
  row: PlanRow,
  { section, language }: { readonly section: PlanSection; readonly language: Language },
): readonly string[] {
  const isNew = "action" in row.item && (row.item.action === "create" || row.item.action === "revive");
  if (isNew || row.item.changes.length === 0) return [];
  const view = { paint: createPaint(false), language, sides: section.sides, isWhole: false };
  const lines = row.item.changes.flatMap((change) => changeLines(change, view));
  const impact = impactLines(plan, row, language).map((line) => `! ${line}`);
  // A fence inside the block would end it.
  return [`# ${row.kind} ${row.name}`, ...lines, ...impact].map((line) => line.replaceAll("```", "'''"));
}

function renderNotes(plan: Plan, language: Language): readonly string[] {
  const words = planWords(language);
  const groups = groupNotes(plan);
  if (groups.length === 0 || isEmptyPlan(plan)) return [];
  const lines = groups.map(({ level, clauses, note: { text, howTo } }) => {
    const remedy = howTo === undefined ? "" : ` → ${escapeMarkdown(howTo[language])}`;
    const named = clauses.map((clause) => `\`${clause}\``).join(", ");
    return `- ${escapeMarkdown(text[language])} *(${words.marks[level]})*${remedy} — ${named}`;
  });
  const heading = words.manual(countClauses(plan).map(({ level, count }) => words.levels[level](count)));
  return [`<details><summary>${heading}</summary>\n\n${lines.join("\n")}\n\n</details>`];
}

/** Names and labels are data: nothing in them may become markup or break a table. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`).replaceAll("\n", " ");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

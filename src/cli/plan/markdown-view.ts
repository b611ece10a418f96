import type { Language } from "../../diagnostics/index.ts";
import { isEmptyPlan, type Plan } from "../../engine/index.ts";
import { createPaint } from "../terminal.ts";
import { changeLines } from "./change-lines.ts";
import { manualNotes, type PlanReader, type PlanRow, type PlanSection, planSections } from "./plan-sections.ts";
import { planWords, summaryLine } from "./words.ts";

/** The plan as Markdown for a pull request: tables by section, details folded. */
export function renderPlanMarkdown(plan: Plan, reader: PlanReader): string {
  const { language } = reader;
  const words = planWords(language);
  const sections = planSections(plan, reader);
  const verdict = isEmptyPlan(plan) && sections.length === 0 ? words.nothing : summaryLine(plan.summary, language);
  const sentences = plan.contractChanges.flatMap((change) => {
    const sentence =
      typeof change === "object" && change !== null && !Array.isArray(change)
        ? Object.entries(change).find(([key]) => key === language)?.[1]
        : undefined;
    return typeof sentence === "string" ? [`- ${escapeMarkdown(sentence)}`] : [];
  });
  const blocks = [
    `### ${escapeMarkdown(words.title(plan.environment, plan.portal.id))}`,
    `**${verdict}**  \n${escapeMarkdown(plan.contract.name)} ${escapeMarkdown(plan.contract.version)} · \`${plan.digest.slice(0, 12)}\``,
    ...(sentences.length === 0 ? [] : [`#### ${words.agreement}`, sentences.join("\n")]),
    ...sections.map((section) => renderSection(section)),
    ...renderNotes(plan, language),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function renderSection(section: PlanSection): string {
  const rows = section.groups.flatMap(({ rows: inGroup }) => inGroup);
  const table = [
    "| | | |",
    "|---|---|---|",
    ...rows.map((row) => `| \`${row.sign}\` ${row.kind} | ${escapeMarkdown(row.name)} | ${escapeMarkdown(row.note)} |`),
  ].join("\n");
  const details = rows.flatMap((row) => renderChanges(row, section));
  const heading = `#### ${section.heading} (${rows.length})`;
  const body = rows.length > 15 ? `<details><summary>${rows.length}</summary>\n\n${table}\n\n</details>` : table;
  return [heading, body, ...(details.length === 0 ? [] : [["```diff", ...details, "```"].join("\n")])].join("\n\n");
}

function renderChanges(row: PlanRow, section: PlanSection): readonly string[] {
  const isNew = "action" in row.item && (row.item.action === "create" || row.item.action === "revive");
  if (isNew || row.item.changes.length === 0) return [];
  const lines = row.item.changes.flatMap((change) =>
    changeLines(change, { paint: createPaint(false), sides: section.sides, isWhole: false }),
  );
  // A fence inside the block would end it.
  return [`# ${row.kind} ${row.name}`, ...lines].map((line) => line.replaceAll("```", "'''"));
}

function renderNotes(plan: Plan, language: Language): readonly string[] {
  const notes = manualNotes(plan);
  if (notes.length === 0 || isEmptyPlan(plan)) return [];
  const lines = notes.map(
    ({ clause, level, text, howTo }) =>
      `- \`${clause}\` (${level}): ${escapeMarkdown(text[language])}${howTo === undefined ? "" : ` → ${escapeMarkdown(howTo[language])}`}`,
  );
  return [
    `<details><summary>${planWords(language).manual} (${notes.length})</summary>\n\n${lines.join("\n")}\n\n</details>`,
  ];
}

/** Names and labels are data: nothing in them may become markup or break a table. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`).replaceAll("\n", " ");
}

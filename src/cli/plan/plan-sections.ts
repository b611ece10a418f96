import type { Language } from "../../diagnostics/index.ts";
import type { Blocked, Held, Plan, Step } from "../../engine/index.ts";
import type { ClauseTitle } from "./clause-titles.ts";
import { actionSigns, blockedReason, kindWord, planWords } from "./words.ts";

/** One object in a plan, ready for any format. */
export interface PlanRow {
  readonly sign: string;
  readonly kind: string;
  readonly name: string;
  /** What it is for, or why it is listed. */
  readonly note: string;
  readonly item: Step | Held | Blocked;
}

/** A part of a plan with a heading; rows of one clause stand together. */
export interface PlanSection {
  readonly heading: string;
  readonly sides: "planned" | "seen";
  readonly groups: readonly { readonly title: string; readonly rows: readonly PlanRow[] }[];
}

/** Who reads the plan: in which language, and how the clauses of the contract are called. */
export interface PlanReader {
  readonly language: Language;
  readonly titleOf: (clause: string) => ClauseTitle;
}

/** The parts of a plan in the order a reader needs them: what asks for a decision first. */
export function planSections(plan: Plan, { language, titleOf }: PlanReader): readonly PlanSection[] {
  const words = planWords(language);
  const held = (heading: string, items: readonly Held[]): PlanSection => ({
    heading,
    sides: "seen",
    groups: [{ title: "", rows: items.map((item) => heldRow(item, language)) }],
  });
  const unmanagedRow = (item: Held): PlanRow => ({
    ...heldRow(item, language),
    note: item.kind === "workflow" ? words.stillActs : "",
  });
  const conflictRow = (item: Held): PlanRow => ({ ...heldRow(item, language), note: words.revert(item.address) });
  const blocked = plan.blocked.map((item) => ({
    ...heldRow(item, language),
    sign: "✗",
    note: blockedReason(item.reason, language),
  }));
  const sections: readonly PlanSection[] = [
    { heading: words.blocked, sides: "seen", groups: [{ title: "", rows: blocked }] },
    { heading: words.conflicts, sides: "seen", groups: [{ title: "", rows: plan.conflicts.map(conflictRow) }] },
    held(words.held, plan.heldRemovals),
    { heading: words.crm, sides: "planned", groups: groupByClause(plan.steps, language, titleOf) },
    held(words.drift, plan.drift),
    { heading: words.unmanaged, sides: "seen", groups: [{ title: "", rows: plan.unmanaged.map(unmanagedRow) }] },
  ];
  return sections.filter(({ groups }) => groups.some(({ rows }) => rows.length > 0));
}

function heldRow(item: Held, language: Language): PlanRow {
  const note = heldNote(item, language);
  return { sign: "!", kind: kindWord(item.kind, language), name: shownName(item), note, item };
}

function heldNote(item: Held, language: Language): string {
  if (item.isMissing) return planWords(language).missing(item.address);
  const isRetyped = item.changes.some(({ path, verdict }) => path[0] === "type" && verdict === "drift");
  return item.kind === "property" && isRetyped ? planWords(language).retyped : (item.purpose?.[language] ?? "");
}

function shownName(item: Step | Held): string {
  return item.kind === "property" || item.kind === "property-group" || item.kind === "pipeline"
    ? `${item.object}.${item.name}`
    : `"${item.name}"`;
}

function stepNote(step: Step, language: Language): string {
  if (step.action === "revive") return planWords(language).restored;
  if (step.changes.some(({ isRevert }) => isRevert)) return planWords(language).reverted;
  return step.purpose?.[language] ?? "";
}

/** Entries of the contract stand together: a stage with its dates, a handoff with its clocks. */
function groupByClause(
  steps: readonly Step[],
  language: Language,
  titleOf: PlanReader["titleOf"],
): PlanSection["groups"] {
  const groups = new Map<string, { readonly rank: number; readonly rows: PlanRow[] }>();
  for (const step of steps) {
    const { title, rank } = titleOf(step.clause ?? "");
    const group = groups.get(title) ?? { rank, rows: [] };
    group.rows.push({
      sign: actionSigns[step.action],
      kind: kindWord(step.kind, language),
      name: shownName(step),
      note: stepNote(step, language),
      item: step,
    });
    groups.set(title, group);
  }
  return [...groups].toSorted(([, a], [, b]) => a.rank - b.rank).map(([title, { rows }]) => ({ title, rows }));
}

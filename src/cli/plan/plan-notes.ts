import type { ManualStep, Plan } from "../../engine/index.ts";

/** How far the CRM falls short, the furthest first; what it enforces needs no words. */
export const noteLevels = ["manual", "detected", "approximated"] as const;

/** One of the levels that need words. */
export type NoteLevel = (typeof noteLevels)[number];

/** The same words for several clauses, said once. */
export interface NoteGroup {
  readonly level: NoteLevel;
  readonly clauses: readonly string[];
  readonly note: ManualStep;
}

/** What people have to do or know, the least enforced first; equal words for several clauses stand together. */
export function groupNotes(plan: Plan): readonly NoteGroup[] {
  const groups = new Map<string, NoteGroup>();
  for (const level of noteLevels) {
    for (const note of plan.manual.filter((one) => one.level === level)) {
      const key = [level, note.text.en, note.howTo?.en ?? ""].join("\n");
      const clauses = [...(groups.get(key)?.clauses ?? []), note.clause];
      groups.set(key, { level, clauses: [...new Set(clauses)], note });
    }
  }
  return [...groups.values()];
}

/** How many clauses fall short, each counted once, at its worst. */
export function countClauses(plan: Plan): readonly { readonly level: NoteLevel; readonly count: number }[] {
  const counted = new Set<string>();
  return noteLevels.flatMap((level) => {
    const own = new Set(plan.manual.filter((note) => note.level === level).map(({ clause }) => clause));
    const fresh = [...own].filter((clause) => !counted.has(clause));
    for (const clause of fresh) counted.add(clause);
    return fresh.length === 0 ? [] : [{ level, count: fresh.length }];
  });
}

import type { FidelityLevel, FidelityNote } from "../../targets/index.ts";

/** From what people do to what the CRM does. */
export const levels: readonly FidelityLevel[] = ["manual", "detected", "approximated", "enforced"];

/** A clause at the level of what is least held of it, with everything said about it. */
export interface ClauseFidelity {
  readonly clause: string;
  readonly level: FidelityLevel;
  readonly notes: readonly FidelityNote[];
}

/** Every clause once, the least held first, then by name. */
export function fidelityOf(notes: readonly FidelityNote[]): readonly ClauseFidelity[] {
  const byClause = new Map<string, FidelityNote[]>();
  for (const note of notes) byClause.set(note.clause, [...(byClause.get(note.clause) ?? []), note]);
  return [...byClause]
    .map(([clause, own]) => ({ clause, level: worstOf(own), notes: own }))
    .toSorted(
      (one, other) => levels.indexOf(one.level) - levels.indexOf(other.level) || (one.clause < other.clause ? -1 : 1),
    );
}

function worstOf(notes: readonly FidelityNote[]): FidelityLevel {
  return levels.find((level) => notes.some((note) => note.level === level)) ?? "enforced";
}

/** How many clauses are of a level, and which part of all they are (0 to 1). */
export function shareOf(
  clauses: readonly ClauseFidelity[],
  level: FidelityLevel,
): { readonly count: number; readonly share: number } {
  const count = clauses.filter((one) => one.level === level).length;
  return { count, share: clauses.length === 0 ? 0 : count / clauses.length };
}

import type { FidelityNote } from "../fidelity.ts";
import type { Resource } from "../resource.ts";

/** What one clause becomes: CRM objects, and what is said about how far they hold it. */
export interface Compiled {
  readonly resources: readonly Resource[];
  readonly notes: readonly FidelityNote[];
}

/** Joins what several clauses become. */
export function merge(parts: readonly Compiled[]): Compiled {
  return { resources: parts.flatMap(({ resources }) => resources), notes: parts.flatMap(({ notes }) => notes) };
}

/** A clause that becomes no CRM object, only a note. */
export const onlyNote = (note: FidelityNote): Compiled => ({ resources: [], notes: [note] });

import type { Bilingual } from "../diagnostics/index.ts";
import type { Term, Terms } from "./terms.ts";

/** One clause that is no longer as it was, as a sentence in each language. */
export interface TermChange extends Bilingual {
  readonly clause: string;
}

/** What changed between two agreements, in the order of the newer one; removed clauses last. */
export function compareTerms(before: Terms, after: Terms): readonly TermChange[] {
  const changed = Object.entries(after).flatMap(([clause, term]) => changeOf(clause, before[clause], term));
  const removed = Object.entries(before).filter(([clause]) => after[clause] === undefined);
  return [
    ...changed,
    ...removed.map(([clause, term]) => ({
      clause,
      en: `${term.subject.en}: no longer agreed (was ${term.value.en})`,
      fr: `${term.subject.fr}\u00a0: n'est plus convenu (c'était ${term.value.fr})`,
    })),
  ];
}

function changeOf(clause: string, before: Term | undefined, after: Term): readonly TermChange[] {
  if (before === undefined)
    return [
      {
        clause,
        en: `${after.subject.en}: new, ${after.value.en}`,
        fr: `${after.subject.fr}\u00a0: nouveau, ${after.value.fr}`,
      },
    ];
  if (before.value.en === after.value.en && before.value.fr === after.value.fr) return [];
  return [
    {
      clause,
      en: `${after.subject.en}: ${before.value.en} → ${after.value.en}`,
      fr: `${after.subject.fr}\u00a0: ${before.value.fr} → ${after.value.fr}`,
    },
  ];
}

import type { Algebra, Condition, Lead, Literal, Term } from "../../criteria/index.ts";

/** A lead that meets a condition; undefined where none was found. */
export function findPassing(algebra: Algebra, condition: Condition): Lead | undefined {
  const found = algebra.findLead({ holding: [condition] });
  return found.kind === "lead" ? found.lead : undefined;
}

/** A lead that fails, and what it lacks where that is one thing only. */
export interface NearMiss {
  readonly lead: Lead;
  readonly missing?: Literal;
}

/**
 * A lead that lacks one thing only of a way, the one with most to ask first: what it shows is the border. Where there is
 * none, any lead that fails.
 */
export function nearMiss(algebra: Algebra, condition: Condition, terms: readonly Term[]): NearMiss | undefined {
  const ways = terms.toSorted((one, other) => other.length - one.length).slice(0, mostTried);
  for (const term of ways) {
    for (const missing of term.toReversed()) {
      const lead = lacking(algebra, { condition, term, missing });
      if (lead !== undefined) return { lead, missing };
    }
  }
  const found = algebra.findLead({ holding: [], failing: [condition] });
  return found.kind === "lead" ? { lead: found.lead } : undefined;
}

const mostTried = 6;

function lacking(
  algebra: Algebra,
  { condition, term, missing }: { readonly condition: Condition; readonly term: Term; readonly missing: Literal },
): Lead | undefined {
  const others = term.filter((literal) => literal !== missing);
  const holding = others.filter(({ isNegated }) => !isNegated).map(({ leaf }) => leaf);
  const refused = others.filter(({ isNegated }) => isNegated).map(({ leaf }) => leaf);
  const found = algebra.findLead({ holding, failing: [...refused, condition] });
  return found.kind === "lead" && found.lead.length > 0 ? found.lead : undefined;
}

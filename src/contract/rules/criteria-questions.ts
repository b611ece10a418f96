import { type Condition, describeLead, type Lead, type LeadQuery, type Path } from "../../criteria/index.ts";
import { type ArgsOf, type Bilingual, type Finding, finding, inBoth, type Span } from "../../diagnostics/index.ts";
import type { Competitor } from "../competitions.ts";
import type { Contract } from "../contract.ts";
import { lexiconOf } from "../lexicon.ts";
import type { RuleFacts } from "./rule.ts";

/** What a rule wants to know of conditions, and the clause it is about. */
export interface CriteriaQuestion extends LeadQuery {
  readonly clause: Path;
  readonly about: ArgsOf<"CRI413">["question"];
}

/** The answer as a rule needs it: a lead, that there is none, or a finding that says that nobody knows. */
export type CriteriaAnswer =
  | { readonly kind: "lead"; readonly lead: Lead }
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly findings: readonly Finding[] };

/** Asks the algebra; a question about a condition with errors is left open without a word, one too large says so (CRI413). */
export function askCriteria(contract: Contract, { analysis }: RuleFacts, question: CriteriaQuestion): CriteriaAnswer {
  const { holding, failing = [], clause, about } = question;
  if (![...holding, ...failing].every(analysis.isSound)) return { kind: "open", findings: [] };
  const found = analysis.algebra().findLead({ holding, failing });
  if (found.kind !== "undecided") return found;
  // Where a condition is too large in itself, its own finding says so, once.
  const isOpen = (one: Condition) => analysis.algebra().findLead({ holding: [one] }).kind === "undecided";
  if (about !== "satisfiable" && [...holding, ...failing].some(isOpen)) return { kind: "open", findings: [] };
  const name = clause.join(".");
  const args = { clause: name, question: about, cause: found.cause };
  return { kind: "open", findings: [finding("CRI413", contract.locate.spanOf(clause, "key"), args, { clause: name })] };
}

/** A lead in words, as the proof of a finding. */
export function witnessLead(contract: Contract, lead: Lead): Bilingual {
  return inBoth((language) => describeLead(lead, lexiconOf(contract, language), language));
}

/** The entry that a path belongs to, as messages call it: the id of a stage, a handoff, a named criteria. */
export function entryName(path: Path): string {
  if (path[0] !== "scope") return String(path[1] ?? path[0]);
  return String(path[1] === "exclude" ? path[2] : "scope");
}

/** Where a competitor says when it takes a record; the line or the key itself where it says nothing. */
export function placeOfCompetitor({ locate }: Contract, { condition, path }: Competitor): Span {
  if (condition !== undefined) return locate.spanOf(condition.path, "value");
  return locate.spanOf(path, typeof path.at(-1) === "number" ? "value" : "key");
}

/** The parts that must all hold for a condition to hold, named criteria opened. */
export function conjunctsOf(contract: Contract, condition: Condition): readonly Condition[] {
  if (condition.kind === "all") return condition.of.flatMap((child) => conjunctsOf(contract, child));
  const named = condition.kind === "meets" ? contract.criteria.get(condition.criteria)?.condition : undefined;
  return named === undefined ? [condition] : conjunctsOf(contract, named);
}

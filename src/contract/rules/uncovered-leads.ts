import type { Condition, Lead } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Competition } from "../competitions.ts";
import { leavesIn } from "../conditions-of.ts";
import type { Contract } from "../contract.ts";
import { gapsAmong } from "./boundary-gap.ts";
import { askCriteria, placeOfCompetitor, witnessLead } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";
import { decidesUnknown } from "./unknown-not-handled.ts";

/**
 * CRI403, CRI408 and CRI409: leads that none of the competitors takes. Where only a border was forgotten (CRI408), or only
 * leads with an empty field (CRI409), the finding says just that.
 */
export const uncoveredLeads: Rule = {
  codes: ["CRI403", "CRI408", "CRI409", "CRI413"],
  judges: "contract",
  check: (contract, facts) =>
    facts.analysis.competitions().flatMap((competition) => {
      const gaps = gapsAmong(contract, facts, competition);
      return gaps.length > 0 ? gaps : uncovered(contract, facts, competition);
    }),
};

function uncovered(contract: Contract, facts: RuleFacts, competition: Competition): readonly Finding[] {
  const { leftover, competitors, universe, excluded, path } = competition;
  const taken = competitors.map(({ condition }) => condition).filter((condition) => condition !== undefined);
  if (leftover !== "nothing" || taken.length < competitors.length) return [];
  const failing = [...excluded, ...taken];
  const answer = askCriteria(contract, facts, { holding: universe, failing, clause: path, about: "covered" });
  if (answer.kind === "open") return answer.findings;
  if (answer.kind === "none") return [];
  const forgotten = onlyWhenUnknown(contract, facts, { competition, failing });
  return [forgotten ?? describe(contract, competition, answer.lead)];
}

function describe(contract: Contract, { kind, about, competitors, path }: Competition, lead: Lead): Finding {
  const args = { kind, about, names: competitors.map(({ name }) => name) };
  const related = competitors
    .slice(0, 4)
    .map((one) => ({ span: placeOfCompetitor(contract, one), role: "conflicts-with" as const }));
  return finding("CRI403", contract.locate.spanOf(path, "key"), args, {
    clause: path.join("."),
    witness: witnessLead(contract, lead),
    related: kind === "priorities" || kind === "assignment" ? [] : related,
  });
}

/** CRI409 where every lead is taken as soon as one field is filled in, and no competitor says what an empty one means. */
function onlyWhenUnknown(
  contract: Contract,
  facts: RuleFacts,
  { competition, failing }: { readonly competition: Competition; readonly failing: readonly Condition[] },
): Finding | undefined {
  const { universe, competitors, path } = competition;
  const probes = undecidedFields(contract, competitors).map(probeOf);
  if (probes.length === 0) return undefined;
  const algebra = facts.analysis.algebraWith(probes.flatMap(({ known, unknown }) => [known, unknown]));
  for (const { field, known, unknown } of probes) {
    if (algebra.findLead({ holding: [...universe, known], failing }).kind !== "none") continue;
    const found = algebra.findLead({ holding: [...universe, unknown], failing });
    if (found.kind !== "lead") continue;
    const args = { field, place: "competition" as const };
    return finding("CRI409", contract.locate.spanOf(path, "key"), args, {
      clause: path.join("."),
      witness: witnessLead(contract, found.lead),
    });
  }
  return undefined;
}

function undecidedFields(contract: Contract, competitors: Competition["competitors"]): readonly string[] {
  const leaves = competitors
    .flatMap(({ condition }) => (condition === undefined ? [] : leavesIn(contract, condition)))
    .filter((leaf) => leaf.kind === "field");
  const decided = new Set(leaves.filter(decidesUnknown).map(({ field }) => field));
  return [...new Set(leaves.map(({ field }) => field))].filter((field) => !decided.has(field));
}

function probeOf(field: string) {
  const ask = (value: boolean): Condition => ({
    kind: "field",
    path: [],
    field,
    test: { operator: "known", value },
    orUnknown: false,
  });
  return { field, known: ask(true), unknown: ask(false) };
}

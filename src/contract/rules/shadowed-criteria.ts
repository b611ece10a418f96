import type { Condition } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Competition, Competitor } from "../competitions.ts";
import type { Contract } from "../contract.ts";
import { askCriteria, placeOfCompetitor } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** CRI405: a rule that those before it, alone or together, leave no lead. */
export const shadowedCriteria: Rule = {
  codes: ["CRI405", "CRI413"],
  judges: "entry",
  check: (contract, facts) =>
    facts.analysis.competitions().flatMap((competition) => {
      const { competitors, fallback, late, isOrdered, kind } = competition;
      const ordered = isOrdered ? competitors.map((one, index) => ({ one, before: competitors.slice(0, index) })) : [];
      // A last line that catches nothing is caution; a handoff that never opens is a promise nobody keeps.
      const rest = kind === "handoffs" && fallback !== undefined ? [{ one: fallback, before: competitors }] : [];
      return [
        ...[...ordered, ...rest].flatMap(({ one, before }) => judge(contract, facts, { competition, one, before })),
        ...late.map((one) => describe(contract, { competition, one, by: fallback === undefined ? [] : [fallback] })),
      ];
    }),
};

interface Shadow {
  readonly competition: Competition;
  readonly one: Competitor;
  readonly before: readonly Competitor[];
}

function judge(contract: Contract, facts: RuleFacts, { competition, one, before }: Shadow): readonly Finding[] {
  if (before.length === 0) return [];
  const holding = [...competition.universe, ...own(one)];
  const ask = (others: readonly Competitor[]) =>
    askCriteria(contract, facts, {
      holding,
      failing: [...competition.excluded, ...others.flatMap(own)],
      clause: one.path,
      about: "shadowed",
    });
  const answer = ask(before);
  if (answer.kind === "open") return answer.findings;
  // What nobody meets at all is CRI401.
  if (answer.kind === "lead" || ask([]).kind !== "lead") return [];
  const alone = before.find((other) => ask([other]).kind === "none");
  const by = alone === undefined ? fewest(before, (others) => ask(others).kind === "none") : [alone];
  return [describe(contract, { competition, one, by })];
}

/** Some that are enough together, and none of which could be left out. */
function fewest(
  all: readonly Competitor[],
  isEnough: (others: readonly Competitor[]) => boolean,
): readonly Competitor[] {
  return all.reduce((kept, other) => {
    const fewer = kept.filter((candidate) => candidate !== other);
    return fewer.length > 0 && isEnough(fewer) ? fewer : kept;
  }, all);
}

function own({ condition }: Competitor): readonly Condition[] {
  return condition === undefined ? [] : [condition];
}

function describe(
  contract: Contract,
  {
    competition,
    one,
    by,
  }: { readonly competition: Competition; readonly one: Competitor; readonly by: readonly Competitor[] },
): Finding {
  const args = { kind: competition.kind, about: competition.about, names: [one.name, ...by.map(({ name }) => name)] };
  return finding("CRI405", placeOfCompetitor(contract, one), args, {
    clause: one.path.join("."),
    related: by.map((other) => ({ span: placeOfCompetitor(contract, other), role: "conflicts-with" })),
  });
}

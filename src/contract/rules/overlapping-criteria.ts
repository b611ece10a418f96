import type { Condition } from "../../criteria/index.ts";
import { type Finding, finding, type Related } from "../../diagnostics/index.ts";
import type { Competition, Competitor } from "../competitions.ts";
import type { Contract } from "../contract.ts";
import { askCriteria, placeOfCompetitor, witnessLead } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** CRI404: two ways that would both take the same lead where only one may. */
export const overlappingCriteria: Rule = {
  codes: ["CRI404", "CRI413"],
  judges: "entry",
  check: (contract, facts) => {
    const seen = new Set<string>();
    return facts.analysis
      .competitions()
      .filter(({ isOrdered }) => !isOrdered)
      .flatMap((competition) =>
        pairsOf(competition.competitors)
          // Two stages may compete from several origins: once is enough.
          .filter((pair) => isNew(seen, pair) && !endUpTogether(pair))
          .flatMap((pair) => judge(contract, facts, { competition, pair })),
      );
  },
};

type Pair = readonly [Competitor, Competitor];

function pairsOf(competitors: readonly Competitor[]): readonly Pair[] {
  return competitors.flatMap((first, index) => competitors.slice(index + 1).map((second): Pair => [first, second]));
}

function isNew(seen: Set<string>, [first, second]: Pair): boolean {
  const name = `${first.path.join(".")} ${second.path.join(".")}`;
  const isFirst = !seen.has(name);
  seen.add(name);
  return isFirst;
}

function endUpTogether([first, second]: Pair): boolean {
  return first.leadsOnTo.includes(second.name) || second.leadsOnTo.includes(first.name);
}

function judge(
  contract: Contract,
  facts: RuleFacts,
  { competition, pair }: { readonly competition: Competition; readonly pair: Pair },
): readonly Finding[] {
  const [first, second] = pair;
  const own = pair.map(({ condition }) => condition).filter((condition) => condition !== undefined);
  const clause = second.path;
  const answer = askCriteria(contract, facts, {
    holding: [...competition.universe, ...own],
    failing: competition.excluded,
    clause,
    about: "overlapping",
  });
  if (answer.kind === "open") return answer.findings;
  if (answer.kind === "none") return [];
  const args = { kind: competition.kind, about: competition.about, names: [first.name, second.name] };
  return [
    finding("CRI404", placeOfCompetitor(contract, second), args, {
      clause: clause.join("."),
      related: [{ span: placeOfCompetitor(contract, first), role: "also-here" }, ...definitionsOf(contract, own)],
      witness: witnessLead(contract, answer.lead),
    }),
  ];
}

/** Where a competitor only names its criteria, what overlaps is written where they are defined. */
function definitionsOf(contract: Contract, conditions: readonly Condition[]): readonly Related[] {
  return conditions.flatMap((condition) => {
    const named = condition.kind === "meets" ? contract.criteria.get(condition.criteria) : undefined;
    return named === undefined
      ? []
      : [{ span: contract.locate.spanOf(named.path, "key"), role: "defined-here" as const }];
  });
}

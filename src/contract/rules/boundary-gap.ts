import { type Condition, literalsOf, type Path } from "../../criteria/index.ts";
import { type Finding, finding, inBoth } from "../../diagnostics/index.ts";
import type { Competition, Competitor } from "../competitions.ts";
import { leavesIn } from "../conditions-of.ts";
import type { Contract } from "../contract.ts";
import { lexiconOf } from "../lexicon.ts";
import type { RuleFacts } from "./rule.ts";

/** One end of what a competitor takes on a field: up to here, or from here on. */
interface End {
  readonly competitor: Competitor;
  readonly path: Path;
  readonly value: number;
  readonly isIncluded: boolean;
}

/**
 * CRI408: two competitors meet on a field, one below and one above, and what lies between (one value, or the cents
 * between 9,999 and 10,000) is taken by none of them. Asked only where nothing but the value differs.
 */
export function gapsAmong(contract: Contract, facts: RuleFacts, competition: Competition): readonly Finding[] {
  const fields = [...contract.fields.values()].filter(({ type }) => type === "number" || type === "money");
  return fields.flatMap((field) => {
    const ends = endsOn(contract, field.id, competition.competitors);
    const gap = narrowest(ends.upper, ends.lower);
    return gap === undefined ? [] : proved(contract, facts, { competition, field: field.id, ...gap });
  });
}

function endsOn(contract: Contract, field: string, competitors: readonly Competitor[]) {
  const ends = competitors.flatMap((competitor) =>
    competitor.condition === undefined
      ? []
      : leavesIn(contract, competitor.condition)
          .filter((leaf) => leaf.kind === "field" && leaf.field === field)
          .flatMap((leaf) => endsIn(leaf, competitor)),
  );
  return { upper: ends.filter(({ isUpper }) => isUpper), lower: ends.filter(({ isUpper }) => !isUpper) };
}

function endsIn(leaf: Condition, competitor: Competitor): readonly (End & { readonly isUpper: boolean })[] {
  if (leaf.kind !== "field") return [];
  const { test, path } = leaf;
  const [first, last = first] = literalsOf(test);
  const end = (value: unknown, isUpper: boolean, isIncluded = true) =>
    typeof value === "number" ? [{ competitor, path, value, isIncluded, isUpper }] : [];
  switch (test.operator) {
    case "atMost":
      return end(first, true);
    case "lessThan":
      return end(first, true, false);
    case "atLeast":
      return end(first, false);
    case "moreThan":
      return end(first, false, false);
    case "between":
      return [...end(first, false), ...end(last, true)];
    default:
      return [];
  }
}

interface Gap {
  readonly low: End;
  readonly high: End;
}

/** The end of one and the beginning of another that nearly touch: the same number, or whole neighbours. */
function narrowest(upper: readonly End[], lower: readonly End[]): Gap | undefined {
  for (const low of upper) {
    for (const high of lower) {
      const isTouching = low.value === high.value && !low.isIncluded && !high.isIncluded;
      const isNear = high.value - low.value === 1 && low.isIncluded && high.isIncluded;
      if (low.competitor !== high.competitor && (isTouching || isNear)) return { low, high };
    }
  }
  return undefined;
}

/** A value that is in neither; whole neighbours have none between them unless cents count. */
function valueBetween(low: End, high: End, hasCents: boolean): number | undefined {
  if (low.value === high.value) return low.value;
  return hasCents ? low.value + 0.5 : undefined;
}

/** Sure only where a lead just below is taken by the one, just above by the other, and in between by nobody. */
function proved(
  contract: Contract,
  facts: RuleFacts,
  { competition, field, low, high }: Gap & { readonly competition: Competition; readonly field: string },
): readonly Finding[] {
  const value = valueBetween(low, high, contract.fields.get(field)?.type === "money");
  const [below, above] = [low.competitor.condition, high.competitor.condition];
  const others = competition.competitors
    .map(({ condition }) => condition)
    .filter((condition) => condition !== undefined);
  if (value === undefined || below === undefined || above === undefined || !others.every(facts.analysis.isSound))
    return [];
  const at = (number: number): Condition => ({
    kind: "field",
    path: [],
    field,
    test: { operator: "is", value: number },
    orUnknown: false,
  });
  const [gap, under, over] = [
    at(value),
    at(low.isIncluded ? low.value : low.value - 1),
    at(high.isIncluded ? high.value : high.value + 1),
  ];
  const algebra = facts.analysis.algebraWith([gap, under, over]);
  const isHole =
    algebra.findLead({ holding: [...competition.universe, gap], failing: [...competition.excluded, ...others] })
      .kind === "lead";
  const isTaken = [
    [below, under],
    [above, over],
  ].every((pair) => algebra.findLead({ holding: [...competition.universe, ...pair] }).kind === "lead");
  return isHole && isTaken ? [describe(contract, { competition, field, low, high, value })] : [];
}

function describe(
  contract: Contract,
  {
    competition,
    field,
    low,
    high,
    value,
  }: Gap & { readonly competition: Competition; readonly field: string; readonly value: number },
): Finding {
  const { locate } = contract;
  const args = {
    field,
    low: low.competitor.name,
    high: high.competitor.name,
    gap: String(value),
    kind: competition.kind,
  };
  return finding("CRI408", locate.spanOf(high.path, "value"), args, {
    clause: high.competitor.path.join("."),
    related: [{ span: locate.spanOf(low.path, "value"), role: "conflicts-with" }],
    witness: inBoth((language) => {
      const lexicon = lexiconOf(contract, language);
      return `${lexicon.field(field)} ${lexicon.value(field, value)}`;
    }),
  });
}

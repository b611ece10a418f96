import type { Condition, Test } from "../../criteria/index.ts";
import { type ArgsOf, type Finding, finding } from "../../diagnostics/index.ts";
import { leavesIn } from "../conditions-of.ts";
import type { Contract } from "../contract.ts";
import type { Rule, RuleFacts } from "./rule.ts";

type FieldCondition = Extract<Condition, { readonly kind: "field" }>;

/**
 * CRI409 in the scope, where it is an error: whether a lead belongs to the agreement at all depends on a field that may be
 * empty, and nothing says what happens then. Asking for a value that is not another one (`isNot`) leaves empty fields out of
 * an exclusion as well, against what most readers think.
 */
export const unknownNotHandled: Rule = {
  codes: ["CRI409"],
  judges: "entry",
  check: (contract, facts) => {
    const { include, exclude } = contract.scope;
    return [
      ...(include === undefined ? [] : forgotten({ contract, facts, condition: include, place: "include" })),
      ...exclude.flatMap(({ when }) => forgotten({ contract, facts, condition: when, place: "exclude" })),
    ];
  },
};

interface Question {
  readonly contract: Contract;
  readonly facts: RuleFacts;
  readonly condition: Condition;
  readonly place: "include" | "exclude";
}

function forgotten({ contract, facts, condition, place }: Question): readonly Finding[] {
  if (!facts.analysis.isSound(condition)) return [];
  const leaves = leavesIn(contract, condition).filter((leaf) => leaf.kind === "field");
  const decided = new Set(leaves.filter(decidesUnknown).map(({ field }) => field));
  const asked = leaves.filter(({ field, test }) => !decided.has(field) && (place === "include" || isNegative(test)));
  const first = new Map(asked.toReversed().map((leaf) => [leaf.field, leaf]));
  return [...first.values()].toReversed().map((leaf) => describe(contract, leaf, place));
}

/** Whether a condition on a field says what an empty field means. */
export function decidesUnknown({ test, orUnknown }: FieldCondition): boolean {
  return orUnknown || test.operator === "known";
}

function isNegative({ operator }: Test): boolean {
  return operator === "isNot" || operator === "notIn";
}

function describe(contract: Contract, { field, path }: FieldCondition, place: "include" | "exclude"): Finding {
  const args: ArgsOf<"CRI409"> = { field, place };
  return finding("CRI409", contract.locate.spanOf([...path, "field"], "value"), args, {
    severity: "error",
    clause: path.join("."),
  });
}

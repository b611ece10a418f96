import { type Condition, literalsOf, type Test } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import { isFitting, operatorsOf } from "../condition-faults.ts";
import { conditionsOf, flatten } from "../conditions-of.ts";
import type { Contract, Field } from "../contract.ts";
import type { Rule } from "./rule.ts";

/** CRI406: an operator, or a value, that a field of this type can't be asked with. */
export const conditionOperators: Rule = {
  codes: ["CRI406"],
  judges: "entry",
  check: (contract, { damaged }) =>
    conditionsOf(contract)
      .flatMap(flatten)
      .filter((condition) => condition.kind !== "field" || !damaged.has(`fields.${condition.field}`))
      .flatMap((condition) => judge(contract, condition)),
};

function judge(contract: Contract, condition: Condition): readonly Finding[] {
  if (condition.kind !== "field") return [];
  const field = contract.fields.get(condition.field);
  if (field === undefined || isFitting(field, condition.test)) return [];
  const { operator } = condition.test;
  const place = contract.locate.spanOf([...condition.path, operator], "key");
  const args = {
    operator: writtenOperator(field, condition.test),
    subject: field.id,
    type: field.type,
    allowed: operatorsOf[field.type],
  };
  return [finding("CRI406", place, args, { clause: condition.path.join(".") })];
}

/** Where the operator is right and only the value is not, the message shows both. */
function writtenOperator(field: Field, test: Test): string {
  return operatorsOf[field.type].includes(test.operator)
    ? `${test.operator}: ${literalsOf(test).join(", ")}`
    : test.operator;
}

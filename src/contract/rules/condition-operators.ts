import type { Condition, Scalar, Test } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import { conditionsOf, flatten } from "../conditions-of.ts";
import type { Contract, Field, FieldType } from "../contract.ts";
import type { Rule } from "./rule.ts";

const numeric: readonly Test["operator"][] = [
  "is",
  "isNot",
  "in",
  "notIn",
  "atLeast",
  "atMost",
  "moreThan",
  "lessThan",
  "between",
  "known",
];
const temporal: readonly Test["operator"][] = ["withinLast", "withinNext", "before", "after", "known"];
const choice: readonly Test["operator"][] = ["is", "isNot", "in", "notIn", "known"];

const operatorsOf: Readonly<Record<FieldType, readonly Test["operator"][]>> = {
  text: [...choice, "contains"],
  number: numeric,
  money: numeric,
  boolean: ["is", "isNot", "known"],
  date: temporal,
  datetime: temporal,
  enum: choice,
  enums: [...choice, "contains"],
};

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
    ? `${test.operator}: ${valuesOf(test).join(", ")}`
    : test.operator;
}

function isFitting(field: Field, test: Test): boolean {
  return operatorsOf[field.type].includes(test.operator) && valuesOf(test).every((value) => fits(field.type, value));
}

function valuesOf(test: Test): readonly Scalar[] {
  if ("values" in test) return test.values;
  if ("low" in test) return [test.low, test.high];
  return "value" in test && test.operator !== "known" ? [test.value] : [];
}

function fits(type: FieldType, value: Scalar): boolean {
  if (type === "number" || type === "money") return typeof value === "number";
  if (type === "boolean") return typeof value === "boolean";
  if (type === "date" || type === "datetime") return isMoment(String(value));
  return typeof value !== "boolean" || type === "text";
}

/** `2027-01-04`, or a moment of that day such as `2027-01-04T09:30` or `2027-01-04T09:30+01:00`. */
function isMoment(value: string): boolean {
  const shape = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.exec(value);
  if (shape === null || Number.isNaN(Date.parse(value))) return false;
  // Date.parse lets 30 February pass as 2 March.
  return new Date(`${shape[1]}T00:00:00Z`).toISOString().slice(0, 10) === shape[1];
}

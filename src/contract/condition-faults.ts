import { type Condition, literalsOf, type Scalar, type Test } from "../criteria/index.ts";
import type { Contract, Field, FieldType } from "./contract.ts";

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

/** The questions that can be asked of each type of field. */
export const operatorsOf: Readonly<Record<FieldType, readonly Test["operator"][]>> = {
  text: [...choice, "contains"],
  number: numeric,
  money: numeric,
  boolean: ["is", "isNot", "known"],
  date: temporal,
  datetime: temporal,
  enum: choice,
  enums: [...choice, "contains"],
};

/** Whether a test asks its field a question of its type, with values of its type. */
export function isFitting(field: Field, test: Test): boolean {
  return operatorsOf[field.type].includes(test.operator) && literalsOf(test).every((value) => fits(field.type, value));
}

function fits(type: FieldType, value: Scalar): boolean {
  if (type === "number" || type === "money") return typeof value === "number" && Number.isFinite(value);
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

/** Whether a field has an option; an adopted property without declared options keeps those of the CRM. */
export function hasOption(field: Field, option: string): boolean {
  return (field.crm !== undefined && field.options.length === 0) || field.options.some(({ id }) => id === option);
}

/** True where a condition, all it contains and all it names can be judged: no wrong question, option, name or loop. */
export function isSoundCondition(contract: Contract, condition: Condition, damaged: ReadonlySet<string>): boolean {
  return isSound(condition, { contract, damaged, visiting: [] });
}

interface Soundness {
  readonly contract: Contract;
  readonly damaged: ReadonlySet<string>;
  readonly visiting: readonly string[];
}

function isSound(condition: Condition, seen: Soundness): boolean {
  if ("of" in condition) return condition.of.every((child) => isSound(child, seen));
  switch (condition.kind) {
    case "field":
      return isSoundTest(condition.field, condition.test, seen);
    case "signal":
      return seen.contract.signals.has(condition.signal) && !seen.damaged.has(`signals.${condition.signal}`);
    case "linked":
      return condition.stages.every((stage) => seen.contract.stages.has(stage) && !seen.damaged.has(`stages.${stage}`));
    case "meets": {
      const named = seen.contract.criteria.get(condition.criteria);
      const isKnown =
        !seen.damaged.has(`criteria.${condition.criteria}`) && !seen.visiting.includes(condition.criteria);
      return (
        named !== undefined &&
        isKnown &&
        isSound(named.condition, { ...seen, visiting: [...seen.visiting, condition.criteria] })
      );
    }
    default:
      return condition satisfies never;
  }
}

function isSoundTest(id: string, test: Test, { contract, damaged }: Soundness): boolean {
  const field = contract.fields.get(id);
  if (field === undefined || damaged.has(`fields.${id}`) || !isFitting(field, test)) return false;
  return !field.type.startsWith("enum") || literalsOf(test).every((value) => hasOption(field, String(value)));
}

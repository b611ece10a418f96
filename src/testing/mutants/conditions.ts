import type { Condition, Scalar, Test } from "../../criteria/index.ts";
import { otherDurations } from "./durations.ts";
import { eachItem, leftOut, replaced, type Variant, within } from "./mutant.ts";

/** A condition with one of its parts changed, one at a time. */
export function otherConditions(condition: Condition): readonly Variant<Condition>[] {
  const clause = condition.path.join(".");
  switch (condition.kind) {
    case "field":
      return otherField(condition, clause);
    case "signal":
      return otherSignal(condition, clause);
    case "linked":
      return condition.stages.length < 2
        ? []
        : condition.stages.map((stage) =>
            leftOut(`${clause}.in.${stage}`, stage, {
              ...condition,
              stages: condition.stages.filter((id) => id !== stage),
            }),
          );
    case "meets":
      return [];
    default:
      return otherGroup(condition, clause);
  }
}

type Group = Extract<Condition, { readonly of: readonly Condition[] }>;

function otherGroup(group: Group, clause: string): readonly Variant<Condition>[] {
  const inner = within(eachItem(group.of, otherConditions), (of): Condition => ({ ...group, of }));
  const left = group.of.length < 2 ? [] : withoutParts(group, clause);
  return [...otherKind(group, clause), ...left, ...inner];
}

function withoutParts(group: Group, clause: string): readonly Variant<Condition>[] {
  return group.of.map((part, index) => {
    const of = group.of.filter((_, position) => position !== index);
    return leftOut(part.path.join(".") || clause, String(index + 1), { ...group, of });
  });
}

function otherKind(group: Group, clause: string): readonly Variant<Condition>[] {
  const { path, of } = group;
  switch (group.kind) {
    case "all":
    case "any": {
      if (of.length < 2) return [];
      const kind = group.kind === "all" ? "any" : "all";
      return [replaced(clause, group.kind, kind, { kind, path, of })];
    }
    case "none":
      return [replaced(clause, "none", "any", { kind: "any", path, of })];
    case "at-least":
      return [group.count - 1, group.count + 1]
        .filter((count) => count > 0 && count <= of.length)
        .map((count) => replaced(clause, `atLeast ${group.count}`, `atLeast ${count}`, { ...group, count }));
    default:
      return group satisfies never;
  }
}

function otherSignal(leaf: Extract<Condition, { kind: "signal" }>, clause: string): readonly Variant<Condition>[] {
  const { times, withinLast } = leaf;
  return [
    ...(times > 1
      ? [replaced(`${clause}.times`, String(times), String(times - 1), { ...leaf, times: times - 1 })]
      : []),
    replaced(`${clause}.times`, String(times), String(times + 1), { ...leaf, times: times + 1 }),
    ...(withinLast === undefined
      ? []
      : within(
          otherDurations(`${clause}.withinLast`, withinLast),
          (longer): Condition => ({ ...leaf, withinLast: longer }),
        )),
  ];
}

function otherField(leaf: Extract<Condition, { kind: "field" }>, clause: string): readonly Variant<Condition>[] {
  const tests = within(otherTests(leaf.test, clause), (test): Condition => ({ ...leaf, test }));
  if (!leaf.orUnknown) return tests;
  return [...tests, replaced(`${clause}.orUnknown`, "true", "false", { ...leaf, orUnknown: false })];
}

function otherTests(test: Test, clause: string): readonly Variant<Test>[] {
  switch (test.operator) {
    case "is":
    case "isNot": {
      const operator = test.operator === "is" ? "isNot" : "is";
      return [replaced(clause, test.operator, operator, { ...test, operator })];
    }
    case "in":
    case "notIn":
      return otherChoices(test, clause);
    case "atLeast":
    case "moreThan":
    case "atMost":
    case "lessThan":
      return otherBounds(test, clause);
    case "between":
      return [
        ...otherNumbers(`${clause}.between`, test.low).map((one) => ({ ...one, value: { ...test, low: one.value } })),
        ...otherNumbers(`${clause}.between`, test.high).map((one) => ({ ...one, value: { ...test, high: one.value } })),
      ];
    case "known":
      return [replaced(clause, String(test.value), String(!test.value), { ...test, value: !test.value })];
    case "withinLast":
    case "withinNext":
      return within(otherDurations(clause, test.duration), (duration): Test => ({ ...test, duration }));
    case "contains":
      return [leftOut(clause, test.value, { ...test, value: "" })];
    case "before":
    case "after": {
      const operator = test.operator === "before" ? "after" : "before";
      return [replaced(clause, test.operator, operator, { ...test, operator })];
    }
    default:
      return test satisfies never;
  }
}

function otherChoices(test: Extract<Test, { operator: "in" | "notIn" }>, clause: string): readonly Variant<Test>[] {
  return test.values.map((value) =>
    leftOut(`${clause}.${test.operator}.${value}`, String(value), {
      ...test,
      values: test.values.filter((other) => other !== value),
    }),
  );
}

/** The bound itself no longer passes, or the one beside it does. */
function otherBounds(
  test: Extract<Test, { operator: "atLeast" | "moreThan" | "atMost" | "lessThan" }>,
  clause: string,
): readonly Variant<Test>[] {
  const strict = { atLeast: "moreThan", moreThan: "atLeast", atMost: "lessThan", lessThan: "atMost" } as const;
  const operator = strict[test.operator];
  return [replaced(clause, `${test.operator} ${test.value}`, `${operator} ${test.value}`, { ...test, operator })];
}

function otherNumbers(clause: string, value: Scalar): readonly Variant<Scalar>[] {
  return typeof value === "number" ? [replaced(clause, String(value), String(value + 1), value + 1)] : [];
}

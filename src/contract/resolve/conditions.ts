import type { Condition, Scalar, Test } from "../../criteria/index.ts";
import { type Clause, defined, into, itemsOf, type ResolveContext, report, reportKey } from "./context.ts";
import { readReference, readReferences, toField, toStage } from "./references.ts";
import { readDuration, readFlag, readNumber, readString } from "./values.ts";

const combiners = ["all", "any", "none"] as const;
const comparisons = ["atLeast", "atMost", "moreThan", "lessThan"] as const;
const testKeys = [
  "is",
  "isNot",
  "in",
  "notIn",
  ...comparisons,
  "between",
  "known",
  "contains",
  "withinLast",
  "withinNext",
  "before",
  "after",
] as const;
const subjects = ["field", "signal", "linked", "meets"] as const;
const conditionKeys: readonly string[] = [...subjects, ...combiners, "of", ...testKeys, "times", "orUnknown"];

/** The keys that go with the head of a condition; the comparisons that do not are found by the type of the subject. */
const companions: Readonly<Record<string, readonly string[]>> = {
  field: [...testKeys, "orUnknown"],
  signal: [...testKeys, "times"],
  linked: [...testKeys, "times"],
  meets: [],
  all: [],
  any: [],
  none: [],
  of: ["atLeast"],
};

/** A condition as written; shape problems that the schema can't say (two subjects, no operator) are findings here. */
export function readCondition(context: ResolveContext, clause: Clause): Condition | undefined {
  if (clause.node?.kind !== "map") return undefined;
  const { entries } = clause.node;
  const head = [...subjects, ...combiners, "of"].find((key) => entries.has(key));
  if (head === undefined) {
    reportKey(context, clause, "SCH102", { key: "field, signal, linked, meets, all, any, none", place: "a condition" });
    return undefined;
  }
  const known = companions[head] ?? [];
  const foreign = conditionKeys.find((key) => entries.has(key) && key !== head && !known.includes(key));
  if (foreign !== undefined) {
    reportSecond(context, into(clause, foreign), { head, known });
    return undefined;
  }
  return readHead(context, clause, head);
}

/** A key of the language that can't stand beside what the condition already says. */
function reportSecond(
  context: ResolveContext,
  clause: Clause,
  { head, known }: { readonly head: string; readonly known: readonly string[] },
): void {
  const key = String(clause.path.at(-1));
  reportKey(context, clause, "SCH101", {
    key,
    place: `a condition that already says "${head}"`,
    suggestion: "",
    known: [head, ...known],
  });
}

function readHead(context: ResolveContext, clause: Clause, head: string): Condition | undefined {
  switch (head) {
    case "field":
      return readFieldCondition(context, clause);
    case "signal":
      return readSignalCondition(context, clause);
    case "linked":
      return readLinked(context, clause);
    case "meets":
      return readMeets(context, clause);
    case "of":
      return readCount(context, clause);
    default:
      return readCombined(context, clause, head);
  }
}

function readCombined(context: ResolveContext, clause: Clause, head: string): Condition | undefined {
  const kind = combiners.find((combiner) => combiner === head);
  if (kind === undefined) return undefined;
  return { kind, path: clause.path, of: readConditions(context, into(clause, kind)) };
}

function readCount(context: ResolveContext, clause: Clause): Condition | undefined {
  const of = readConditions(context, into(clause, "of"));
  const count = readNumber(into(clause, "atLeast"));
  if (count === undefined) reportKey(context, clause, "SCH102", { key: "atLeast", place: "a condition with of" });
  return count === undefined ? undefined : { kind: "at-least", path: clause.path, count, of };
}

/** A list of conditions; one alone may stand without brackets. */
function readConditions(context: ResolveContext, clause: Clause): readonly Condition[] {
  return itemsOf(clause)
    .map((item) => readCondition(context, item))
    .filter((condition) => condition !== undefined);
}

function readMeets(context: ResolveContext, clause: Clause): Condition | undefined {
  const criteria = readReference(context, into(clause, "meets"), { kinds: ["criteria"] });
  return criteria === undefined ? undefined : { kind: "meets", path: clause.path, criteria };
}

function readSignalCondition(context: ResolveContext, clause: Clause): Condition | undefined {
  const signal = readReference(context, into(clause, "signal"), { kinds: ["signal"] });
  if (signal === undefined) return undefined;
  const withinLast = readDuration(context, into(clause, "withinLast"));
  const times = readNumber(into(clause, "times")) ?? 1;
  reportForeignOperators(context, clause, { subject: signal, type: "signal", allowed: ["withinLast", "times"] });
  return { kind: "signal", path: clause.path, signal, times, ...defined({ withinLast }) };
}

function readLinked(context: ResolveContext, clause: Clause): Condition | undefined {
  const object = readString(into(clause, "linked"));
  if (object === undefined) return undefined;
  const stages = readReferences(context, into(clause, "in"), toStage);
  reportForeignOperators(context, clause, { subject: object, type: "linked", allowed: ["in"] });
  return { kind: "linked", path: clause.path, object, stages };
}

function readFieldCondition(context: ResolveContext, clause: Clause): Condition | undefined {
  const field = readReference(context, into(clause, "field"), toField);
  const operators = testKeys.filter((key) => into(clause, key).node !== undefined);
  const [operator, second] = operators;
  if (field === undefined) return undefined;
  if (operator === undefined) {
    reportKey(context, clause, "SCH102", { key: testKeys.join(", "), place: "a condition on a field" });
    return undefined;
  }
  if (second !== undefined) {
    reportSecond(context, into(clause, second), { head: operator, known: ["field", "orUnknown"] });
    return undefined;
  }
  const test = readTest(context, into(clause, operator), operator);
  return test === undefined
    ? undefined
    : { kind: "field", path: clause.path, field, test, orUnknown: readFlag(into(clause, "orUnknown")) };
}

function readTest(context: ResolveContext, clause: Clause, operator: (typeof testKeys)[number]): Test | undefined {
  switch (operator) {
    case "in":
    case "notIn":
      return {
        operator,
        values: itemsOf(clause)
          .map(readScalar)
          .filter((value) => value !== undefined),
      };
    case "between":
      return readBetween(context, clause);
    case "known":
      return { operator, value: readFlag(clause) };
    case "withinLast":
    case "withinNext": {
      const duration = readDuration(context, clause);
      return duration === undefined ? undefined : { operator, duration };
    }
    default:
      return readComparison(clause, operator);
  }
}

function readComparison(
  clause: Clause,
  operator: Exclude<(typeof testKeys)[number], "in" | "notIn" | "between" | "known" | "withinLast" | "withinNext">,
): Test | undefined {
  const value = readScalar(clause);
  if (value === undefined) return undefined;
  if (operator === "contains" || operator === "before" || operator === "after")
    return { operator, value: String(value) };
  return { operator, value };
}

function readBetween(context: ResolveContext, clause: Clause): Test | undefined {
  const [low, high, extra] = itemsOf(clause).map(readScalar);
  if (low !== undefined && high !== undefined && extra === undefined) return { operator: "between", low, high };
  report(context, clause, "SCH104", { key: "between", written: "…", choices: [], form: "[10, 50]", suggestion: "" });
  return undefined;
}

function readScalar(clause: Clause): Scalar | undefined {
  return clause.node?.kind === "scalar" && clause.node.value !== null ? clause.node.value : undefined;
}

function reportForeignOperators(
  context: ResolveContext,
  clause: Clause,
  subject: { readonly subject: string; readonly type: string; readonly allowed: readonly string[] },
): void {
  const foreign = [...testKeys, "times"].filter(
    (key) => !subject.allowed.includes(key) && into(clause, key).node !== undefined,
  );
  for (const operator of foreign) reportKey(context, into(clause, operator), "CRI406", { operator, ...subject });
}

import { asString, asStrings, type Json, type JsonObject } from "../json.ts";
import { compileTimePoint } from "./time-points.ts";

/** A property of a record as an operation sees it. */
export interface Subject {
  readonly value: string;
  /** Every value it ever had, the present one included. */
  readonly past: () => readonly string[];
  /** Another property of the same record. */
  readonly other: (name: string) => string | undefined;
}

type Test = (value: string, subject: Subject, now: number) => boolean;
type Tests = ReadonlyMap<string, Test>;

function textTests(operation: JsonObject): Tests {
  const wanted = (asString(operation["value"]) ?? "").toLowerCase();
  return new Map<string, Test>([
    ["IS_EQUAL_TO", (value) => value.toLowerCase() === wanted],
    ["CONTAINS", (value) => value.toLowerCase().includes(wanted)],
    ["STARTS_WITH", (value) => value.toLowerCase().startsWith(wanted)],
    ["ENDS_WITH", (value) => value.toLowerCase().endsWith(wanted)],
  ]);
}

function multiTests(operation: JsonObject): Tests {
  const tests = asStrings(operation["values"]).map((value) => textTests({ value }));
  const any =
    (name: string): Test =>
    (value, subject, now) =>
      tests.some((each) => each.get(name)?.(value, subject, now) === true);
  return new Map<string, Test>([
    ["IS_EQUAL_TO", any("IS_EQUAL_TO")],
    ["CONTAINS", any("CONTAINS")],
    ["CONTAINS_EXACTLY", any("IS_EQUAL_TO")],
    ["STARTS_WITH", any("STARTS_WITH")],
    ["ENDS_WITH", any("ENDS_WITH")],
  ]);
}

function choiceTests(operation: JsonObject): Tests {
  const wanted = asStrings(operation["values"]);
  const chosen = (value: string) => value.split(";").filter((each) => each !== "");
  const all = (value: string) => wanted.every((each) => chosen(value).includes(each));
  return new Map<string, Test>([
    ["IS_ANY_OF", (value) => chosen(value).some((each) => wanted.includes(each))],
    ["IS_EXACTLY", (value) => all(value) && chosen(value).length === wanted.length],
    ["CONTAINS_ALL", all],
  ]);
}

function numberTests(operation: JsonObject): Tests {
  const wanted = Number(operation["value"]);
  const [low, high] = [Number(operation["lowerBound"]), Number(operation["upperBound"])];
  return new Map<string, Test>([
    ["IS_EQUAL_TO", (value) => Number(value) === wanted],
    ["IS_GREATER_THAN", (value) => Number(value) > wanted],
    ["IS_GREATER_THAN_OR_EQUAL_TO", (value) => Number(value) >= wanted],
    ["IS_LESS_THAN", (value) => Number(value) < wanted],
    ["IS_LESS_THAN_OR_EQUAL_TO", (value) => Number(value) <= wanted],
    ["IS_BETWEEN", (value) => Number(value) >= low && Number(value) <= high],
  ]);
}

function boolTests(operation: JsonObject): Tests {
  return new Map([["IS_EQUAL_TO", (value) => value === String(operation["value"])]]);
}

/** Before or after a moment; the moment itself counts only when the end point is inclusive. */
function before(value: string, bound: number, behaviour: Json | undefined): boolean {
  const time = Date.parse(value);
  return time < bound || (behaviour === "INCLUSIVE" && time === bound);
}

function after(value: string, bound: number, behaviour: Json | undefined): boolean {
  const time = Date.parse(value);
  return time > bound || (behaviour === "INCLUSIVE" && time === bound);
}

function pointTests(operation: JsonObject): Tests {
  const bound = compileTimePoint(operation["timePoint"]);
  const behaviour = operation["endpointBehavior"];
  return new Map<string, Test>([
    ["IS_BEFORE", (value, _, now) => before(value, bound(now), behaviour)],
    ["IS_AFTER", (value, _, now) => after(value, bound(now), behaviour)],
  ]);
}

function rangeTests(operation: JsonObject): Tests {
  const low = compileTimePoint(operation["lowerBoundTimePoint"]);
  const high = compileTimePoint(operation["upperBoundTimePoint"]);
  const lower = operation["lowerBoundEndpointBehavior"] ?? "INCLUSIVE";
  const upper = operation["upperBoundEndpointBehavior"] ?? "INCLUSIVE";
  return new Map<string, Test>([
    ["IS_BETWEEN", (value, _, now) => after(value, low(now), lower) && before(value, high(now), upper)],
  ]);
}

/** Strict comparison of two dates of a record; an unknown one compares as false. */
function comparativeTests(operation: JsonObject): Tests {
  const name = asString(operation["comparisonPropertyName"]) ?? "";
  const otherwise = asString(operation["defaultComparisonValue"]) ?? "";
  const bound = ({ other }: Subject) => Date.parse(other(name) ?? otherwise);
  return new Map<string, Test>([
    ["IS_BEFORE", (value, subject) => Date.parse(value) < bound(subject)],
    ["IS_AFTER", (value, subject) => Date.parse(value) > bound(subject)],
  ]);
}

const testsOf: ReadonlyMap<string, (operation: JsonObject) => Tests> = new Map([
  ["STRING", textTests],
  ["MULTISTRING", multiTests],
  ["ENUMERATION", choiceTests],
  ["NUMBER", numberTests],
  ["NUMBER_RANGED", numberTests],
  ["BOOL", boolTests],
  ["TIME_POINT", pointTests],
  ["TIME_RANGED", rangeTests],
  ["COMPARATIVE_DATE", comparativeTests],
]);

/** Operators that say the opposite of another, or look at the past of one. */
const derived: ReadonlyMap<string, { readonly of: string; readonly negated: boolean; readonly ever: boolean }> =
  new Map([
    ["IS_NOT_EQUAL_TO", { of: "IS_EQUAL_TO", negated: true, ever: false }],
    ["DOES_NOT_CONTAIN", { of: "CONTAINS", negated: true, ever: false }],
    ["DOES_NOT_CONTAIN_EXACTLY", { of: "CONTAINS_EXACTLY", negated: true, ever: false }],
    ["IS_NONE_OF", { of: "IS_ANY_OF", negated: true, ever: false }],
    ["IS_NOT_EXACTLY", { of: "IS_EXACTLY", negated: true, ever: false }],
    ["DOES_NOT_CONTAIN_ALL", { of: "CONTAINS_ALL", negated: true, ever: false }],
    ["IS_NOT_BETWEEN", { of: "IS_BETWEEN", negated: true, ever: false }],
    ["HAS_EVER_BEEN_EQUAL_TO", { of: "IS_EQUAL_TO", negated: false, ever: true }],
    ["HAS_NEVER_BEEN_EQUAL_TO", { of: "IS_EQUAL_TO", negated: true, ever: true }],
    ["HAS_EVER_CONTAINED", { of: "CONTAINS", negated: false, ever: true }],
    ["HAS_NEVER_CONTAINED", { of: "CONTAINS", negated: true, ever: true }],
    ["HAS_EVER_BEEN_ANY_OF", { of: "IS_ANY_OF", negated: false, ever: true }],
    ["HAS_NEVER_BEEN_ANY_OF", { of: "IS_ANY_OF", negated: true, ever: true }],
    ["HAS_EVER_BEEN_EXACTLY", { of: "IS_EXACTLY", negated: false, ever: true }],
    ["HAS_NEVER_BEEN_EXACTLY", { of: "IS_EXACTLY", negated: true, ever: true }],
    ["HAS_EVER_CONTAINED_ALL", { of: "CONTAINS_ALL", negated: false, ever: true }],
    ["HAS_NEVER_CONTAINED_ALL", { of: "CONTAINS_ALL", negated: true, ever: true }],
  ]);

/** Whether something holds of a property of a record at a moment. */
export type SubjectTest = (subject: Subject, now: number) => boolean;

/**
 * The test of a checked operation. Without a value only IS_UNKNOWN and includeObjectsWithNoValueSet hold, and what
 * looks at the past.
 */
export function compileOperation(operation: JsonObject): SubjectTest {
  const operator = asString(operation["operator"]) ?? "";
  const type = asString(operation["operationType"]) ?? "";
  if (type === "ALL_PROPERTY") return ({ value }) => (value !== "") === (operator === "IS_KNOWN");
  const { of, negated, ever } = derived.get(operator) ?? { of: operator, negated: false, ever: false };
  const test = testsOf.get(type)?.(operation).get(of);
  const whenUnknown = operation["includeObjectsWithNoValueSet"] === true;
  if (!ever) {
    return (subject, now) =>
      subject.value === "" ? whenUnknown : (test?.(subject.value, subject, now) === true) !== negated;
  }
  return (subject, now) => {
    const values = subject.past().filter((value) => value !== "");
    if (values.length === 0) return whenUnknown;
    return values.some((value) => test?.(value, subject, now) === true) !== negated;
  };
}

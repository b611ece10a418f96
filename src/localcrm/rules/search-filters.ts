import { invalid } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { asArray, asObject, asString, asStrings, type Json, type JsonObject, own } from "../json.ts";
import type { StoredProperty, StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** Whether a record is found. */
export type RecordTest = (record: StoredRecord) => boolean;

/** A value as a search compares it: numbers and times as numbers, text in lower case. */
export function comparable(property: StoredProperty, text: string): number | string {
  if (property.type === "number") return Number(text);
  if (property.type === "date" || property.type === "datetime") {
    return /^-?\d+$/.test(text) ? Number(text) : Date.parse(text);
  }
  return text.toLowerCase();
}

function tokens(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "");
}

/** Whether a text has a token that a pattern ("*" stands for any letters) matches. */
function containsToken(text: string, pattern: string): boolean {
  const parts = pattern
    .toLowerCase()
    .split("*")
    .map((part) => tokens(part).join(" "));
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  return [...tokens(text), text.toLowerCase()].some((token) => {
    const isWhole = parts.length === 1 ? token === first : token.startsWith(first) && token.endsWith(last);
    return isWhole && parts.every((part) => token.includes(part));
  });
}

interface Comparison {
  readonly property: StoredProperty;
  readonly value: string;
  readonly highValue: string;
  readonly values: readonly string[];
}

type Operator = (actual: string, comparison: Comparison) => boolean;

const order = (actual: string, { property, value }: Comparison, accept: (sign: number) => boolean): boolean => {
  const [left, right] = [comparable(property, actual), comparable(property, value)];
  if (left === right) return accept(0);
  return left < right ? accept(-1) : left > right && accept(1);
};

function isOneOf(actual: string, { property, values }: Comparison): boolean {
  const chosen = property.fieldType === "checkbox" ? actual.split(";") : [actual];
  const wanted = new Set(values.map((value) => comparable(property, value)));
  return chosen.some((each) => wanted.has(comparable(property, each)));
}

/** Operators on a known value. */
const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ["EQ", (actual, comparison) => isOneOf(actual, { ...comparison, values: [comparison.value] })],
  ["NEQ", (actual, comparison) => !isOneOf(actual, { ...comparison, values: [comparison.value] })],
  ["LT", (actual, comparison) => order(actual, comparison, (sign) => sign < 0)],
  ["LTE", (actual, comparison) => order(actual, comparison, (sign) => sign <= 0)],
  ["GT", (actual, comparison) => order(actual, comparison, (sign) => sign > 0)],
  ["GTE", (actual, comparison) => order(actual, comparison, (sign) => sign >= 0)],
  [
    "BETWEEN",
    (actual, comparison) =>
      order(actual, comparison, (sign) => sign >= 0) &&
      order(actual, { ...comparison, value: comparison.highValue }, (sign) => sign <= 0),
  ],
  ["IN", isOneOf],
  ["NOT_IN", (actual, comparison) => !isOneOf(actual, comparison)],
  ["HAS_PROPERTY", () => true],
  ["CONTAINS_TOKEN", (actual, { value }) => containsToken(actual, value)],
  ["NOT_CONTAINS_TOKEN", (actual, { value }) => !containsToken(actual, value)],
]);

/** Operators that also find records without a value. */
const foundWithoutValue = new Set(["NOT_HAS_PROPERTY", "NEQ", "NOT_IN", "NOT_CONTAINS_TOKEN"]);

function parseFilter(store: Store, objectTypeId: string, filter: JsonObject): RecordTest | Problem {
  const name = asString(filter["propertyName"]) ?? "";
  const operator = asString(filter["operator"]) ?? "";
  const property = store.get("properties", objectTypeId, name);
  if (property === undefined || property.archived) {
    return invalid(`There was a problem with the request. Property "${name}" does not exist`);
  }
  const test = operators.get(operator);
  if (test === undefined && operator !== "NOT_HAS_PROPERTY") return invalid(`Invalid operator: ${operator}`);
  const comparison = {
    property,
    value: String(filter["value"] ?? ""),
    highValue: String(filter["highValue"] ?? ""),
    values: asStrings(filter["values"]),
  };
  return (record) => {
    const actual = own(record.properties, name);
    return actual === undefined ? foundWithoutValue.has(operator) : test?.(actual, comparison) === true;
  };
}

function checkSizes(groups: readonly (readonly Json[])[]): Problem | undefined {
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  if (groups.length > 5) return invalid("There are too many filter groups: at most 5 are allowed.");
  if (groups.some((group) => group.length > 6)) return invalid("A filter group has at most 6 filters.");
  return total > 18 ? invalid("A search has at most 18 filters in all.") : undefined;
}

/** The test of a search's filter groups (any group, all of its filters); 400 for too many or wrong ones. */
export function parseFilterGroups(store: Store, objectTypeId: string, value: Json | undefined): RecordTest | Problem {
  const groups = asArray(value).map((group) => asArray(asObject(group)?.["filters"]));
  const refused = checkSizes(groups);
  if (refused !== undefined) return refused;
  const tests: RecordTest[][] = [];
  for (const group of groups) {
    const parsed = group.map((filter) => parseFilter(store, objectTypeId, asObject(filter) ?? {}));
    const problem = parsed.find((each) => isProblem(each));
    if (isProblem(problem)) return problem;
    tests.push(parsed as RecordTest[]); // no problem is among them
  }
  return (record) => tests.length === 0 || tests.some((group) => group.every((test) => test(record)));
}

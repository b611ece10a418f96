import type { Duration } from "../../calendar/index.ts";
import type { FieldType } from "../../contract/index.ts";
import type { Scalar, Test } from "../../criteria/index.ts";
import { windowDays } from "./clocks/window-days.ts";
import {
  compares,
  type FilterNode,
  isAnyOf,
  isBeforeOrAfter,
  isInRange,
  isKnown,
  isNoneOf,
  isUnknown,
  now,
  onDate,
  todayPlus,
  type Unknown,
} from "./filters.ts";
import type { HubSpotModel } from "./model.ts";

/** A comparison with its sign; under `none` the unknown passes, since no comparison is true of it. */
export interface SignedTest {
  readonly test: Test;
  readonly isNegated: boolean;
  readonly orUnknown: boolean;
}

type Alternatives = readonly (readonly FilterNode[])[];

/** A comparison as filters: alternatives of filters that hold together. Undefined: a business window without a calendar. */
export function testFilters(
  field: { readonly type: FieldType },
  place: { readonly property: string; readonly model: HubSpotModel },
  signed: SignedTest,
): Alternatives | undefined {
  const { test, isNegated } = signed;
  const unknown: Unknown = signed.orUnknown === isNegated ? "fails" : "passes";
  const at = { ...place, type: field.type, isNegated, unknown };
  switch (test.operator) {
    case "known":
      return [[test.value === isNegated ? isUnknown(place.property) : isKnown(place.property)]];
    case "is":
      return equality(at, [test.value]);
    case "isNot":
      return equality({ ...at, isNegated: !isNegated }, [test.value]);
    case "in":
      return equality(at, test.values);
    case "notIn":
      return equality({ ...at, isNegated: !isNegated }, test.values);
    case "contains":
      return [[containing(at, test.value)]];
    case "withinLast":
    case "withinNext":
      return windowed(at, test.operator, test.duration);
    case "before":
    case "after":
      return [[dated(at, test.operator, test.value)]];
    default:
      return ordered(at, test);
  }
}

/** Where and how a comparison is made: `isNegated` asks for the opposite. */
interface At {
  readonly property: string;
  readonly model: HubSpotModel;
  readonly type: FieldType;
  readonly isNegated: boolean;
  readonly unknown: Unknown;
}

function equality({ property, type, isNegated, unknown }: At, values: readonly Scalar[]): Alternatives {
  if (type === "enum" || type === "enums") {
    const texts = values.map(String);
    return [[isNegated ? isNoneOf(property, texts, unknown) : isAnyOf(property, texts, unknown)]];
  }
  const operator = isNegated ? "IS_NOT_EQUAL_TO" : "IS_EQUAL_TO";
  const nodes = values.map((value) => compares(property, { type: operationType(type), operator, value }, unknown));
  return isNegated ? [nodes] : nodes.map((node) => [node]);
}

function operationType(type: FieldType): "STRING" | "NUMBER" | "BOOL" {
  if (type === "boolean") return "BOOL";
  return type === "number" || type === "money" ? "NUMBER" : "STRING";
}

function containing({ property, type, isNegated, unknown }: At, value: string): FilterNode {
  if (type === "enums") return isNegated ? isNoneOf(property, [value], unknown) : isAnyOf(property, [value], unknown);
  return compares(property, { type: "STRING", operator: isNegated ? "DOES_NOT_CONTAIN" : "CONTAINS", value }, unknown);
}

function windowed(at: At, operator: "withinLast" | "withinNext", duration: Duration): Alternatives | undefined {
  const days = windowDays(at.model, duration);
  if (days === undefined) return undefined;
  const zone = at.model.timezone;
  const range =
    operator === "withinLast"
      ? { from: todayPlus(-days, zone), to: now(zone) }
      : { from: now(zone), to: todayPlus(days + 1, zone) };
  return [[isInRange(at.property, { operator: at.isNegated ? "IS_NOT_BETWEEN" : "IS_BETWEEN", ...range }, at.unknown)]];
}

/** What is not before a moment is at it or after: the opposite takes the moment in. */
function dated(at: At, operator: "before" | "after", value: string): FilterNode {
  const isBefore = (operator === "before") !== at.isNegated;
  const test = {
    operator: isBefore ? "IS_BEFORE" : "IS_AFTER",
    timePoint: momentOf(at, value),
    endpointBehavior: at.isNegated ? "INCLUSIVE" : "EXCLUSIVE",
  } as const;
  return isBeforeOrAfter(at.property, test, at.unknown);
}

/** HubSpot keeps dates at midnight UTC; a moment without an offset is one of the contract's time zone. */
function momentOf({ type, model }: At, value: string): FilterNode {
  const date = value.slice(0, 10);
  if (type === "date") return onDate(date, "UTC");
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(value)) {
    const iso = new Date(Date.parse(value)).toISOString();
    return onDate(iso.slice(0, 10), "UTC", minutesOfDay(iso));
  }
  return onDate(date, model.timezone, minutesOfDay(value));
}

/** Minutes after midnight of `2027-01-04T10:30`; none where only a date stands. */
function minutesOfDay(iso: string): number {
  const [, hours = "0", minutes = "0"] = /T(\d\d):(\d\d)/.exec(iso) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

const opposites = {
  atLeast: "lessThan",
  atMost: "moreThan",
  moreThan: "atMost",
  lessThan: "atLeast",
} as const;

const operators = {
  atLeast: "IS_GREATER_THAN_OR_EQUAL_TO",
  atMost: "IS_LESS_THAN_OR_EQUAL_TO",
  moreThan: "IS_GREATER_THAN",
  lessThan: "IS_LESS_THAN",
} as const;

type Ordered = Extract<Test, { operator: "atLeast" | "atMost" | "moreThan" | "lessThan" | "between" }>;

// "Between" is two filters: HubSpot's own range takes whole numbers only.
function ordered(at: At, test: Ordered): Alternatives {
  if (test.operator !== "between") return [[bound(at, test.operator, test.value)]];
  const nodes = [bound(at, "atLeast", test.low), bound(at, "atMost", test.high)];
  return at.isNegated ? nodes.map((node) => [node]) : [nodes];
}

function bound(at: At, operator: keyof typeof operators, value: Scalar): FilterNode {
  const effective = at.isNegated ? opposites[operator] : operator;
  return compares(at.property, { type: "NUMBER", operator: operators[effective], value }, at.unknown);
}

import type { Duration } from "../../calendar/index.ts";
import type { JsonObject } from "../resource.ts";

/** One filter, or a branch nested in an AND, in HubSpot's grammar for lists and workflows. */
export type FilterNode = JsonObject;

/** Filters that must all hold. */
export function allOf(nodes: readonly FilterNode[]): JsonObject {
  const isBranch = (node: FilterNode): boolean => node["filterBranchType"] !== undefined;
  return {
    filterBranchType: "AND",
    filterBranchOperator: "AND",
    filterBranches: nodes.filter(isBranch),
    filters: nodes.filter((node) => !isBranch(node)),
  };
}

/** The only root that HubSpot accepts: an OR of ANDs without filters of its own. */
export function anyOf(alternatives: readonly (readonly FilterNode[])[]): JsonObject {
  return {
    filterBranchType: "OR",
    filterBranchOperator: "OR",
    filters: [],
    filterBranches: alternatives.map(allOf),
  };
}

const filter = (property: string, operation: JsonObject): FilterNode => ({
  filterType: "PROPERTY",
  property,
  operation,
});

/** How a comparison treats the unknown: `unknown` lets it pass. */
export type Unknown = "fails" | "passes";
const lets = (unknown: Unknown) => ({ includeObjectsWithNoValueSet: unknown === "passes" });

/** A choice among values of an enumeration. */
export const isAnyOf = (property: string, values: readonly string[], unknown: Unknown = "fails"): FilterNode =>
  filter(property, { operationType: "ENUMERATION", operator: "IS_ANY_OF", values, ...lets(unknown) });

/** None of these values of an enumeration, or of those that a reference stands for. */
export const isNoneOf = (property: string, values: readonly string[] | JsonObject, unknown: Unknown): FilterNode =>
  filter(property, { operationType: "ENUMERATION", operator: "IS_NONE_OF", values, ...lets(unknown) });

/** A property that has a value, or none. */
export const isKnown = (property: string): FilterNode =>
  filter(property, { operationType: "ALL_PROPERTY", operator: "IS_KNOWN", includeObjectsWithNoValueSet: false });

/** A property without a value. */
export const isUnknown = (property: string): FilterNode =>
  filter(property, { operationType: "ALL_PROPERTY", operator: "IS_UNKNOWN", includeObjectsWithNoValueSet: false });

/** A comparison by one of HubSpot's operators for the type of the property. */
export function compares(
  property: string,
  test: {
    readonly type: "STRING" | "NUMBER" | "BOOL";
    readonly operator: string;
    readonly value: string | number | boolean;
  },
  unknown: Unknown,
): FilterNode {
  return filter(property, { operationType: test.type, operator: test.operator, value: test.value, ...lets(unknown) });
}

/** A text that somebody wrote; workflows reset it to a dash, since they can't clear a property. */
export const isWritten = (property: string): FilterNode =>
  compares(property, { type: "STRING", operator: "IS_NOT_EQUAL_TO", value: "-" }, "fails");

/** A moment of a filter. */
export type TimePoint = JsonObject;

/** Now. */
export const now = (zoneId: string): TimePoint => ({
  timeType: "INDEXED",
  timezoneSource: "CUSTOM",
  zoneId,
  indexReference: { referenceType: "NOW" },
});

const isNow = ({ indexReference, offset }: TimePoint): boolean =>
  offset === undefined && JSON.stringify(indexReference) === '{"referenceType":"NOW"}';

/** Midnight at the beginning of today, moved by whole days. */
export const todayPlus = (days: number, zoneId: string): TimePoint => ({
  timeType: "INDEXED",
  timezoneSource: "CUSTOM",
  zoneId,
  indexReference: { referenceType: "TODAY" },
  offset: { days },
});

/** A date `2027-01-04`, or a local moment of it: minutes after midnight. */
export function onDate(date: string, zoneId: string, minutes = 0): TimePoint {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const clock = { hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0, millisecond: 0 };
  return { timeType: "DATE", timezoneSource: "CUSTOM", zoneId, year, month, day, ...clock };
}

/** Before or after a moment, itself excluded where nothing else is said. */
export function isBeforeOrAfter(
  property: string,
  test: {
    readonly operator: "IS_BEFORE" | "IS_AFTER";
    readonly timePoint: TimePoint;
    readonly endpointBehavior?: "EXCLUSIVE" | "INCLUSIVE";
  },
  unknown: Unknown,
): FilterNode {
  return filter(property, {
    operationType: "TIME_POINT",
    type: "TIME_POINT",
    propertyParser: "VALUE",
    endpointBehavior: "EXCLUSIVE",
    ...test,
    ...lets(unknown),
  });
}

/** From one moment (included) to another (excluded, unless it is now: what is written this instant counts), or outside them. */
export function isInRange(
  property: string,
  range: { readonly operator: "IS_BETWEEN" | "IS_NOT_BETWEEN"; readonly from: TimePoint; readonly to: TimePoint },
  unknown: Unknown,
): FilterNode {
  return filter(property, {
    operationType: "TIME_RANGED",
    type: "TIME_RANGED",
    operator: range.operator,
    propertyParser: "VALUE",
    lowerBoundTimePoint: range.from,
    lowerBoundEndpointBehavior: "INCLUSIVE",
    upperBoundTimePoint: range.to,
    upperBoundEndpointBehavior: isNow(range.to) ? "INCLUSIVE" : "EXCLUSIVE",
    ...lets(unknown),
  });
}

/** One date property later than another of the same record; false when either is unknown. */
export const isLaterThan = (property: string, other: string): FilterNode =>
  filter(property, {
    operationType: "COMPARATIVE_DATE",
    operator: "IS_AFTER",
    comparisonPropertyName: other,
    includeObjectsWithNoValueSet: false,
  });

/** One date property earlier than another of the same record; false when either is unknown. */
export const isEarlierThan = (property: string, other: string): FilterNode =>
  filter(property, {
    operationType: "COMPARATIVE_DATE",
    operator: "IS_BEFORE",
    comparisonPropertyName: other,
    includeObjectsWithNoValueSet: false,
  });

/** One date property not later than another: earlier, or unknown. */
export const isEarlierOrUnknown = (property: string, other: string): FilterNode =>
  filter(property, {
    operationType: "COMPARATIVE_DATE",
    operator: "IS_BEFORE",
    comparisonPropertyName: other,
    includeObjectsWithNoValueSet: true,
  });

/** Some associated record of a kind passes all filters, or none does. */
export function associated(
  to: { readonly typeId: string; readonly associationTypeId: number },
  operator: "IN_LIST" | "NOT_IN_LIST",
  filters: readonly FilterNode[],
): FilterNode {
  return {
    filterBranchType: "ASSOCIATION",
    filterBranchOperator: "AND",
    objectTypeId: to.typeId,
    operator,
    associationTypeId: to.associationTypeId,
    associationCategory: "HUBSPOT_DEFINED",
    filterBranches: [],
    filters,
  };
}

/** Whole days that always contain a stretch of calendar time, today's morning excluded; undefined for business time. */
export function coveringDays(duration: Duration): number | undefined {
  if (duration.kind === "months") return Math.ceil(duration.amount * 30.5) + 1;
  if (duration.kind !== "calendar") return undefined;
  if (duration.unit === "days") return duration.amount;
  return Math.ceil(duration.amount / (duration.unit === "hours" ? 24 : 1440));
}

/** The number of filters in a branch, nested ones included: HubSpot takes at most 250. */
export function countFilters(branch: JsonObject): number {
  const list = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value : []);
  const nested = list(branch["filterBranches"]).reduce((sum, child) => sum + countFilters(child), 0);
  return list(branch["filters"]).length + nested;
}

import type { JsonObject } from "../../../src/localcrm/json.ts";

/** A property filter. */
export const filter = (property: string, operation: JsonObject): JsonObject => ({
  filterType: "PROPERTY",
  property,
  operation: { includeObjectsWithNoValueSet: false, ...operation },
});

/** The property is one of these options. */
export const isAnyOf = (property: string, ...values: string[]): JsonObject =>
  filter(property, { operationType: "ENUMERATION", operator: "IS_ANY_OF", values });

/** All of these filters, as a whole tree. */
export const allOf = (...filters: JsonObject[]): JsonObject => anyOf(filters);

/** Any of these groups of filters, as a whole tree. */
export const anyOf = (...groups: readonly JsonObject[][]): JsonObject => ({
  filterBranchType: "OR",
  filterBranchOperator: "OR",
  filters: [],
  filterBranches: groups.map((filters) => ({
    filterBranchType: "AND",
    filterBranchOperator: "AND",
    filterBranches: filters.filter((each) => "filterBranchType" in each),
    filters: filters.filter((each) => !("filterBranchType" in each)),
  })),
});

/** Any linked record of a type passes these filters. */
export const linkedTo = (objectTypeId: string, associationTypeId: number, ...filters: JsonObject[]): JsonObject => ({
  filterBranchType: "ASSOCIATION",
  filterBranchOperator: "AND",
  objectTypeId,
  operator: "IN_LIST",
  associationTypeId,
  associationCategory: "HUBSPOT_DEFINED",
  filterBranches: [],
  filters,
});

const known: JsonObject = { operationType: "ALL_PROPERTY", operator: "IS_KNOWN", includeObjectsWithNoValueSet: false };

function changedTo(property: string, values: readonly string[]): JsonObject[] {
  const isValue = { operationType: "ENUMERATION", operator: "IS_ANY_OF", values, includeObjectsWithNoValueSet: false };
  return [
    filter("hs_name", { operationType: "STRING", operator: "IS_EQUAL_TO", value: property }),
    { filterType: "PROPERTY", property: "hs_value", operation: values.length === 0 ? known : isValue },
  ];
}

/** Enrols when a property changes to one of these values, or to any. */
export const onChange = (
  property: string,
  values: readonly string[] = [],
  more: { readonly refinement?: JsonObject; readonly again?: boolean } = {},
): JsonObject => ({
  type: "EVENT_BASED",
  shouldReEnroll: more.again ?? true,
  listMembershipFilterBranches: [],
  eventFilterBranches: [
    {
      filterBranchType: "UNIFIED_EVENTS",
      filterBranchOperator: "AND",
      eventTypeId: "4-655002",
      operator: "HAS_COMPLETED",
      filterBranches: [],
      filters: changedTo(property, values),
    },
  ],
  ...(more.refinement === undefined ? {} : { refinementCriteria: more.refinement }),
});

/** Enrols when a record comes to meet filters, and again when one of `again` changes. */
export const onState = (
  listFilterBranch: JsonObject,
  more: { readonly again?: readonly string[]; readonly leaves?: boolean } = {},
): JsonObject => ({
  type: "LIST_BASED",
  shouldReEnroll: (more.again ?? []).length > 0,
  unEnrollObjectsNotMeetingCriteria: more.leaves ?? false,
  listFilterBranch,
  reEnrollmentTriggersFilterBranches: (more.again ?? []).map((property) => ({
    filterBranchType: "AND",
    filterBranchOperator: "AND",
    filterBranches: [],
    filters: changedTo(property, []),
  })),
});

/** An action without its place in a chain. */
export const action = (actionTypeId: string, fields: JsonObject): JsonObject => ({
  type: "SINGLE_CONNECTION",
  actionTypeId,
  actionTypeVersion: 0,
  fields,
});

export const set = (property_name: string, value: JsonObject): JsonObject => action("0-5", { property_name, value });
export const text = (staticValue: string): JsonObject => ({ type: "STATIC_VALUE", staticValue });
export const now: JsonObject = { type: "TIMESTAMP", timestampType: "EXECUTION_TIME" };
export const delay = (minutes: number): JsonObject => action("0-1", { delta: String(minutes), time_unit: "MINUTES" });
export const until = (propertyName: string, offsetMinutes = 0): JsonObject =>
  action("0-35", {
    date: { type: "OBJECT_PROPERTY", propertyName },
    delta: String(offsetMinutes),
    time_unit: "MINUTES",
  });

/** Actions in a row. */
export function chain(...actions: readonly JsonObject[]): JsonObject[] {
  return actions.map((each, index) => ({
    actionId: String(index + 1),
    ...each,
    ...(index + 1 < actions.length ? { connection: { edgeType: "STANDARD", nextActionId: String(index + 2) } } : {}),
  }));
}

/** A workflow for contacts, switched off. */
export function contactFlow(
  name: string,
  enrollmentCriteria: JsonObject,
  actions: readonly JsonObject[],
  more: JsonObject = {},
): JsonObject {
  return {
    name,
    type: "CONTACT_FLOW",
    flowType: "WORKFLOW",
    objectTypeId: "0-1",
    isEnabled: false,
    startActionId: "1",
    actions,
    enrollmentCriteria,
    timeWindows: [],
    blockedDates: [],
    customProperties: {},
    dataSources: [],
    suppressionListIds: [],
    canEnrollFromSalesforce: false,
    ...more,
  };
}

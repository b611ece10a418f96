/** The operators HubSpot knows for each type of operation. */
export const operatorsOf: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "STRING",
    [
      "IS_EQUAL_TO",
      "IS_NOT_EQUAL_TO",
      "CONTAINS",
      "DOES_NOT_CONTAIN",
      "STARTS_WITH",
      "ENDS_WITH",
      "HAS_EVER_BEEN_EQUAL_TO",
      "HAS_NEVER_BEEN_EQUAL_TO",
      "HAS_EVER_CONTAINED",
      "HAS_NEVER_CONTAINED",
    ],
  ],
  [
    "MULTISTRING",
    [
      "IS_EQUAL_TO",
      "IS_NOT_EQUAL_TO",
      "CONTAINS",
      "CONTAINS_EXACTLY",
      "DOES_NOT_CONTAIN",
      "DOES_NOT_CONTAIN_EXACTLY",
      "STARTS_WITH",
      "ENDS_WITH",
    ],
  ],
  [
    "ENUMERATION",
    [
      "IS_ANY_OF",
      "IS_NONE_OF",
      "IS_EXACTLY",
      "IS_NOT_EXACTLY",
      "CONTAINS_ALL",
      "DOES_NOT_CONTAIN_ALL",
      "HAS_EVER_BEEN_ANY_OF",
      "HAS_NEVER_BEEN_ANY_OF",
      "HAS_EVER_BEEN_EXACTLY",
      "HAS_NEVER_BEEN_EXACTLY",
      "HAS_EVER_CONTAINED_ALL",
      "HAS_NEVER_CONTAINED_ALL",
    ],
  ],
  [
    "NUMBER",
    [
      "IS_EQUAL_TO",
      "IS_NOT_EQUAL_TO",
      "IS_GREATER_THAN",
      "IS_GREATER_THAN_OR_EQUAL_TO",
      "IS_LESS_THAN",
      "IS_LESS_THAN_OR_EQUAL_TO",
      "HAS_EVER_BEEN_EQUAL_TO",
      "HAS_NEVER_BEEN_EQUAL_TO",
    ],
  ],
  ["NUMBER_RANGED", ["IS_BETWEEN", "IS_NOT_BETWEEN"]],
  ["BOOL", ["IS_EQUAL_TO", "IS_NOT_EQUAL_TO", "HAS_EVER_BEEN_EQUAL_TO", "HAS_NEVER_BEEN_EQUAL_TO"]],
  ["ALL_PROPERTY", ["IS_KNOWN", "IS_UNKNOWN"]],
  ["TIME_POINT", ["IS_BEFORE", "IS_AFTER"]],
  ["TIME_RANGED", ["IS_BETWEEN", "IS_NOT_BETWEEN"]],
  ["COMPARATIVE_DATE", ["IS_BEFORE", "IS_AFTER"]],
]);

/** HubSpot's further operation types, which the local CRM does not work out. */
export const unsupportedOperations = new Set([
  "CALENDAR_DATE",
  "ROLLING_DATE_RANGE",
  "ROLLING_PROPERTY_UPDATED",
  "DATE",
  "DATETIME",
  "RANGED_DATE",
  "COMPARATIVE_PROPERTY_UPDATED",
  "COMPARATIVE_STRING",
]);

const byType: ReadonlyMap<string, readonly string[]> = new Map([
  ["string", ["STRING", "MULTISTRING"]],
  ["phone_number", ["STRING", "MULTISTRING"]],
  ["enumeration", ["ENUMERATION"]],
  ["bool", ["BOOL"]],
  ["number", ["NUMBER", "NUMBER_RANGED"]],
  ["date", ["TIME_POINT", "TIME_RANGED", "COMPARATIVE_DATE"]],
  ["datetime", ["TIME_POINT", "TIME_RANGED", "COMPARATIVE_DATE"]],
]);

/** Whether HubSpot takes an operation on a property of a type; it is strict about it. */
export function fitsPropertyType(operationType: string, propertyType: string): boolean {
  return operationType === "ALL_PROPERTY" || (byType.get(propertyType) ?? []).includes(operationType);
}

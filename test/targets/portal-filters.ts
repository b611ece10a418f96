import type { Json } from "../../src/targets/index.ts";

/** A record as HubSpot holds it; a property without a value is absent. */
export type PortalRecord = ReadonlyMap<string, string | number | boolean>;

const key = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === "object" && value !== null ? Object.entries(value).find(([k]) => k === name)?.[1] : undefined;
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Whether a record passes a filter branch, for the operations on values (no dates, no associations). */
export function passesBranch(record: PortalRecord, branch: Json): boolean {
  const parts = [
    ...list(key(branch, "filterBranches")).map((inner) => passesBranch(record, inner)),
    ...list(key(branch, "filters")).map((filter) => passesFilter(record, filter)),
  ];
  return key(branch, "filterBranchType") === "OR" ? parts.some(Boolean) : parts.every(Boolean);
}

function passesFilter(record: PortalRecord, filter: Json): boolean {
  const operation = key(filter, "operation");
  const value = record.get(String(key(filter, "property")));
  const operator = String(key(operation, "operator"));
  if (operator === "IS_KNOWN") return value !== undefined;
  if (operator === "IS_UNKNOWN") return value === undefined;
  if (value === undefined) return key(operation, "includeObjectsWithNoValueSet") === true;
  return compare(operator, value, operation);
}

function compare(operator: string, value: string | number | boolean, operation: Json | undefined): boolean {
  const wanted = key(operation, "value");
  const values = list(key(operation, "values"));
  switch (operator) {
    case "IS_ANY_OF":
      return values.includes(String(value));
    case "IS_NONE_OF":
      return !values.includes(String(value));
    case "IS_EQUAL_TO":
      return value === wanted;
    case "IS_NOT_EQUAL_TO":
      return value !== wanted;
    case "IS_GREATER_THAN":
      return Number(value) > Number(wanted);
    case "IS_GREATER_THAN_OR_EQUAL_TO":
      return Number(value) >= Number(wanted);
    case "IS_LESS_THAN":
      return Number(value) < Number(wanted);
    case "IS_LESS_THAN_OR_EQUAL_TO":
      return Number(value) <= Number(wanted);
    case "CONTAINS":
      return String(value).includes(String(wanted));
    case "DOES_NOT_CONTAIN":
      return !String(value).includes(String(wanted));
    default:
      throw new Error(`an operator this reading does not know: ${operator}`);
  }
}

import type { Json, JsonObject } from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";

/**
 * Filter branches and operations in one spelling, at any depth: the defaults HubSpot fills in are dropped
 * (an operator equal to its branch type, empty lists, `includeObjectsWithNoValueSet: false`), and the values of
 * an operation are a sorted set. Everything else is kept.
 */
export function normaliseBranches(value: Json): Json {
  if (isJsonArray(value)) return value.map(normaliseBranches);
  if (!isJsonObject(value)) return value;
  const whole: JsonObject = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, normaliseBranches(item)]),
  );
  if (whole["filterBranchType"] !== undefined) return normaliseBranch(whole);
  return whole["operationType"] === undefined ? whole : normaliseOperation(whole);
}

function normaliseBranch(branch: JsonObject): JsonObject {
  const entries = Object.entries(branch).filter(([key, item]) => {
    if (key === "filterBranchOperator") return item !== branch["filterBranchType"];
    return !(isJsonArray(item) && item.length === 0 && (key === "filters" || key === "filterBranches"));
  });
  return Object.fromEntries(entries);
}

function normaliseOperation({
  includeObjectsWithNoValueSet: withUnknown,
  values,
  ...operation
}: JsonObject): JsonObject {
  const set = isJsonArray(values) ? { values: [...new Set(values.map(String))].sort() } : {};
  const unknown = withUnknown === true ? { includeObjectsWithNoValueSet: true } : {};
  return { ...operation, ...set, ...unknown };
}

import { asArray, asObject, type JsonObject } from "../json.ts";

function filledFilter(filter: JsonObject): JsonObject {
  const operation = asObject(filter["operation"]);
  return operation === undefined
    ? filter
    : { ...filter, operation: { includeObjectsWithNoValueSet: false, ...operation } };
}

/** A filter branch with what the server adds where the client left it out. */
export function fillBranchDefaults(branch: JsonObject): JsonObject {
  return {
    ...branch,
    filterBranchOperator: branch["filterBranchOperator"] ?? (branch["filterBranchType"] === "OR" ? "OR" : "AND"),
    filterBranches: asArray(branch["filterBranches"]).map((inner) => fillBranchDefaults(asObject(inner) ?? {})),
    filters: asArray(branch["filters"]).map((filter) => filledFilter(asObject(filter) ?? {})),
  };
}

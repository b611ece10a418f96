import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";
import { objectTypeById } from "../portal/object-types.ts";
import type { StoredProperty } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { fitsPropertyType, operatorsOf, unsupportedOperations } from "./operations.ts";
import { checkTimePoint } from "./time-points.ts";

/** What a filter is checked against. */
export interface FilterScope {
  readonly store: Store;
  readonly objectTypeId: string;
}

function enumConversion(message: string): Problem {
  return invalid(message, { subCategory: "ListError.ENUM_CONVERSION" });
}

/** 400 unless an operation's type and operator are ones HubSpot knows and the local CRM works out. */
export function checkOperator(operation: JsonObject): Problem | undefined {
  const type = asString(operation["operationType"]) ?? "";
  const operator = asString(operation["operator"]) ?? "";
  if (unsupportedOperations.has(type)) {
    return invalid(`The local CRM does not work out filters of operationType ${type}; use TIME_POINT or TIME_RANGED.`);
  }
  const operators = operatorsOf.get(type);
  if (operators === undefined) return enumConversion(`Unknown operationType "${type}".`);
  if (operators.includes(operator)) return undefined;
  return enumConversion(`"${operator}" is not an operator of ${type}: [${operators.join(", ")}]`);
}

function checkFit(operation: JsonObject, property: StoredProperty): Problem | undefined {
  const type = asString(operation["operationType"]) ?? "";
  if (fitsPropertyType(type, property.type)) return undefined;
  return invalid(`Operation ${type} cannot be used on property ${property.name} of type ${property.type}.`, {
    subCategory: "ListError.INVALID_OPERATION_FOR_PROPERTY_TYPE",
  });
}

function missing(name: string): Problem {
  return invalid(`Some required fields were not set: [${name}]`);
}

const valueChecks: ReadonlyMap<string, (operation: JsonObject, scope: FilterScope) => Problem | undefined> = new Map([
  ["STRING", (operation) => (typeof operation["value"] === "string" ? undefined : missing("value"))],
  ["NUMBER", (operation) => (Number.isFinite(operation["value"]) ? undefined : missing("value"))],
  ["BOOL", (operation) => (typeof operation["value"] === "boolean" ? undefined : missing("value"))],
  ["MULTISTRING", (operation) => (Array.isArray(operation["values"]) ? undefined : missing("values"))],
  ["ENUMERATION", (operation) => (Array.isArray(operation["values"]) ? undefined : missing("values"))],
  [
    "NUMBER_RANGED",
    (operation) =>
      Number.isFinite(operation["lowerBound"]) && Number.isFinite(operation["upperBound"])
        ? undefined
        : missing("lowerBound, upperBound"),
  ],
  ["TIME_POINT", (operation) => checkTimePoint(operation["timePoint"])],
  [
    "TIME_RANGED",
    (operation) => checkTimePoint(operation["lowerBoundTimePoint"]) ?? checkTimePoint(operation["upperBoundTimePoint"]),
  ],
  [
    "COMPARATIVE_DATE",
    (operation, scope) => {
      const name = asString(operation["comparisonPropertyName"]) ?? "";
      return checkPropertyExists(scope, name)?.problem;
    },
  ],
]);

function checkPropertyExists({ store, objectTypeId }: FilterScope, name: string): { problem: Problem } | undefined {
  const property = store.get("properties", objectTypeId, name);
  if (property !== undefined && !property.archived) return undefined;
  return { problem: invalid(`Property "${name}" does not exist on object type ${objectTypeId}.`) };
}

/** 400 unless a property filter names a live property and an operation that fits it. */
export function checkPropertyFilter(scope: FilterScope, filter: JsonObject): Problem | undefined {
  const name = asString(filter["property"]) ?? "";
  const operation = asObject(filter["operation"]) ?? {};
  const absent = checkPropertyExists(scope, name)?.problem;
  const property = scope.store.get("properties", scope.objectTypeId, name);
  if (absent !== undefined || property === undefined) return absent;
  const type = asString(operation["operationType"]) ?? "";
  return checkOperator(operation) ?? checkFit(operation, property) ?? valueChecks.get(type)?.(operation, scope);
}

function checkFilter(scope: FilterScope, filter: JsonObject): Problem | undefined {
  if (filter["filterType"] === "PROPERTY") return checkPropertyFilter(scope, filter);
  if (filter["filterType"] !== "IN_LIST") {
    return invalid(`The local CRM does not work out filters of type ${JSON.stringify(filter["filterType"] ?? null)}.`);
  }
  const list = scope.store.get("lists", "", String(filter["listId"] ?? ""));
  if (list === undefined || list.deletedAt !== undefined)
    return invalid("An IN_LIST filter names a list that is not there.");
  if (list.processingType !== "DYNAMIC") return undefined;
  return invalid("The local CRM does not work out IN_LIST filters on active lists.");
}

function firstProblem(items: readonly Json[], check: (item: JsonObject) => Problem | undefined): Problem | undefined {
  for (const item of items) {
    const refused = check(asObject(item) ?? {});
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function checkAssociation(scope: FilterScope, branch: JsonObject): Problem | undefined {
  const objectTypeId = asString(branch["objectTypeId"]) ?? "";
  if (objectTypeById(objectTypeId) === undefined) return invalid(`Unable to infer object type from: ${objectTypeId}`);
  if (branch["operator"] !== "IN_LIST" && branch["operator"] !== "NOT_IN_LIST")
    return invalid("An ASSOCIATION branch needs the operator IN_LIST or NOT_IN_LIST.");
  return checkAll({ ...scope, objectTypeId }, branch);
}

/** An AND branch: its filters hold together, and within it branches over associated records. */
function checkAll(scope: FilterScope, branch: JsonObject): Problem | undefined {
  return (
    firstProblem(asArray(branch["filters"]), (filter) => checkFilter(scope, filter)) ??
    firstProblem(asArray(branch["filterBranches"]), (inner) =>
      inner["filterBranchType"] === "ASSOCIATION"
        ? checkAssociation(scope, inner)
        : invalid("An AND branch contains filters and ASSOCIATION branches only."),
    )
  );
}

/** 400 unless a list's filters have the one shape HubSpot takes: OR without filters, over one AND or more. */
export function checkListFilters(scope: FilterScope, root: JsonObject): Problem | undefined {
  const branches = asArray(root["filterBranches"]);
  if (root["filterBranchType"] !== "OR") return invalid("The root filter branch must be of type OR.");
  if (asArray(root["filters"]).length > 0) return invalid("The root OR branch must not have filters of its own.");
  if (branches.length === 0) return invalid("The root OR branch needs at least one AND branch.");
  return firstProblem(branches, (branch) =>
    branch["filterBranchType"] === "AND"
      ? checkAll(scope, branch)
      : invalid("The root's branches must be of type AND."),
  );
}

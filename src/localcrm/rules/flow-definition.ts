import { checkListFilters, checkOperator } from "../filters/check-filters.ts";
import { fitsPropertyType } from "../filters/operations.ts";
import { checkRequired, invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";
import { objectTypeById } from "../portal/object-types.ts";
import { compileFlow } from "../runner/compile-flow.ts";
import type { Store } from "../store/store.ts";
import { checkActions } from "./flow-graph.ts";
import { findPropertyReferences, type PropertyReference } from "./property-references.ts";

const shared = [
  "name",
  "description",
  "uuid",
  "startActionId",
  "type",
  "isEnabled",
  "actions",
  "timeWindows",
  "blockedDates",
  "customProperties",
  "enrollmentCriteria",
  "enrollmentSchedule",
];
const onlyContacts = [
  "suppressionListIds",
  "canEnrollFromSalesforce",
  "goalFilterBranch",
  "eventAnchor",
  "unEnrollmentSetting",
];
const onlyPlatform = ["suppressionFilterBranch"];
/** Set on creation, immutable afterwards. */
const fixed = ["flowType", "objectTypeId", "dataSources"];

function isContactFlow(fields: JsonObject): boolean {
  return fields["type"] === "CONTACT_FLOW";
}

function pick(fields: JsonObject, names: readonly string[]): JsonObject {
  const present = names.filter((name) => fields[name] !== undefined && fields[name] !== null);
  return Object.fromEntries(present.map((name) => [name, fields[name] ?? null]));
}

/** The fields of a body that HubSpot keeps: what only it may set, and what it does not know, is left out. */
function written(fields: JsonObject): JsonObject {
  return pick(fields, [...shared, ...(isContactFlow(fields) ? onlyContacts : onlyPlatform)]);
}

function checkType(fields: JsonObject): Problem | undefined {
  const objectTypeId = asString(fields["objectTypeId"]) ?? "";
  if (fields["type"] !== "CONTACT_FLOW" && fields["type"] !== "PLATFORM_FLOW") {
    return invalid(`Invalid input: unknown type ${JSON.stringify(fields["type"])}.`);
  }
  if (objectTypeById(objectTypeId) === undefined) return invalid(`Unable to infer object type from: ${objectTypeId}`);
  if (isContactFlow(fields) === (objectTypeId === "0-1")) return undefined;
  // HubSpot says this for either mismatch, misleading as it is.
  return invalid(`Expected an object type other than "0-1" objectType but got "${objectTypeId}"`);
}

function checkReference(store: Store, { objectTypeId, name, operation }: PropertyReference): Problem | undefined {
  const property = store.get("properties", objectTypeId, name);
  if (property === undefined || property.archived) {
    return invalid(`Property "${name}" does not exist on object type ${objectTypeId}.`);
  }
  if (operation === undefined) return undefined;
  const type = asString(operation["operationType"]) ?? "";
  const unfit = fitsPropertyType(type, property.type)
    ? undefined
    : invalid(`Operation ${type} cannot be used on property ${name} of type ${property.type}.`);
  return checkOperator(operation) ?? unfit;
}

/** Names in filters on the event "property changed" stand for event properties; references leave those out. */
function checkReferences(store: Store, definition: JsonObject): Problem | undefined {
  const references = findPropertyReferences(definition, asString(definition["objectTypeId"]) ?? "");
  for (const reference of references) {
    const refused = checkReference(store, reference);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function checkShapes(definition: JsonObject): Problem | undefined {
  const { actions, isEnabled, name } = definition;
  if (!Array.isArray(actions)) return invalid("Invalid input: actions must be a list.");
  if (typeof isEnabled !== "boolean") return invalid("Invalid input: isEnabled must be true or false.");
  return name === undefined || typeof name === "string" ? undefined : invalid("Invalid input: name must be a text.");
}

/** The filter trees that decide who enters and which way they take. */
function filterTreesOf(definition: JsonObject): readonly JsonObject[] {
  const criteria = asObject(definition["enrollmentCriteria"]) ?? {};
  const branches = asArray(definition["actions"]).flatMap((action) => asArray(asObject(action)?.["listBranches"]));
  const trees = [
    criteria["listFilterBranch"],
    criteria["refinementCriteria"],
    ...branches.map((branch) => asObject(branch)?.["filterBranch"]),
  ];
  return trees.map(asObject).filter((tree) => tree !== undefined);
}

/** A workflow that the local CRM would run otherwise than HubSpot, or not at all, may be kept, but not switched on. */
function checkRunnable(store: Store, definition: JsonObject): Problem | undefined {
  if (definition["isEnabled"] !== true) return undefined;
  const { obstacles } = compileFlow(definition);
  if (obstacles.length > 0)
    return invalid(`The local CRM cannot run this workflow, so it cannot be switched on: ${obstacles.join(", ")}.`);
  const objectTypeId = asString(definition["objectTypeId"]) ?? "";
  for (const tree of filterTreesOf(definition)) {
    const refused = checkListFilters({ store, objectTypeId }, tree);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

const maxFilters = 250;

/** A trigger on an event counts as one, whatever it asks of the event. */
function countFilters(node: Json | undefined): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, item: Json) => sum + countFilters(item), 0);
  const object = asObject(node);
  if (object === undefined) return 0;
  if (object["filterBranchType"] === "UNIFIED_EVENTS") return 1;
  const inner = Object.values(object).reduce<number>((sum, value) => sum + countFilters(value), 0);
  return inner + (typeof object["filterType"] === "string" ? 1 : 0);
}

function checkLimits(definition: JsonObject): Problem | undefined {
  const count = countFilters(definition);
  if (count <= maxFilters) return undefined;
  return invalid(`A workflow has at most ${maxFilters} filters; this one has ${count}.`);
}

function check(store: Store, definition: JsonObject): Problem | undefined {
  return (
    checkShapes(definition) ??
    checkActions(definition) ??
    checkLimits(definition) ??
    checkReferences(store, definition) ??
    checkRunnable(store, definition)
  );
}

/** The definition a create body gives, with the server's defaults, or HubSpot's 400. */
export function parseNewFlow(store: Store, fields: JsonObject): JsonObject | Problem {
  const refused =
    checkRequired(fields, ["type"]) ??
    checkRequired(fields, ["flowType", "isEnabled", "objectTypeId", "actions"]) ??
    checkType(fields);
  if (refused !== undefined) return refused;
  const definition = {
    timeWindows: [],
    blockedDates: [],
    customProperties: {},
    dataSources: [],
    ...(isContactFlow(fields) ? { suppressionListIds: [], canEnrollFromSalesforce: false } : {}),
    ...written(fields),
    ...pick(fields, fixed),
  };
  return check(store, definition) ?? definition;
}

/** The definition after a PUT: what the body leaves out is gone, what is fixed stays. */
export function parseFlowReplacement(store: Store, before: JsonObject, fields: JsonObject): JsonObject | Problem {
  const contactFields = isContactFlow(before) ? ["suppressionListIds", "canEnrollFromSalesforce"] : [];
  const required = [
    "type",
    "isEnabled",
    "actions",
    "timeWindows",
    "blockedDates",
    "customProperties",
    ...contactFields,
  ];
  const refused = checkRequired(fields, ["type"]) ?? checkRequired(fields, required);
  if (refused !== undefined) return refused;
  if (fields["type"] !== before["type"]) return invalid("The type of a flow cannot be changed.");
  const definition = { ...written(fields), ...pick(before, fixed) };
  return check(store, definition) ?? definition;
}

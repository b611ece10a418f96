import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";

/** A place in a filter or workflow that names a property. */
export interface PropertyReference {
  readonly objectTypeId: string;
  readonly name: string;
  /** The filter's operation, when a filter names it. */
  readonly operation?: JsonObject;
}

const namingKeys = [
  "property_name",
  "propertyName",
  "targetProperty",
  "target_property",
  "comparisonPropertyName",
  "dateProperty",
];

/** Filters on an event name the changed property in the value of hs_name and its new value in hs_value. */
function filterReferences(filter: JsonObject, name: string, objectTypeId: string): readonly PropertyReference[] {
  const operation = asObject(filter["operation"]) ?? {};
  if (name === "hs_value") return [];
  if (name !== "hs_name") return [{ objectTypeId, name, operation }];
  const values = [operation["value"], ...asArray(operation["values"])];
  return values.flatMap((value) => (typeof value === "string" ? [{ objectTypeId, name: value }] : []));
}

/** The record type a part of the tree is about: branches over associations and record creation switch it. */
function typeWithin(node: JsonObject, objectTypeId: string): string {
  const isAssociation = node["filterBranchType"] === "ASSOCIATION";
  return (isAssociation ? asString(node["objectTypeId"]) : asString(node["object_type_id"])) ?? objectTypeId;
}

/** Names that an object gives directly: filters name one property, actions and values another. */
function namesOf(object: JsonObject, type: string): readonly PropertyReference[] {
  const filtered = asString(object["property"]);
  if (filtered !== undefined) return filterReferences(object, filtered, type);
  // A write to an associated record names a property of that record's type, which the action does not say.
  if (object["association"] !== undefined) return [];
  return namingKeys.flatMap((key) => {
    const name = asString(object[key]);
    return name === undefined ? [] : [{ objectTypeId: type, name }];
  });
}

/** Filters on an event are about the event, except for the one that names the property that changed. */
function eventReferences(branch: JsonObject, objectTypeId: string): readonly PropertyReference[] {
  const filters = asArray(branch["filters"]).map((filter) => asObject(filter) ?? {});
  return filters
    .filter((filter) => filter["property"] === "hs_name")
    .flatMap((filter) => filterReferences(filter, "hs_name", objectTypeId));
}

/** A value that is copied comes from the enrolled record, also where another record is created with it. */
function isCopied(object: JsonObject): boolean {
  return object["type"] === "OBJECT_PROPERTY";
}

function referencesIn(
  node: Json | undefined,
  objectTypeId: string,
  enrolledTypeId: string,
): readonly PropertyReference[] {
  if (Array.isArray(node)) return node.flatMap((item: Json) => referencesIn(item, objectTypeId, enrolledTypeId));
  const object = asObject(node);
  if (object === undefined) return [];
  if (object["filterBranchType"] === "UNIFIED_EVENTS") return eventReferences(object, objectTypeId);
  const type = isCopied(object) ? enrolledTypeId : typeWithin(object, objectTypeId);
  const nested = Object.values(object).flatMap((value) => referencesIn(value, type, enrolledTypeId));
  return [...namesOf(object, type), ...nested];
}

/** Every property named in a filter branch or workflow definition, read as being about an object type. */
export function findPropertyReferences(node: Json | undefined, objectTypeId: string): readonly PropertyReference[] {
  return referencesIn(node, objectTypeId, objectTypeId);
}

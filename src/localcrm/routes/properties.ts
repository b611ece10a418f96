import type { Call, Route } from "../http/call.ts";
import { batchError, invalid, notFound, tooManyInputs } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, asObject, asString, type Json } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { changeProperty, parseNewProperty, type Writing } from "../rules/property-changes.ts";
import { checkNotInUse } from "../rules/property-usage.ts";
import type { StoredProperty } from "../store/documents.ts";
import { batchReply } from "./batch.ts";
import { withType } from "./with-type.ts";

/** A property as HubSpot sends it. */
export function shownProperty({ objectTypeId: _, ...property }: StoredProperty): object {
  return property;
}

function missing(type: ObjectType, name: string): Problem {
  return notFound(`Property '${name}' does not exist on objectType ${type.singular.toUpperCase()}`);
}

function writingOf({ store, timestamp }: Call, type: ObjectType): Writing {
  return { store, timestamp, objectTypeId: type.id };
}

function isVisible({ query }: Call, property: StoredProperty): boolean {
  const wantsArchived = query.get("archived") === "true";
  const sensitivity = query.get("dataSensitivity") ?? "non_sensitive";
  return property.archived === wantsArchived && property.dataSensitivity === sensitivity;
}

function list(call: Call, type: ObjectType): Reply {
  const properties = call.store.list("properties", type.id).filter((property) => isVisible(call, property));
  return ok({ results: properties.map(shownProperty) });
}

function read(call: Call, type: ObjectType): Reply {
  const name = call.param("propertyName");
  const property = call.store.get("properties", type.id, name);
  if (property === undefined || !isVisible(call, property)) return missing(type, name);
  return ok(shownProperty(property));
}

function create(call: Call, type: ObjectType): Reply {
  const property = parseNewProperty(writingOf(call, type), call.fields);
  if (isProblem(property)) return property;
  call.store.put("properties", type.id, property.name, property);
  return ok(shownProperty(property), 201);
}

function findLive({ store }: Call, type: ObjectType, name: string): StoredProperty | Problem {
  const property = store.get("properties", type.id, name);
  return property === undefined || property.archived ? missing(type, name) : property;
}

function update(call: Call, type: ObjectType): Reply {
  const property = findLive(call, type, call.param("propertyName"));
  if (isProblem(property)) return property;
  const changed = changeProperty(writingOf(call, type), property, call.fields);
  if (isProblem(changed)) return changed;
  call.store.put("properties", type.id, changed.name, changed);
  return ok(shownProperty(changed));
}

function archiveProperty({ store, timestamp }: Call, property: StoredProperty): Problem | undefined {
  if (!property.modificationMetadata.archivable) {
    return invalid(`Property ${property.name} is defined by HubSpot and cannot be deleted.`, {
      subCategory: "PropertyValidationError.CANNOT_DELETE_HUBSPOT_DEFINED_PROPERTY",
    });
  }
  const used = checkNotInUse(store, property);
  if (used !== undefined) return used;
  const archived = { ...property, archived: true, archivedAt: timestamp, updatedAt: timestamp };
  store.put("properties", property.objectTypeId, property.name, archived);
  return undefined;
}

function archive(call: Call, type: ObjectType): Reply {
  const property = findLive(call, type, call.param("propertyName"));
  if (isProblem(property)) return property;
  return archiveProperty(call, property) ?? noContent;
}

function namesOf(inputs: readonly Json[]): readonly string[] {
  return inputs.map((input) => asString(asObject(input)?.["name"]) ?? "");
}

/** Each input stands for itself: what can be created is, the others are listed as errors with 207. */
function batchCreate(call: Call, type: ObjectType): Reply {
  const inputs = asArray(call.fields["inputs"]);
  const tooMany = tooManyInputs(inputs);
  if (tooMany !== undefined) return tooMany;
  const outcomes = inputs.map((input) => {
    const fields = asObject(input) ?? {};
    const property = parseNewProperty(writingOf(call, type), fields);
    if (isProblem(property)) return batchError(property, { name: namesOf([input]) });
    call.store.put("properties", type.id, property.name, property);
    return property;
  });
  const created = outcomes.filter((outcome) => "objectTypeId" in outcome) as readonly StoredProperty[]; // errors lack it
  const errors = outcomes.filter((outcome) => !("objectTypeId" in outcome));
  return batchReply(call, { status: 201, results: created.map(shownProperty), errors });
}

function batchRead(call: Call, type: ObjectType): Reply {
  const inputs = asArray(call.fields["inputs"]);
  const tooMany = tooManyInputs(inputs);
  if (tooMany !== undefined) return tooMany;
  const wantsArchived = call.fields["archived"] === true;
  const found = namesOf(inputs).map((name) => ({ name, property: call.store.get("properties", type.id, name) }));
  const results = found.flatMap(({ property }) =>
    property?.archived === wantsArchived ? [shownProperty(property)] : [],
  );
  const absent = found.filter(({ property }) => property?.archived !== wantsArchived);
  const errors = absent.map(({ name }) => batchError(missing(type, name), { name: [name] }));
  return batchReply(call, { status: 200, results, errors });
}

/** 204 whatever the state of the properties named; what is in use or HubSpot's stays. */
function batchArchive(call: Call, type: ObjectType): Reply {
  const inputs = asArray(call.fields["inputs"]);
  const tooMany = tooManyInputs(inputs);
  if (tooMany !== undefined) return tooMany;
  for (const name of namesOf(inputs)) {
    const property = findLive(call, type, name);
    if (!isProblem(property)) archiveProperty(call, property);
  }
  return noContent;
}

/** Properties. */
export const propertyRoutes: readonly Route[] = [
  { method: "POST", path: "/{objectType}/batch/create", handler: withType(batchCreate) },
  { method: "POST", path: "/{objectType}/batch/read", handler: withType(batchRead) },
  { method: "POST", path: "/{objectType}/batch/archive", handler: withType(batchArchive) },
  { method: "GET", path: "/{objectType}", handler: withType(list) },
  { method: "POST", path: "/{objectType}", handler: withType(create) },
  { method: "GET", path: "/{objectType}/{propertyName}", handler: withType(read) },
  { method: "PATCH", path: "/{objectType}/{propertyName}", handler: withType(update) },
  { method: "DELETE", path: "/{objectType}/{propertyName}", handler: withType(archive) },
];

import type { Call, Route } from "../http/call.ts";
import { checkRequired, invalid, notFound, problem } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asString, defined, type Json } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { checkName } from "../rules/property-definition.ts";
import type { StoredGroup } from "../store/documents.ts";
import { withType } from "./with-type.ts";

/** A position that was asked for, or the first after all others. */
function positionOf({ store }: Call, type: ObjectType, asked: Json | undefined): number {
  if (typeof asked === "number" && asked >= 0) return asked;
  return Math.max(-1, ...store.list("groups", type.id).map((group) => group.displayOrder)) + 1;
}

function find({ store, param }: Call, type: ObjectType): StoredGroup | Problem {
  const name = param("groupName");
  return store.get("groups", type.id, name) ?? notFound(`Property group '${name}' does not exist`);
}

function list({ store }: Call, type: ObjectType): Reply {
  return ok({ results: store.list("groups", type.id) });
}

function read(call: Call, type: ObjectType): Reply {
  const group = find(call, type);
  return isProblem(group) ? group : ok(group);
}

function create(call: Call, type: ObjectType): Reply {
  const { store, fields } = call;
  const name = asString(fields["name"]) ?? "";
  const refused = checkRequired(fields, ["name", "label"]) ?? checkName(name);
  if (refused !== undefined) return refused;
  if (store.get("groups", type.id, name) !== undefined) {
    return problem(409, `A property group named '${name}' already exists.`, {
      category: "OBJECT_ALREADY_EXISTS",
      subCategory: "PropertyGroupError.GROUP_WITH_NAME_EXISTS",
    });
  }
  const displayOrder = positionOf(call, type, fields["displayOrder"]);
  const group = { name, label: asString(fields["label"]) ?? name, displayOrder, archived: false };
  store.put("groups", type.id, name, group);
  return ok(group, 201);
}

function update(call: Call, type: ObjectType): Reply {
  const group = find(call, type);
  if (isProblem(group)) return group;
  const asked = call.fields["displayOrder"];
  const displayOrder = typeof asked === "number" ? positionOf(call, type, asked) : group.displayOrder;
  const changed = { ...group, ...defined({ label: asString(call.fields["label"]) }), displayOrder };
  call.store.put("groups", type.id, group.name, changed);
  return ok(changed);
}

function archive(call: Call, type: ObjectType): Reply {
  const group = find(call, type);
  if (isProblem(group)) return group;
  const properties = call.store.list("properties", type.id).filter((property) => !property.archived);
  if (properties.some((property) => property.groupName === group.name)) {
    const words = JSON.stringify({ message: "Can't delete or purge a group with active properties" });
    return invalid(words, { subCategory: "PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES" });
  }
  call.store.remove("groups", type.id, group.name);
  return noContent;
}

/** Property groups; they come before the property routes, whose {propertyName} would match "groups". */
export const propertyGroupRoutes: readonly Route[] = [
  { method: "GET", path: "/{objectType}/groups", handler: withType(list) },
  { method: "POST", path: "/{objectType}/groups", handler: withType(create) },
  { method: "GET", path: "/{objectType}/groups/{groupName}", handler: withType(read) },
  { method: "PATCH", path: "/{objectType}/groups/{groupName}", handler: withType(update) },
  { method: "DELETE", path: "/{objectType}/groups/{groupName}", handler: withType(archive) },
];

import { checkListFilters } from "../filters/check-filters.ts";
import { fillBranchDefaults } from "../filters/fill-defaults.ts";
import { findMatching } from "../filters/find-members.ts";
import type { Call, Route } from "../http/call.ts";
import { checkRequired, invalid, notFound } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asObject, asString, defined, type JsonObject } from "../json.ts";
import { objectTypeById } from "../portal/object-types.ts";
import { namesIn } from "../rules/record-view.ts";
import type { StoredList } from "../store/documents.ts";

const processingTypes = ["MANUAL", "DYNAMIC", "SNAPSHOT"];

/** A list as it is sent; its filters only when asked for. */
function shown(list: StoredList, isWithFilters: "with filters" | "without filters", status = "COMPLETE"): object {
  const { members: _, folderId: __, conversion: ___, filterBranch, ...rest } = list;
  const filters = isWithFilters === "with filters" && filterBranch !== undefined ? { filterBranch } : {};
  return { ...rest, processingStatus: status, ...filters };
}

function askedFilters({ query }: Call): "with filters" | "without filters" {
  return query.get("includeFilters") === "true" ? "with filters" : "without filters";
}

/** The list of the path that is not deleted. */
export function findLiveList({ store, param }: Call): StoredList | Problem {
  const list = store.get("lists", "", param("listId"));
  return list === undefined || list.deletedAt !== undefined ? unknownList(param("listId")) : list;
}

function unknownList(id: string): Problem {
  return notFound(`List does not exist with ID ${id}.`);
}

function checkName({ store }: Call, name: string, listId?: string): Problem | undefined {
  if (name.trim() === "") return invalid("Some required fields were not set: [name]");
  const live = store.list("lists", "").filter((list) => list.deletedAt === undefined && list.listId !== listId);
  if (live.every((list) => list.name !== name)) return undefined;
  return invalid(`A list with the name "${name}" already exists.`, { subCategory: "ILS.DUPLICATE_LIST_NAMES" });
}

function parseFilters({ store }: Call, objectTypeId: string, branch: JsonObject | undefined): JsonObject | Problem {
  if (branch === undefined) return invalid("Some required fields were not set: [filterBranch]");
  const filled = fillBranchDefaults(branch);
  return checkListFilters({ store, objectTypeId }, filled) ?? filled;
}

function parseList(call: Call): StoredList | Problem {
  const { fields, store, timestamp } = call;
  const refused = checkRequired(fields, ["name", "objectTypeId", "processingType"]);
  if (refused !== undefined) return refused;
  const name = asString(fields["name"]) ?? "";
  const objectTypeId = asString(fields["objectTypeId"]) ?? "";
  const processingType = asString(fields["processingType"]) ?? "";
  if (objectTypeById(objectTypeId) === undefined) return invalid(`Unable to infer object type from: ${objectTypeId}`);
  if (!processingTypes.includes(processingType)) {
    return invalid(`Unknown processingType "${processingType}".`, { subCategory: "ListError.ENUM_CONVERSION" });
  }
  const twin = checkName(call, name);
  if (twin !== undefined) return twin;
  const given = asObject(fields["filterBranch"]);
  if (processingType === "MANUAL" && given !== undefined) return invalid("A MANUAL list has no filters.");
  const filterBranch = processingType === "MANUAL" ? {} : parseFilters(call, objectTypeId, given);
  if (isProblem(filterBranch)) return filterBranch;
  return {
    listId: store.nextId("lists", 0),
    listVersion: 1,
    name,
    objectTypeId,
    processingType,
    ...(processingType === "MANUAL" ? {} : { filterBranch }),
    ...defined({
      membershipSettings: asObject(fields["membershipSettings"]),
      listPermissions: asObject(fields["listPermissions"]),
      folderId: asString(fields["listFolderId"]),
    }),
    members: {},
    createdAt: timestamp,
    updatedAt: timestamp,
    filtersUpdatedAt: timestamp,
  };
}

/** A SNAPSHOT list keeps the records that its filters select when it is made. */
function snapshotMembers({ store, now, timestamp }: Call, list: StoredList): StoredList["members"] {
  const records = findMatching({ store, now }, list.objectTypeId, list.filterBranch ?? {});
  return Object.fromEntries(records.map((record) => [record.id, timestamp]));
}

function create(call: Call): Reply {
  const list = parseList(call);
  if (isProblem(list)) return list;
  const members = list.processingType === "SNAPSHOT" ? snapshotMembers(call, list) : {};
  const kept = { ...list, members };
  call.store.put("lists", "", list.listId, kept);
  return ok({ list: shown(kept, "with filters", list.processingType === "DYNAMIC" ? "PROCESSING" : "COMPLETE") });
}

/** A deleted list is still found by its id, with `deletedAt`. */
function read(call: Call): Reply {
  const list = call.store.get("lists", "", call.param("listId"));
  return list === undefined ? unknownList(call.param("listId")) : ok({ list: shown(list, askedFilters(call)) });
}

function readMany(call: Call): Reply {
  const lists = namesIn(call.query, "listIds").flatMap((id) => {
    const list = call.store.get("lists", "", id);
    return list === undefined ? [] : [shown(list, askedFilters(call))];
  });
  return ok({ lists });
}

function readByName(call: Call): Reply {
  const [objectTypeId, name] = [call.param("objectTypeId"), call.param("listName")];
  const live = call.store.list("lists", "").filter((list) => list.deletedAt === undefined);
  const list = live.find((each) => each.objectTypeId === objectTypeId && each.name === name);
  return list === undefined
    ? notFound(`List does not exist with name ${name}.`)
    : ok({ list: shown(list, askedFilters(call)) });
}

function changed(call: Call, list: StoredList, changes: Partial<StoredList>): StoredList {
  const next = { ...list, ...changes, listVersion: list.listVersion + 1, updatedAt: call.timestamp };
  call.store.put("lists", "", list.listId, next);
  return next;
}

function updateFilters(call: Call): Reply {
  const list = findLiveList(call);
  if (isProblem(list)) return list;
  if (list.processingType !== "DYNAMIC") return invalid("Only the filters of a DYNAMIC list can be updated.");
  const filterBranch = parseFilters(call, list.objectTypeId, asObject(call.fields["filterBranch"]));
  if (isProblem(filterBranch)) return filterBranch;
  const next = changed(call, list, { filterBranch, filtersUpdatedAt: call.timestamp });
  return ok({ updatedList: shown(next, "with filters", "PROCESSING") });
}

function rename(call: Call): Reply {
  const list = findLiveList(call);
  if (isProblem(list)) return list;
  const name = call.query.get("listName") ?? "";
  const refused = checkName(call, name, list.listId);
  if (refused !== undefined) return refused;
  return ok({ updatedList: shown(changed(call, list, { name }), askedFilters(call)) });
}

function remove(call: Call): Reply {
  const list = findLiveList(call);
  if (isProblem(list)) return list;
  call.store.put("lists", "", list.listId, { ...list, deletedAt: call.timestamp });
  return noContent;
}

function restore(call: Call): Reply {
  const list = call.store.get("lists", "", call.param("listId"));
  if (list === undefined) return unknownList(call.param("listId"));
  const refused = checkName(call, list.name, list.listId);
  if (refused !== undefined) return refused;
  const { deletedAt: _, ...live } = list;
  call.store.put("lists", "", list.listId, live);
  return noContent;
}

/** Lists, one at a time. */
export const listRoutes: readonly Route[] = [
  { method: "GET", path: "/", handler: readMany },
  { method: "POST", path: "/", handler: create },
  { method: "GET", path: "/object-type-id/{objectTypeId}/name/{listName}", handler: readByName },
  { method: "GET", path: "/{listId}", handler: read },
  { method: "DELETE", path: "/{listId}", handler: remove },
  { method: "PUT", path: "/{listId}/restore", handler: restore },
  { method: "PUT", path: "/{listId}/update-list-filters", handler: updateFilters },
  { method: "PUT", path: "/{listId}/update-list-name", handler: rename },
];

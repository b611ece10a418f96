import { findMembers } from "../filters/find-members.ts";
import type { Call, Route } from "../http/call.ts";
import { invalid } from "../http/problems.ts";
import { isProblem, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray } from "../json.ts";
import type { StoredList } from "../store/documents.ts";
import { findLiveList } from "./lists.ts";
import { pageOf } from "./paging.ts";

function list(call: Call): Reply {
  const found = findLiveList(call);
  if (isProblem(found)) return found;
  const members = findMembers({ store: call.store, now: call.now }, found);
  const page = pageOf(call, members, { defaultLimit: 100, maxLimit: 250 });
  return "isProblem" in page ? page : ok({ ...page, total: members.length });
}

function findManual(call: Call): StoredList | Problem {
  const found = findLiveList(call);
  if (isProblem(found)) return found;
  return found.processingType === "DYNAMIC" ? invalid("The members of a DYNAMIC list follow from its filters.") : found;
}

function keepMembers({ store }: Call, found: StoredList, members: StoredList["members"]): void {
  store.put("lists", "", found.listId, { ...found, members });
}

function add(call: Call): Reply {
  const found = findManual(call);
  if (isProblem(found)) return found;
  const asked = asArray(call.body).map(String);
  const isLive = (id: string) => call.store.get("records", found.objectTypeId, id)?.archived === false;
  const added = asked.filter((id) => isLive(id) && !Object.hasOwn(found.members, id));
  const joined = Object.fromEntries(added.map((id) => [id, call.timestamp]));
  keepMembers(call, found, { ...found.members, ...joined });
  const missing = asked.filter((id) => !isLive(id));
  return ok({ recordsIdsAdded: added, recordIdsRemoved: [], recordIdsMissing: missing });
}

function remove(call: Call): Reply {
  const found = findManual(call);
  if (isProblem(found)) return found;
  const asked = new Set(asArray(call.body).map(String));
  const kept = Object.entries(found.members).filter(([id]) => !asked.has(id));
  const removed = [...asked].filter((id) => Object.hasOwn(found.members, id));
  keepMembers(call, found, Object.fromEntries(kept));
  const missing = [...asked].filter((id) => !Object.hasOwn(found.members, id));
  return ok({ recordsIdsAdded: [], recordIdsRemoved: removed, recordIdsMissing: missing });
}

/** Who is on a list. */
export const membershipRoutes: readonly Route[] = [
  { method: "GET", path: "/{listId}/memberships", handler: list },
  { method: "GET", path: "/{listId}/memberships/join-order", handler: list },
  { method: "PUT", path: "/{listId}/memberships/add", handler: add },
  { method: "PUT", path: "/{listId}/memberships/remove", handler: remove },
];

import { findMembers } from "../filters/find-members.ts";
import type { Call, Route } from "../http/call.ts";
import { invalid, notFound } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, type Json } from "../json.ts";
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

/** Which records are to join and to leave. */
interface Change {
  readonly joining: readonly string[];
  readonly leaving: readonly string[];
}

/** Adds and removes what can be; the others are told as missing. */
function change(call: Call, found: StoredList, { joining, leaving }: Change): Reply {
  const isLive = (id: string) => call.store.get("records", found.objectTypeId, id)?.archived === false;
  const isMember = (id: string) => Object.hasOwn(found.members, id);
  const added = [...new Set(joining)].filter((id) => isLive(id) && !isMember(id));
  const removed = [...new Set(leaving)].filter(isMember);
  const kept = Object.entries(found.members).filter(([id]) => !removed.includes(id));
  const members = Object.fromEntries([...kept, ...added.map((id) => [id, call.timestamp] as const)]);
  call.store.put("lists", "", found.listId, { ...found, members });
  const missing = [...joining.filter((id) => !isLive(id)), ...leaving.filter((id) => !isMember(id))];
  return ok({ recordsIdsAdded: added, recordIdsRemoved: removed, recordIdsMissing: missing });
}

const idsOf = (value: Json | undefined): readonly string[] => asArray(value).map(String);

function changeBy(asked: (call: Call) => Change): (call: Call) => Reply {
  return (call) => {
    const found = findManual(call);
    return isProblem(found) ? found : change(call, found, asked(call));
  };
}

function clear(call: Call): Reply {
  const found = findManual(call);
  if (isProblem(found)) return found;
  change(call, found, { joining: [], leaving: Object.keys(found.members) });
  return noContent;
}

function addFrom(call: Call): Reply {
  const found = findManual(call);
  if (isProblem(found)) return found;
  const source = call.store.get("lists", "", call.param("sourceListId"));
  if (source === undefined || source.deletedAt !== undefined)
    return notFound(`List does not exist with ID ${call.param("sourceListId")}.`);
  if (source.objectTypeId !== found.objectTypeId) return invalid("Both lists must be of the same object type.");
  const joining = findMembers({ store: call.store, now: call.now }, source).map(({ recordId }) => recordId);
  change(call, found, { joining, leaving: [] });
  return noContent;
}

const base = "/{listId}/memberships";

/** Who is on a list. */
export const membershipRoutes: readonly Route[] = [
  { method: "GET", path: base, handler: list },
  { method: "DELETE", path: base, handler: clear },
  { method: "GET", path: `${base}/join-order`, handler: list },
  { method: "PUT", path: `${base}/add`, handler: changeBy(({ body }) => ({ joining: idsOf(body), leaving: [] })) },
  { method: "PUT", path: `${base}/remove`, handler: changeBy(({ body }) => ({ joining: [], leaving: idsOf(body) })) },
  {
    method: "PUT",
    path: `${base}/add-and-remove`,
    handler: changeBy(({ fields }) => ({
      joining: idsOf(fields["recordIdsToAdd"]),
      leaving: idsOf(fields["recordIdsToRemove"]),
    })),
  },
  { method: "PUT", path: `${base}/add-from/{sourceListId}`, handler: addFrom },
];

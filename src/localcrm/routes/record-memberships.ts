import { findMembers } from "../filters/find-members.ts";
import type { Call, Route } from "../http/call.ts";
import { batchError, invalid, notFound, tooManyInputs } from "../http/problems.ts";
import { isProblem, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, asObject } from "../json.ts";
import { inferObjectType } from "../portal/object-types.ts";
import { batchReply } from "./batch.ts";

/** The lists that a live record is on. */
function membershipsOf(call: Call, objectTypeId: string, recordId: string): readonly object[] | Problem {
  const { store, now } = call;
  if (store.get("records", objectTypeId, recordId)?.archived !== false) return notFound();
  const lists = store
    .list("lists", "")
    .filter((list) => list.deletedAt === undefined && list.objectTypeId === objectTypeId);
  return lists.flatMap((list) => {
    const member = findMembers({ store, now }, list).find((each) => each.recordId === recordId);
    if (member === undefined) return [];
    const at = member.membershipTimestamp;
    const { listId, listVersion } = list;
    return [{ listId, listVersion, firstAddedTimestamp: at, lastAddedTimestamp: at, isPublicList: true }];
  });
}

function read(call: Call): Reply {
  const type = inferObjectType(call.param("objectTypeId"));
  if (isProblem(type)) return type;
  const results = membershipsOf(call, type.id, call.param("recordId"));
  return isProblem(results) ? results : ok({ results, total: results.length });
}

function batchRead(call: Call): Reply {
  const inputs = asArray(call.fields["inputs"]).map((input) => asObject(input) ?? {});
  const tooMany = tooManyInputs(inputs);
  if (tooMany !== undefined) return tooMany;
  const results: object[] = [];
  const errors: object[] = [];
  for (const { objectTypeId, recordId } of inputs) {
    if (typeof objectTypeId !== "string" || typeof recordId !== "string")
      return invalid("Some required fields were not set: [objectTypeId, recordId]");
    const memberships = membershipsOf(call, objectTypeId, recordId);
    if (isProblem(memberships)) errors.push(batchError(memberships, { recordId: [recordId] }));
    else results.push({ objectTypeId, recordId, recordListMemberships: memberships });
  }
  return batchReply(call, { status: 200, results, errors });
}

/** Lists of the older API have the ids of the new one here: no portal was there before it. */
function mapOne({ store, query }: Call): Reply {
  const id = query.get("legacyListId") ?? "";
  return store.get("lists", "", id) === undefined
    ? notFound(`List does not exist with legacy ID ${id}.`)
    : ok({ legacyListId: id, listId: id });
}

function mapMany({ store, body }: Call): Reply {
  const ids = asArray(body).map(String);
  const isKnown = (id: string) => store.get("lists", "", id) !== undefined;
  const mapping = ids.filter(isKnown).map((id) => ({ legacyListId: id, listId: id }));
  return ok({ legacyListIdsToIdsMapping: mapping, missingLegacyListIds: ids.filter((id) => !isKnown(id)) });
}

/** The lists of a record; they come before the list routes, whose {listId} would match "records". */
export const recordMembershipRoutes: readonly Route[] = [
  { method: "POST", path: "/records/memberships/batch/read", handler: batchRead },
  { method: "GET", path: "/records/{objectTypeId}/{recordId}/memberships", handler: read },
  { method: "GET", path: "/idmapping", handler: mapOne },
  { method: "POST", path: "/idmapping", handler: mapMany },
];

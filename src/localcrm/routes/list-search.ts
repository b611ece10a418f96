import { findMembers } from "../filters/find-members.ts";
import type { Call, Route } from "../http/call.ts";
import { checkRequired, invalid } from "../http/problems.ts";
import { ok, type Reply } from "../http/reply.ts";
import { asArray, asString, asStrings, type JsonObject } from "../json.ts";
import type { StoredList } from "../store/documents.ts";

const defaultExtras = ["hs_list_size", "hs_last_record_added_at", "hs_list_reference_count"];

/** Extra properties of a list; the size is worked out anew each time. */
function extras({ store, now }: Call, list: StoredList, names: readonly string[]): object {
  const needsMembers = names.includes("hs_list_size") || names.includes("hs_last_record_added_at");
  const members = needsMembers ? findMembers({ store, now }, list) : [];
  const joined = members.map((member) => member.membershipTimestamp).sort();
  const known = new Map([
    ["hs_list_size", String(members.length)],
    ["hs_last_record_added_at", String(Date.parse(joined.at(-1) ?? "") || 0)],
    ["hs_list_reference_count", "0"],
  ]);
  return Object.fromEntries(names.flatMap((name) => (known.has(name) ? [[name, known.get(name)]] : [])));
}

function isAsked(fields: JsonObject, list: StoredList): boolean {
  const query = (asString(fields["query"]) ?? "").toLowerCase();
  const ids = asArray(fields["listIds"]).map(String);
  const types = asStrings(fields["processingTypes"]);
  const objectTypeId = asString(fields["objectTypeId"]) ?? list.objectTypeId;
  return (
    list.deletedAt === undefined &&
    list.name.toLowerCase().includes(query) &&
    (ids.length === 0 || ids.includes(list.listId)) &&
    (types.length === 0 || types.includes(list.processingType)) &&
    list.objectTypeId === objectTypeId
  );
}

/** A list as a search shows it: without what is read apart. */
function plain(list: StoredList): object {
  const hidden = ["members", "filterBranch", "membershipSettings", "listPermissions", "folderId", "conversion"];
  return Object.fromEntries(Object.entries(list).filter(([name]) => !hidden.includes(name)));
}

function search(call: Call): Reply {
  const { fields, store } = call;
  const more = call.isDated ? ["listIds", "processingTypes", "additionalProperties"] : [];
  const refused = checkRequired(fields, ["offset", ...more]);
  if (refused !== undefined) return refused;
  const count = fields["count"] === undefined ? 20 : Number(fields["count"]);
  const offset = Number(fields["offset"]);
  if (!Number.isInteger(count) || count < 0 || count > 500) return invalid("count must be between 0 and 500.");
  if (!Number.isInteger(offset) || offset < 0) return invalid("offset must be a whole number.");
  const found = store.list("lists", "").filter((list) => isAsked(fields, list));
  const names = [...new Set([...defaultExtras, ...asStrings(fields["additionalProperties"])])];
  const lists = found.slice(offset, offset + count).map((list) => {
    return { ...plain(list), processingStatus: "COMPLETE", additionalProperties: extras(call, list, names) };
  });
  const end = offset + lists.length;
  return ok({ lists, offset: end, hasMore: end < found.length, total: found.length });
}

/** Search over lists; comes before the list routes. */
export const listSearchRoutes: readonly Route[] = [{ method: "POST", path: "/search", handler: search }];

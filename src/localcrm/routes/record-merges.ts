import type { Call, Route } from "../http/call.ts";
import { checkRequired, invalid, notFound, problem } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asString, own } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { allLinks, associate, dissociate, linkTypes } from "../rules/association-links.ts";
import { viewWritten } from "../rules/record-view.ts";
import { archiveRecord, findRecord, historyPart, stampRecord } from "../rules/record-writes.ts";
import type { StoredRecord } from "../store/documents.ts";
import { recordWriting } from "./records.ts";
import { withType } from "./with-type.ts";

function findLive({ store }: Call, type: ObjectType, id: string): StoredRecord | Problem {
  const record = store.get("records", type.id, id);
  return record === undefined || record.archived ? notFound() : record;
}

/** The links of the record that goes become those of the one that stays, with their labels. */
function moveLinks({ store }: Call, type: ObjectType, from: StoredRecord, to: StoredRecord): void {
  const [old, kept] = [from, to].map(({ id }) => ({ objectTypeId: type.id, id }));
  if (old === undefined || kept === undefined) return;
  for (const { toObjectTypeId, toObjectId } of allLinks(store, old)) {
    const other = { objectTypeId: toObjectTypeId, id: toObjectId };
    const labels = linkTypes(store, old, other).filter(({ label }) => label !== undefined);
    dissociate(store, old, other);
    associate(
      store,
      kept,
      other,
      labels.map(({ typeId }) => typeId),
    );
  }
}

/** Values that the one that stays lacks; where both have one, its own stays. */
function missingValues({ store }: Call, type: ObjectType, kept: StoredRecord, merged: StoredRecord) {
  return Object.entries(merged.properties)
    .filter(([name]) => own(kept.properties, name) === undefined)
    .filter(([name]) => store.get("properties", type.id, name)?.hasUniqueValue !== true)
    .map(([name, value]) => ({ name, value }));
}

const mergeable = new Set(["0-1", "0-2", "0-3", "0-5"]);

function merge(call: Call, type: ObjectType): Reply {
  if (!mergeable.has(type.id)) return problem(404, `HubSpot does not merge ${type.plural}.`);
  const refused = checkRequired(call.fields, ["primaryObjectId", "objectIdToMerge"]);
  if (refused !== undefined) return refused;
  const kept = findLive(call, type, String(call.fields["primaryObjectId"]));
  if (isProblem(kept)) return kept;
  const merged = findLive(call, type, String(call.fields["objectIdToMerge"]));
  if (isProblem(merged)) return merged;
  if (kept.id === merged.id) return invalid("A record cannot be merged with itself.");
  const writing = { ...recordWriting(call, type), source: { sourceType: "MERGE_OBJECTS", sourceId: merged.id } };
  moveLinks(call, type, merged, kept);
  stampRecord(writing, kept, missingValues(call, type, kept, merged));
  archiveRecord(writing, merged);
  return ok(viewWritten(call.store.get("records", type.id, kept.id) ?? kept));
}

/** The contact goes for good, with everything that was known of it. */
function forget(call: Call, type: ObjectType): Reply {
  if (type.id !== "0-1") return problem(404, `HubSpot forgets contacts only.`);
  const refused = checkRequired(call.fields, ["objectId"]);
  if (refused !== undefined) return refused;
  const key = { idProperty: asString(call.fields["idProperty"]), value: String(call.fields["objectId"]) };
  const record = findRecord(call.store, type, key);
  if (record === undefined) return noContent;
  if (!record.archived) archiveRecord(recordWriting(call, type), record);
  const end = { objectTypeId: type.id, id: record.id };
  for (const link of allLinks(call.store, end))
    dissociate(call.store, end, { objectTypeId: link.toObjectTypeId, id: link.toObjectId });
  const part = historyPart(type.id, record.id);
  for (const [name] of call.store.entries("histories", part)) call.store.remove("histories", part, name);
  call.store.remove("records", type.id, record.id);
  return noContent;
}

/** Records that become one, and contacts that are forgotten. */
export const recordMergeRoutes: readonly Route[] = [
  { method: "POST", path: "/{objectType}/merge", handler: withType(merge) },
  { method: "POST", path: "/{objectType}/gdpr-delete", handler: withType(forget) },
];

import type { Call, Route } from "../http/call.ts";
import { invalid, notFound } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asObject } from "../json.ts";
import { inferObjectType, type ObjectType } from "../portal/object-types.ts";
import { associateNew, linkedRecords } from "../rules/association-links.ts";
import { namesIn, type View, viewRecord, viewWritten } from "../rules/record-view.ts";
import {
  apiSource,
  archiveRecord,
  createRecord,
  findRecord,
  type RecordWriting,
  updateRecord,
} from "../rules/record-writes.ts";
import type { StoredRecord } from "../store/documents.ts";
import { pageOf } from "./paging.ts";
import { withType } from "./with-type.ts";

/** The writing a call does to a type's records. */
export function recordWriting({ store, timestamp, habits }: Call, type: ObjectType): RecordWriting {
  return { store, type, timestamp, source: apiSource, habits };
}

function viewOf({ query }: Call): View {
  return { properties: namesIn(query, "properties"), withHistory: namesIn(query, "propertiesWithHistory") };
}

function find(call: Call, type: ObjectType): StoredRecord | Problem {
  const idProperty = call.query.get("idProperty") ?? undefined;
  const wantsArchived = call.query.get("archived") === "true";
  const record = findRecord(call.store, type, { idProperty, value: call.param("objectId") });
  return record?.archived === wantsArchived ? record : notFound();
}

/** The links that a read's `associations` ask for, as { companies: { results: [{ id, type }] } }. */
function associationsOf(call: Call, type: ObjectType, record: StoredRecord): object | Problem {
  const asked = namesIn(call.query, "associations");
  if (asked.length === 0) return {};
  const types = asked.map(inferObjectType);
  const unknown = types.find((each) => isProblem(each));
  if (isProblem(unknown)) return unknown;
  const entries = types.flatMap((other) => {
    if (isProblem(other)) return [];
    const links = linkedRecords(call.store, { objectTypeId: type.id, id: record.id }, other.id);
    const results = links.map((each) => ({ id: each.toObjectId, type: `${type.singular}_to_${other.singular}` }));
    return results.length === 0 ? [] : [[other.plural, { results }] as const];
  });
  return entries.length === 0 ? {} : { associations: Object.fromEntries(entries) };
}

function showRead(call: Call, type: ObjectType, record: StoredRecord): object | Problem {
  const associations = associationsOf(call, type, record);
  if (isProblem(associations)) return associations;
  return { ...viewRecord(call.store, type, record, viewOf(call)), ...associations };
}

function list(call: Call, type: ObjectType): Reply {
  const view = viewOf(call);
  const wantsArchived = call.query.get("archived") === "true";
  const records = call.store.list("records", type.id).filter((record) => record.archived === wantsArchived);
  const page = pageOf(call, records, { defaultLimit: 10, maxLimit: view.withHistory.length > 0 ? 50 : 100 });
  if ("isProblem" in page) return page;
  const results = page.results.map((record) => showRead(call, type, record));
  return results.find((each) => isProblem(each)) ?? ok({ ...page, results });
}

function read(call: Call, type: ObjectType): Reply {
  const record = find(call, type);
  if (isProblem(record)) return record;
  const shown = showRead(call, type, record);
  return isProblem(shown) ? shown : ok(shown);
}

/** Creates a record with its associations, as one write. */
export function createFrom(call: Call, type: ObjectType, input: Call["fields"]): StoredRecord | Problem {
  const properties = asObject(input["properties"]);
  if (properties === undefined) return invalid("Some required fields were not set: [properties]");
  const record = createRecord(recordWriting(call, type), properties);
  if (isProblem(record)) return record;
  return associateNew(call.store, { objectTypeId: type.id, id: record.id }, input["associations"]) ?? record;
}

function create(call: Call, type: ObjectType): Reply {
  const record = createFrom(call, type, call.fields);
  return isProblem(record) ? record : ok(viewWritten(record), 201);
}

function update(call: Call, type: ObjectType): Reply {
  const record = find(call, type);
  if (isProblem(record)) return record;
  const changed = updateRecord(recordWriting(call, type), record, asObject(call.fields["properties"]) ?? {});
  return isProblem(changed) ? changed : ok(viewWritten(changed));
}

/** 204 also for a record that is not there, as in HubSpot. */
function archive(call: Call, type: ObjectType): Reply {
  const record = find(call, type);
  if (!isProblem(record)) archiveRecord(recordWriting(call, type), record);
  return noContent;
}

/** Records one at a time. */
export const recordRoutes: readonly Route[] = [
  { method: "GET", path: "/{objectType}", handler: withType(list) },
  { method: "POST", path: "/{objectType}", handler: withType(create) },
  { method: "GET", path: "/{objectType}/{objectId}", handler: withType(read) },
  { method: "PATCH", path: "/{objectType}/{objectId}", handler: withType(update) },
  { method: "DELETE", path: "/{objectType}/{objectId}", handler: withType(archive) },
];

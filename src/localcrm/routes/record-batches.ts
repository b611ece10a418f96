import type { Call, Route } from "../http/call.ts";
import { batchError, invalid, notFound, tooManyInputs } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, asObject, asString, asStrings, type JsonObject } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { viewRecord, viewWritten } from "../rules/record-view.ts";
import { archiveRecord, findRecord, updateRecord } from "../rules/record-writes.ts";
import type { StoredRecord } from "../store/documents.ts";
import { batchReply } from "./batch.ts";
import { createFrom, recordWriting } from "./records.ts";
import { withType } from "./with-type.ts";

function inputsOf(call: Call): readonly JsonObject[] | Problem {
  const inputs = asArray(call.fields["inputs"]);
  return tooManyInputs(inputs) ?? inputs.map((input) => asObject(input) ?? {});
}

function locate(call: Call, type: ObjectType, input: JsonObject): StoredRecord | undefined {
  const idProperty = asString(input["idProperty"]) ?? asString(call.fields["idProperty"]);
  const record = findRecord(call.store, type, { idProperty, value: String(input["id"] ?? "") });
  return record?.archived === (call.query.get("archived") === "true") ? record : undefined;
}

function missing(inputs: readonly JsonObject[]): readonly JsonObject[] {
  if (inputs.length === 0) return [];
  const ids = inputs.map((input) => String(input["id"] ?? ""));
  const refusal = notFound(`Could not get some objects, they may be deleted or not exist. Check that ids are valid.`);
  return [batchError(refusal, { ids })];
}

/** Creates all or none: one wrong input refuses the batch with its own error. */
function batchCreate(call: Call, type: ObjectType): Reply {
  const inputs = inputsOf(call);
  if (isProblem(inputs)) return inputs;
  const created: StoredRecord[] = [];
  for (const input of inputs) {
    const record = createFrom(call, type, input);
    if (isProblem(record)) return record;
    created.push(record);
  }
  return batchReply(call, { status: 201, results: created.map(viewWritten), errors: [] });
}

function batchRead(call: Call, type: ObjectType): Reply {
  const inputs = inputsOf(call);
  if (isProblem(inputs)) return inputs;
  const withHistory = asStrings(call.fields["propertiesWithHistory"]);
  if (withHistory.length > 0 && inputs.length > 50) {
    return invalid("The maximum number of inputs supported in a batch request for property histories is 50");
  }
  const view = { properties: asStrings(call.fields["properties"]), withHistory };
  const found = inputs.map((input) => ({ input, record: locate(call, type, input) }));
  const results = found.flatMap(({ record }) =>
    record === undefined ? [] : [viewRecord(call.store, type, record, view)],
  );
  const absent = found.filter(({ record }) => record === undefined).map(({ input }) => input);
  return batchReply(call, { status: 200, results, errors: missing(absent) });
}

function batchUpdate(call: Call, type: ObjectType): Reply {
  const inputs = inputsOf(call);
  if (isProblem(inputs)) return inputs;
  const updated: StoredRecord[] = [];
  const absent: JsonObject[] = [];
  for (const input of inputs) {
    const record = locate(call, type, input);
    if (record === undefined) {
      absent.push(input);
      continue;
    }
    const changed = updateRecord(recordWriting(call, type), record, asObject(input["properties"]) ?? {});
    if (isProblem(changed)) return changed;
    updated.push(changed);
  }
  return batchReply(call, { status: 200, results: updated.map(viewWritten), errors: missing(absent) });
}

function upsertOne(call: Call, type: ObjectType, input: JsonObject): object | Problem {
  const idProperty = asString(input["idProperty"]);
  const record = locate(call, type, input);
  const properties = asObject(input["properties"]) ?? {};
  if (record !== undefined) {
    const changed = updateRecord(recordWriting(call, type), record, properties);
    return isProblem(changed) ? changed : { ...viewWritten(changed), new: false };
  }
  if (idProperty === undefined) return notFound();
  const key = Object.fromEntries([[idProperty, input["id"] ?? ""]]);
  const created = createFrom(call, type, { properties: { ...key, ...properties } });
  return isProblem(created) ? created : { ...viewWritten(created), new: true };
}

function batchUpsert(call: Call, type: ObjectType): Reply {
  const inputs = inputsOf(call);
  if (isProblem(inputs)) return inputs;
  const results: object[] = [];
  for (const input of inputs) {
    const outcome = upsertOne(call, type, input);
    if (isProblem(outcome)) return outcome;
    results.push(outcome);
  }
  return ok({ status: "COMPLETE", results, startedAt: call.timestamp, completedAt: call.timestamp });
}

function batchArchive(call: Call, type: ObjectType): Reply {
  const inputs = inputsOf(call);
  if (isProblem(inputs)) return inputs;
  for (const input of inputs) {
    const record = locate(call, type, input);
    if (record !== undefined) archiveRecord(recordWriting(call, type), record);
  }
  return noContent;
}

/** Records up to a hundred at a time. */
export const recordBatchRoutes: readonly Route[] = [
  { method: "POST", path: "/{objectType}/batch/create", handler: withType(batchCreate) },
  { method: "POST", path: "/{objectType}/batch/read", handler: withType(batchRead) },
  { method: "POST", path: "/{objectType}/batch/update", handler: withType(batchUpdate) },
  { method: "POST", path: "/{objectType}/batch/upsert", handler: withType(batchUpsert) },
  { method: "POST", path: "/{objectType}/batch/archive", handler: withType(batchArchive) },
];

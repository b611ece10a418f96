import { asArray, asObject, asString, type Json, type JsonObject, own } from "../json.ts";
import { linkedRecords } from "../rules/association-links.ts";
import type { StoredList, StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { compileOperation, type Subject } from "./evaluate-operation.ts";

/** What filters are evaluated with. */
export interface Evaluation {
  readonly store: Store;
  readonly now: number;
}

function subjectOf(record: StoredRecord, name: string): Subject {
  return {
    value: own(record.properties, name) ?? "",
    past: (own(record.history, name) ?? []).map((item) => item.value),
    other: (property) => own(record.properties, property),
  };
}

type RecordTest = (record: StoredRecord) => boolean;

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return asArray(value).map((item) => asObject(item) ?? {});
}

function compileFilter({ store, now }: Evaluation, filter: JsonObject): RecordTest {
  if (filter["filterType"] === "IN_LIST") {
    const members = store.get("lists", "", String(filter["listId"]))?.members ?? {};
    return (record) => Object.hasOwn(members, record.id) === (filter["operator"] !== "NOT_IN_LIST");
  }
  const name = asString(filter["property"]) ?? "";
  const test = compileOperation(asObject(filter["operation"]) ?? {}, now);
  return (record) => test(subjectOf(record, name));
}

/** Holds when one associated record of the branch's type passes all of its filters; NOT_IN_LIST when none does. */
function compileAssociation(evaluation: Evaluation, fromTypeId: string, branch: JsonObject): RecordTest {
  const { store } = evaluation;
  const objectTypeId = asString(branch["objectTypeId"]) ?? "";
  const test = compileAll(evaluation, objectTypeId, branch);
  const isSought = branch["operator"] !== "NOT_IN_LIST";
  return (from) =>
    linkedRecords(store, { objectTypeId: fromTypeId, id: from.id }, objectTypeId).some(({ toObjectId }) => {
      const record = store.get("records", objectTypeId, toObjectId);
      return record !== undefined && test(record);
    }) === isSought;
}

function compileAll(evaluation: Evaluation, objectTypeId: string, branch: JsonObject): RecordTest {
  const filters = objectsIn(branch["filters"]).map((filter) => compileFilter(evaluation, filter));
  const inner = objectsIn(branch["filterBranches"]).map((each) => compileAssociation(evaluation, objectTypeId, each));
  const tests = [...filters, ...inner];
  return (record) => tests.every((test) => test(record));
}

/** The live records that a checked list filter selects. */
export function findMatching(evaluation: Evaluation, objectTypeId: string, root: JsonObject): readonly StoredRecord[] {
  const tests = objectsIn(root["filterBranches"]).map((branch) => compileAll(evaluation, objectTypeId, branch));
  const live = evaluation.store.list("records", objectTypeId).filter((record) => !record.archived);
  return live.filter((record) => tests.some((test) => test(record)));
}

/** A member of a list and since when. */
export interface Member {
  readonly recordId: string;
  readonly membershipTimestamp: string;
}

/** A list's members: worked out anew for active lists, kept for the others. */
export function findMembers(evaluation: Evaluation, list: StoredList): readonly Member[] {
  if (list.processingType === "DYNAMIC" && list.filterBranch !== undefined) {
    const records = findMatching(evaluation, list.objectTypeId, list.filterBranch);
    return records.map((record) => ({ recordId: record.id, membershipTimestamp: record.updatedAt }));
  }
  return Object.entries(list.members).map(([recordId, membershipTimestamp]) => ({ recordId, membershipTimestamp }));
}

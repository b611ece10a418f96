import { asArray, asObject, asString, type Json, type JsonObject, own } from "../json.ts";
import { linkedRecords } from "../rules/association-links.ts";
import { historyPart } from "../rules/record-writes.ts";
import type { StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { compileOperation } from "./evaluate-operation.ts";

/** Where filters look up what a record is linked to. */
export interface Surroundings {
  readonly now: number;
  /** By one kind of link where `typeId` names it, else by any. */
  readonly linked: (fromTypeId: string, fromId: string, toTypeId: string, typeId?: number) => readonly StoredRecord[];
  /** The values a property had, newest first. */
  readonly past: (objectTypeId: string, id: string, property: string) => readonly string[];
  readonly isMember: (listId: string, recordId: string) => boolean;
}

/** Whether a filter selects a record. */
export type FilterTest = (record: StoredRecord, surroundings: Surroundings) => boolean;

/** The portal as it is, at a moment. */
export function surroundingsOf(store: Store, now: number): Surroundings {
  return {
    now,
    linked: (objectTypeId, id, toTypeId, typeId) =>
      linkedRecords(store, { objectTypeId, id }, toTypeId, typeId).flatMap(
        ({ toObjectId }) => store.get("records", toTypeId, toObjectId) ?? [],
      ),
    past: (objectTypeId, id, property) =>
      (store.get("histories", historyPart(objectTypeId, id), property) ?? []).map((item) => item.value),
    isMember: (listId, recordId) => Object.hasOwn(store.get("lists", "", listId)?.members ?? {}, recordId),
  };
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return asArray(value).map((item) => asObject(item) ?? {});
}

function compileFilter(objectTypeId: string, filter: JsonObject): FilterTest {
  if (filter["filterType"] === "IN_LIST") {
    const listId = String(filter["listId"]);
    const isSought = filter["operator"] !== "NOT_IN_LIST";
    return (record, { isMember }) => isMember(listId, record.id) === isSought;
  }
  const name = asString(filter["property"]) ?? "";
  const test = compileOperation(asObject(filter["operation"]) ?? {});
  return (record, { now, past }) =>
    test(
      {
        value: own(record.properties, name) ?? "",
        past: () => past(objectTypeId, record.id, name),
        other: (property) => own(record.properties, property),
      },
      now,
    );
}

/** Holds when one associated record of the branch's type passes all of its filters; NOT_IN_LIST when none does. */
function compileAssociation(fromTypeId: string, branch: JsonObject): FilterTest {
  const objectTypeId = asString(branch["objectTypeId"]) ?? "";
  const test = compileAll(objectTypeId, branch);
  const isSought = branch["operator"] !== "NOT_IN_LIST";
  const type = branch["associationTypeId"];
  const typeId = typeof type === "number" ? type : undefined;
  return (from, surroundings) =>
    surroundings.linked(fromTypeId, from.id, objectTypeId, typeId).some((record) => test(record, surroundings)) ===
    isSought;
}

function compileAll(objectTypeId: string, branch: JsonObject): FilterTest {
  const filters = objectsIn(branch["filters"]).map((filter) => compileFilter(objectTypeId, filter));
  const inner = objectsIn(branch["filterBranches"]).map((each) => compileAssociation(objectTypeId, each));
  const tests = [...filters, ...inner];
  return (record, surroundings) => tests.every((test) => test(record, surroundings));
}

/** The test of a checked filter tree: any of the root's branches, all of a branch's filters. */
export function compileFilters(objectTypeId: string, root: JsonObject): FilterTest {
  const tests = objectsIn(root["filterBranches"]).map((branch) => compileAll(objectTypeId, branch));
  return (record, surroundings) => tests.some((test) => test(record, surroundings));
}

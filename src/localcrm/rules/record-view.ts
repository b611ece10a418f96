import { own } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import type { StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

import { historyPart } from "./record-writes.ts";

/** Which properties a read asks for. */
export interface View {
  readonly properties: readonly string[];
  readonly withHistory: readonly string[];
}

/** Names in a query, separated by commas or repeated. */
export function namesIn(query: URLSearchParams, name: string): readonly string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(","))
    .filter((each) => each !== "");
}

function base(record: StoredRecord): object {
  const { id, createdAt, updatedAt, archived, archivedAt } = record;
  return { id, createdAt, updatedAt, archived, ...(archivedAt === undefined ? {} : { archivedAt }) };
}

/** A record as reads show it: the properties asked for, the defaults otherwise, null where a value is missing; sorted. */
export function viewRecord(store: Store, type: ObjectType, record: StoredRecord, view: View): object {
  const exists = (name: string) => store.get("properties", type.id, name)?.archived === false;
  const asked = view.properties.length > 0 ? view.properties : type.defaultProperties;
  const names = [...new Set([...asked, "createdate", type.modifiedProperty, "hs_object_id"])].filter(exists).sort();
  const properties = Object.fromEntries(names.map((name) => [name, own(record.properties, name) ?? null]));
  const past = (name: string) => store.get("histories", historyPart(type.id, record.id), name) ?? [];
  const pasts = view.withHistory.filter(exists).map((name) => [name, past(name)]);
  const history = pasts.length === 0 ? {} : { propertiesWithHistory: Object.fromEntries(pasts) };
  return { ...base(record), properties, ...history };
}

/** A record as writes answer it: every value it has, sorted. */
export function viewWritten(record: StoredRecord): object {
  const entries = Object.entries(record.properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...base(record), properties: Object.fromEntries(entries) };
}

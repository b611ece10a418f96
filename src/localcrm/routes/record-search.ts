import type { Call, Route } from "../http/call.ts";
import { invalid } from "../http/problems.ts";
import { isProblem, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, asObject, asString, asStrings, own } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { viewRecord } from "../rules/record-view.ts";
import { historyPart } from "../rules/record-writes.ts";
import { comparable, parseFilterGroups } from "../rules/search-filters.ts";
import type { StoredRecord } from "../store/documents.ts";
import { withType } from "./with-type.ts";

const maxResults = 10_000;

interface Window {
  readonly after: number;
  readonly limit: number;
}

function parseWindow({ fields }: Call): Window | Problem {
  const limit = fields["limit"] === undefined ? 10 : Number(fields["limit"]);
  const after = fields["after"] === undefined || fields["after"] === "" ? 0 : Number(fields["after"]);
  if (!Number.isInteger(limit) || limit < 0 || limit > 200) return invalid("limit must be between 0 and 200.");
  if (!Number.isInteger(after) || after < 0) return invalid("after must be the number a page of results gave.");
  if (after + limit > maxResults) return invalid(`A search pages over at most ${maxResults} results.`);
  return { after, limit };
}

function matchesText(type: ObjectType, record: StoredRecord, words: string): boolean {
  const text = type.defaultProperties.map((name) => own(record.properties, name) ?? "").join(" ");
  return text.toLowerCase().includes(words.toLowerCase());
}

/** Records in the order of the one sort a search may have: by id without it, those without a value last. */
function sorted(call: Call, type: ObjectType, records: readonly StoredRecord[]): readonly StoredRecord[] {
  const [first] = asArray(call.fields["sorts"]);
  const name = asString(first) ?? asString(asObject(first)?.["propertyName"]);
  const property = name === undefined ? undefined : call.store.get("properties", type.id, name);
  if (name === undefined || property === undefined) return records;
  const isDescending = asObject(first)?.["direction"] === "DESCENDING";
  const keyed = records.map((record) => ({ record, value: own(record.properties, name) }));
  const known = keyed.flatMap(({ record, value }) =>
    value === undefined ? [] : [{ record, key: comparable(property, value) }],
  );
  const ascending = known.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key)).map(({ record }) => record);
  const unknown = keyed.filter(({ value }) => value === undefined).map(({ record }) => record);
  return [...(isDescending ? ascending.reverse() : ascending), ...unknown];
}

/** A record as the index has it: behind by its lag, so that what is newer can't be found yet. */
function asIndexed(
  { store, now, searchLagMs }: Call,
  type: ObjectType,
  record: StoredRecord,
): StoredRecord | undefined {
  const horizon = now - searchLagMs;
  if (Date.parse(record.updatedAt) <= horizon) return record;
  if (Date.parse(record.createdAt) > horizon) return undefined;
  const past = store.entries("histories", historyPart(type.id, record.id)).map(([name, items]) => {
    return [name, items.find(({ timestamp }) => Date.parse(timestamp) <= horizon)?.value ?? ""] as const;
  });
  return { ...record, properties: Object.fromEntries(past.filter(([, value]) => value !== "")) };
}

function search(call: Call, type: ObjectType): Reply {
  const window = parseWindow(call);
  if (isProblem(window)) return window;
  const words = asString(call.fields["query"]) ?? "";
  if (words.length > 3000) return invalid("A search's query has at most 3,000 characters.");
  if (asArray(call.fields["sorts"]).length > 1) return invalid("A search has at most one sort.");
  const test = parseFilterGroups(call.store, type.id, call.fields["filterGroups"]);
  if (isProblem(test)) return test;
  const live = call.store.list("records", type.id).filter((record) => !record.archived);
  const indexed = live.flatMap((record) => asIndexed(call, type, record) ?? []);
  const found = indexed.filter((record) => test(record) && (words === "" || matchesText(type, record, words)));
  const end = window.after + window.limit;
  const view = { properties: asStrings(call.fields["properties"]), withHistory: [] };
  const results = sorted(call, type, found).slice(window.after, end);
  const paging = end < found.length && window.limit > 0 ? { paging: { next: { after: String(end) } } } : {};
  const shown = results.map((record) => viewRecord(call.store, type, record, view));
  return ok({ total: found.length, results: shown, ...paging });
}

/** Search over records. */
export const recordSearchRoutes: readonly Route[] = [
  { method: "POST", path: "/{objectType}/search", handler: withType(search) },
];

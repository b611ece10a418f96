import { problem } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { type JsonObject, own } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { lifecycleStages } from "../portal/seed-stages.ts";
import { stageDateNames } from "../portal/stage-dates.ts";
import type { HistoryItem, StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { type KeptValue, parseValues } from "./record-values.ts";

/** Who wrote a value, as HubSpot's history names it. */
export type ValueSource = Pick<HistoryItem, "sourceType" | "sourceId" | "sourceLabel">;

/** Where, when, for which type and by whom a record is written. */
export interface RecordWriting {
  readonly store: Store;
  readonly type: ObjectType;
  readonly timestamp: string;
  readonly source: ValueSource;
  readonly habits: WritingHabits;
}

/** What becomes of writes of which HubSpot's treatment is not certain. */
export interface WritingHabits {
  /** Whether writing the value that is there already makes history; as far as is known, it does not. */
  readonly sameValues: "ignored" | "recorded";
  /** Whether a lifecycle stage may be set to an earlier one; reports differ, most say that nothing happens. */
  readonly lifecycleBack: "ignored" | "accepted";
}

/** Where the histories of a record's properties are kept. */
export function historyPart(objectTypeId: string, id: string): string {
  return `${objectTypeId}/${id}`;
}

/** Values that come through the API. */
export const apiSource: ValueSource = { sourceType: "INTEGRATION", sourceId: "local" };

const stageOrder = lifecycleStages.map((stage) => stage.id);

/** Setting an earlier lifecycle stage does nothing, without an error; clearing it first is the way back. */
function isBackwards(record: StoredRecord, { name, value }: KeptValue): boolean {
  if (name !== "lifecyclestage" || value === "") return false;
  return stageOrder.indexOf(value) < stageOrder.indexOf(own(record.properties, name) ?? "");
}

/** The dates that HubSpot stamps when a record's stage changes: of entering the new one and leaving the one before. */
function stageDates(
  { type, timestamp }: RecordWriting,
  before: string | undefined,
  values: readonly KeptValue[],
): readonly KeptValue[] {
  const stage = values.findLast((each) => each.name === type.stageProperty)?.value;
  if (stage === undefined || stage === (before ?? "")) return [];
  const isLifecycle = type.stageProperty === "lifecyclestage";
  const entered = isLifecycle ? `hs_lifecyclestage_${stage}_date` : stageDateNames(type.id, stage)?.entered;
  const exited = before === undefined ? undefined : stageDateNames(type.id, before)?.exited;
  const named = [stage === "" ? undefined : entered, exited].filter((name) => name !== undefined);
  return named.map((name) => ({ name, value: timestamp }));
}

/** A record with new values, and the histories that tell of them. */
interface WrittenRecord {
  readonly record: StoredRecord;
  readonly histories: ReadonlyMap<string, readonly HistoryItem[]>;
}

function applyValues(record: StoredRecord, values: readonly KeptValue[], writing: RecordWriting): WrittenRecord {
  const { store, type, timestamp, source, habits } = writing;
  // A copy that nobody else has seen yet; names of properties are checked, none is "__proto__".
  const properties: Record<string, string> = { ...record.properties };
  const part = historyPart(type.id, record.id);
  const histories = new Map<string, readonly HistoryItem[]>();
  for (const { name, value } of values) {
    const isSame = (own(properties, name) ?? "") === value;
    const isDate = name === type.modifiedProperty;
    if (isSame && (habits.sameValues === "ignored" || isDate)) continue;
    if (value === "") delete properties[name];
    else properties[name] = value;
    // Every write dates the record anew: of those dates, unlike of all other values, only the last is kept.
    const past = isDate ? [] : (histories.get(name) ?? store.get("histories", part, name) ?? []);
    histories.set(name, [{ value, timestamp, ...source }, ...past]);
  }
  return { record: { ...record, properties }, histories };
}

/** The names of a type's unique properties, looked for again only once its properties changed. */
const uniqueNamesOf = new WeakMap<
  Store,
  { readonly revision: number; readonly byType: Map<string, readonly string[]> }
>();

function uniqueNames(store: Store, type: ObjectType): readonly string[] {
  const revision = store.revision("properties");
  const known = uniqueNamesOf.get(store);
  const { byType } = known?.revision === revision ? known : { byType: new Map<string, readonly string[]>() };
  uniqueNamesOf.set(store, { revision, byType });
  const names = byType.get(type.id) ?? findUniqueNames(store, type);
  byType.set(type.id, names);
  return names;
}

function findUniqueNames(store: Store, type: ObjectType): readonly string[] {
  return store
    .list("properties", type.id)
    .filter((property) => property.hasUniqueValue && !property.archived)
    .map((property) => property.name);
}

function uniquePart(type: ObjectType, name: string): string {
  return `${type.id}/${name}`;
}

function conflict(type: ObjectType, id: string): Problem {
  const title = type.singular.charAt(0).toUpperCase() + type.singular.slice(1);
  return problem(409, `${title} already exists. Existing ID: ${id}`, { category: "CONFLICT" });
}

/** The value under which a record holds a unique property, undefined when it holds none. */
function uniqueValue(record: StoredRecord | undefined, name: string): string | undefined {
  if (record === undefined || record.archived) return undefined;
  return own(record.properties, name)?.toLowerCase();
}

/** Moves the index of unique values to a record's: 409 when another live record has one of them. */
function keepUniqueValues({ store, type }: RecordWriting, record: StoredRecord): Problem | undefined {
  const before = store.get("records", type.id, record.id);
  for (const name of uniqueNames(store, type)) {
    const [former, value] = [uniqueValue(before, name), uniqueValue(record, name)];
    if (former === value) continue;
    const part = uniquePart(type, name);
    const holder = value === undefined ? undefined : store.get("uniqueValues", part, value);
    if (holder !== undefined) return conflict(type, holder);
    if (former !== undefined) store.remove("uniqueValues", part, former);
    if (value !== undefined) store.put("uniqueValues", part, value, record.id);
  }
  return undefined;
}

/** Keeps a record: its histories and, right after them, the record itself, from which runners see what changed. */
function keep({ store, type }: RecordWriting, { record, histories }: WrittenRecord): void {
  const part = historyPart(type.id, record.id);
  for (const [name, items] of histories) store.put("histories", part, name, items);
  store.put("records", type.id, record.id, record);
}

function keepWritten(writing: RecordWriting, written: WrittenRecord): StoredRecord | Problem {
  const refused = keepUniqueValues(writing, written.record);
  if (refused !== undefined) return refused;
  keep(writing, written);
  return written.record;
}

/** The live record that a unique property's value, or the id when no property is named, points to. */
export function findRecord(
  store: Store,
  type: ObjectType,
  key: { readonly idProperty: string | undefined; readonly value: string },
): StoredRecord | undefined {
  const byId = key.idProperty === undefined || key.idProperty === "hs_object_id";
  const part = uniquePart(type, key.idProperty ?? "");
  const id = byId ? key.value : store.get("uniqueValues", part, key.value.toLowerCase());
  return id === undefined ? undefined : store.get("records", type.id, id);
}

function firstStage(store: Store, type: ObjectType, pipelineId: string | undefined): readonly KeptValue[] {
  const pipelines = store.list("pipelines", type.id);
  const pipeline = pipelines.find((each) => each.id === pipelineId) ?? pipelines[0];
  const stage = pipeline?.stages[0];
  if (pipeline === undefined || stage === undefined) return [];
  return [
    { name: type.pipelineProperty, value: pipeline.id },
    { name: type.stageProperty, value: type.stageProperty === "lifecyclestage" ? "lead" : stage.id },
  ];
}

function contactValues(id: string, values: readonly KeptValue[]): readonly KeptValue[] {
  const email = values.find((each) => each.name === "email")?.value ?? "";
  return [
    { name: "hs_all_contact_vids", value: id },
    ...(email === "" ? [] : [{ name: "hs_email_domain", value: email.slice(email.indexOf("@") + 1) }]),
    { name: "hs_is_contact", value: "true" },
    { name: "hs_is_unworked", value: "true" },
  ];
}

/** What HubSpot fills in on creation; what the caller gave wins. */
function automaticValues(writing: RecordWriting, id: string, given: readonly KeptValue[]): readonly KeptValue[] {
  const { store, type, timestamp, source } = writing;
  const pipelineId = given.find((each) => each.name === type.pipelineProperty)?.value;
  return [
    ...firstStage(store, type, pipelineId),
    { name: "createdate", value: timestamp },
    { name: type.modifiedProperty, value: timestamp },
    { name: "hs_object_id", value: id },
    { name: "hs_object_source", value: source.sourceType },
    { name: "hs_object_source_id", value: source.sourceId ?? "" },
    { name: "hs_object_source_label", value: source.sourceType },
    ...(type.id === "0-1" ? contactValues(id, given) : []),
    ...(type.id === "0-136" ? [{ name: "hs_createdate", value: timestamp }] : []),
  ];
}

/** Creates a record: 400 for wrong values, 409 when a unique value is taken. */
export function createRecord(writing: RecordWriting, properties: JsonObject): StoredRecord | Problem {
  const { store, type, timestamp } = writing;
  const given = parseValues(store, type.id, properties);
  if (isProblem(given)) return given;
  const id = store.nextId("records", 1000);
  const names = new Set(given.map((each) => each.name));
  const values = [...automaticValues(writing, id, given).filter((each) => !names.has(each.name)), ...given];
  const empty = { id, createdAt: timestamp, updatedAt: timestamp, archived: false, properties: {} };
  const all = [...values, ...stageDates(writing, undefined, values)];
  return keepWritten(writing, applyValues(empty, all, writing));
}

/** Changes a record's values; a value that is the same writes no history. */
export function updateRecord(
  writing: RecordWriting,
  record: StoredRecord,
  properties: JsonObject,
): StoredRecord | Problem {
  const { store, type, timestamp } = writing;
  const given = parseValues(store, type.id, properties);
  if (isProblem(given)) return given;
  const isKept = (each: KeptValue) => writing.habits.lifecycleBack === "accepted" || !isBackwards(record, each);
  const effective = given.filter(isKept);
  const values = [
    ...effective,
    ...stageDates(writing, own(record.properties, type.stageProperty), effective),
    { name: type.modifiedProperty, value: timestamp },
  ];
  return keepWritten(writing, applyValues({ ...record, updatedAt: timestamp }, values, writing));
}

/** Writes values that only HubSpot writes; they are not checked. */
export function stampRecord(writing: RecordWriting, record: StoredRecord, values: readonly KeptValue[]): void {
  const { type, timestamp } = writing;
  const modified = { name: type.modifiedProperty, value: timestamp };
  keep(writing, applyValues({ ...record, updatedAt: timestamp }, [...values, modified], writing));
}

/** Archives a record: it leaves reads, searches and lists, and frees its unique values. */
export function archiveRecord(writing: RecordWriting, record: StoredRecord): void {
  const { timestamp } = writing;
  keepWritten(writing, {
    record: { ...record, archived: true, archivedAt: timestamp, updatedAt: timestamp },
    histories: new Map(),
  });
}

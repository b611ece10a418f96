import { isProblem, type Problem } from "./http/reply.ts";
import { asObject, asString, type JsonObject } from "./json.ts";
import { inferObjectType, type ObjectType } from "./portal/object-types.ts";
import { seedPeople } from "./portal/seed-people.ts";
import { seedPortal } from "./portal/seed-portal.ts";
import { keepPipeline } from "./portal/stage-dates.ts";
import { associate } from "./rules/association-links.ts";
import { parseFlowReplacement, parseNewFlow } from "./rules/flow-definition.ts";
import { parseStages, settleOrder } from "./rules/pipeline-stages.ts";
import { parseNewProperty } from "./rules/property-changes.ts";
import {
  apiSource,
  archiveRecord,
  createRecord,
  historyPart,
  type RecordWriting,
  updateRecord,
  type ValueSource,
} from "./rules/record-writes.ts";
import { type Behaviour, changeBehaviour, conservativeBehaviour, habitsOf } from "./runner/behaviour.ts";
import type { RunStep } from "./runner/machine.ts";
import { createRunner, type Runner } from "./runner/runner.ts";
import type { HistoryItem, StoredMessage, StoredRecord } from "./store/documents.ts";
import { copyTables, openMemoryStore } from "./store/memory-store.ts";
import type { Tables } from "./store/snapshot.ts";
import type { Store } from "./store/store.ts";

/** How a portal in memory starts. */
export interface LocalPortalOptions {
  /** Draws lags, spreads and orders; 0 when it is not given. */
  readonly seed?: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Settings that differ from the conservative ones; `drawBehaviour(seed)` draws them all. */
  readonly behaviour?: Partial<Behaviour>;
  /** IANA name; "Europe/Paris" when it is not given. */
  readonly timeZone?: string;
}

/** A portal in memory, without HTTP and disk. What HubSpot would refuse throws an Error with its message. */
export interface LocalPortal {
  readonly now: () => number;
  /** Makes a property from a create body; a group that is not there is made, too. */
  readonly createProperty: (objectType: string, definition: JsonObject) => void;
  /** Makes a pipeline with its stages from a create body. */
  readonly createPipeline: (objectType: string, definition: JsonObject) => void;
  /** Makes a workflow from a create body; its id. */
  readonly createFlow: (definition: JsonObject) => string;
  readonly setFlowEnabled: (flowId: string, isEnabled: boolean) => void;
  /** Makes a record, linked to others; its id. */
  readonly createRecord: (objectType: string, properties: JsonObject, links?: readonly RecordLink[]) => string;
  readonly update: (objectType: string, id: string, properties: JsonObject, source?: ValueSource) => void;
  readonly archive: (objectType: string, id: string) => void;
  readonly associate: (objectType: string, id: string, link: RecordLink) => void;
  /** Lets time pass and carries out everything due on the way, in order of time. */
  readonly advanceTo: (instant: number) => void;
  /** When something is due next, undefined when nothing is. */
  readonly nextDue: () => number | undefined;
  /** A record's values; undefined when there is no such record. */
  readonly properties: (objectType: string, id: string) => Readonly<Record<string, string>> | undefined;
  /** The values a property had, newest first. */
  readonly history: (objectType: string, id: string, property: string) => readonly HistoryItem[];
  /** The ids of a type's live records, in order of creation. */
  readonly recordIds: (objectType: string) => readonly string[];
  /** What workflows told people, in order. */
  readonly messages: () => readonly StoredMessage[];
  /** Hears every step of a record in a workflow, or none. */
  readonly listen: (hear: ((step: RunStep) => void) | undefined) => void;
  /** A portal of its own that starts as this one is now: cheap, so that one set up once serves many histories. */
  readonly fork: (options: LocalPortalOptions) => LocalPortal;
}

/** The other end of a link. */
export interface RecordLink {
  readonly objectType: string;
  readonly id: string;
}

function accepted<T extends object>(outcome: T | Problem): T {
  if (!isProblem(outcome)) return outcome;
  throw new Error(asString(asObject(outcome.body)?.["message"]) ?? `refused with status ${outcome.status}`);
}

function typeNamed(name: string): ObjectType {
  return accepted(inferObjectType(name));
}

function configure(store: Store, { seed = 0, behaviour = {}, timeZone }: LocalPortalOptions): void {
  const changed = changeBehaviour(conservativeBehaviour, behaviour as JsonObject); // settings are words and spans
  if ("wrong" in changed) throw new Error(`there is no such behaviour: ${changed.wrong}`);
  store.put("runner", "", "runner", { seed, behaviour: changed as unknown as JsonObject });
  const account = store.get("account", "", "account");
  if (timeZone !== undefined && account !== undefined) store.put("account", "", "account", { ...account, timeZone });
}

function ensureGroup(store: Store, objectTypeId: string, definition: JsonObject): string {
  const name = asString(definition["groupName"]) ?? store.list("groups", objectTypeId)[0]?.name ?? "information";
  if (store.get("groups", objectTypeId, name) === undefined)
    store.put("groups", objectTypeId, name, { name, label: name, displayOrder: 0, archived: false });
  return name;
}

function addFlow(store: Store, definition: JsonObject, timestamp: string): string {
  const parsed = parseNewFlow(store, definition);
  const id = store.nextId("flows", 1_000_000_000);
  const times = { createdAt: timestamp, updatedAt: timestamp };
  store.put("flows", "", id, { id, revisionId: "1", ...times, pendingReads: 0, definition: accepted(parsed) });
  return id;
}

function switchFlow(store: Store, flowId: string, isEnabled: boolean, timestamp: string): void {
  const flow = store.get("flows", "", flowId);
  if (flow === undefined) throw new Error(`there is no workflow ${flowId}`);
  const definition = accepted(parseFlowReplacement(store, flow.definition, { ...flow.definition, isEnabled }));
  const revisionId = String(Number(flow.revisionId) + 1);
  store.put("flows", "", flowId, { ...flow, revisionId, updatedAt: timestamp, definition });
}

function liveRecord(store: Store, type: ObjectType, id: string): StoredRecord {
  const record = store.get("records", type.id, id);
  if (record === undefined || record.archived) throw new Error(`there is no ${type.singular} ${id}`);
  return record;
}

/** A portal at work: its store, its runner, and what its writes need. */
interface Office {
  readonly store: Store;
  readonly now: () => number;
  readonly stamp: () => string;
  readonly writing: (type: ObjectType, source?: ValueSource) => RecordWriting;
  /** Each call is one write of the portal: all of it, or nothing. */
  readonly writes: <T>(act: () => T) => T;
  readonly runner: Runner;
  readonly advanceTo: (instant: number) => void;
}

/** What is kept to take a write back grows until the next commit. */
const stepsPerCommit = 1000;

function openOffice(store: Store, options: LocalPortalOptions): Office {
  configure(store, options);
  store.commit();
  const runner = createRunner(store);
  const habits = habitsOf({ ...conservativeBehaviour, ...options.behaviour });
  let time = options.now;
  const stamp = () => new Date(time).toISOString();
  return {
    store,
    runner,
    now: () => time,
    stamp,
    writing: (type, source = apiSource) => ({ store, type, timestamp: stamp(), source, habits }),
    writes: (act) => {
      try {
        const result = act();
        runner.commit(time);
        return result;
      } catch (error) {
        runner.rollback();
        throw error;
      }
    },
    advanceTo: (instant) => {
      if (instant < time) throw new Error("time does not go back");
      for (let isDone = false; !isDone; ) {
        ({ at: time, isDone } = runner.run(instant, stepsPerCommit));
        runner.commit(time);
      }
    },
  };
}

function addProperty({ store, stamp }: Office, name: string, definition: JsonObject): void {
  const { id: objectTypeId } = typeNamed(name);
  const groupName = ensureGroup(store, objectTypeId, definition);
  const body = { label: definition["name"] ?? "", ...definition, groupName };
  const property = accepted(parseNewProperty({ store, objectTypeId, timestamp: stamp() }, body));
  store.put("properties", objectTypeId, property.name, property);
}

function addPipeline({ store, stamp }: Office, name: string, definition: JsonObject): void {
  const { id: objectTypeId } = typeNamed(name);
  const timestamp = stamp();
  const parsed = accepted(parseStages({ store, timestamp, objectTypeId }, definition["stages"]));
  keepPipeline(store, objectTypeId, {
    id: asString(definition["pipelineId"]) ?? store.nextId("pipelines", 1_000_000),
    label: asString(definition["label"]) ?? "",
    displayOrder: store.list("pipelines", objectTypeId).length,
    stages: settleOrder(parsed.map(({ stage }) => stage)),
    createdAt: timestamp,
    updatedAt: timestamp,
    archived: false,
  });
}

function link(store: Store, type: ObjectType, id: string, to: RecordLink): void {
  const toTypeId = typeNamed(to.objectType).id;
  accepted(associate(store, { objectTypeId: type.id, id }, { objectTypeId: toTypeId, id: to.id }));
}

function addRecord({ store, writing }: Office, name: string, properties: JsonObject, links: readonly RecordLink[]) {
  const type = typeNamed(name);
  const { id } = accepted(createRecord(writing(type), properties));
  for (const each of links) link(store, type, id, each);
  return id;
}

/** What is written into a portal. */
function writersOf(office: Office): Omit<LocalPortal, keyof ReturnType<typeof readersOf> | "fork"> {
  const { store, stamp, writing, writes, advanceTo } = office;
  return {
    createProperty: (name, definition) => writes(() => addProperty(office, name, definition)),
    createPipeline: (name, definition) => writes(() => addPipeline(office, name, definition)),
    createFlow: (definition) => writes(() => addFlow(store, definition, stamp())),
    setFlowEnabled: (flowId, isEnabled) => writes(() => switchFlow(store, flowId, isEnabled, stamp())),
    createRecord: (name, properties, links = []) => writes(() => addRecord(office, name, properties, links)),
    update: (name, id, properties, source) =>
      writes(() => {
        const type = typeNamed(name);
        accepted(updateRecord(writing(type, source), liveRecord(store, type, id), properties));
      }),
    archive: (name, id) =>
      writes(() => {
        const type = typeNamed(name);
        archiveRecord(writing(type), liveRecord(store, type, id));
      }),
    associate: (name, id, to) => writes(() => link(store, typeNamed(name), id, to)),
    advanceTo,
  };
}

/** What is read from a portal. */
function readersOf({ store, runner, now }: Office) {
  const find = (name: string, id: string): StoredRecord | undefined => store.get("records", typeNamed(name).id, id);
  return {
    now,
    nextDue: runner.nextDue,
    listen: runner.listen,
    properties: (name: string, id: string) => find(name, id)?.properties,
    history: (name: string, id: string, property: string) =>
      store.get("histories", historyPart(typeNamed(name).id, id), property) ?? [],
    recordIds: (name: string) =>
      store
        .list("records", typeNamed(name).id)
        .filter((record) => !record.archived)
        .map((record) => record.id),
    messages: () => store.list("messages", ""),
  };
}

function portalOver(tables: Tables, options: LocalPortalOptions, seed: (store: Store) => void): LocalPortal {
  const store = openMemoryStore(tables);
  seed(store);
  const office = openOffice(store, options);
  return {
    ...readersOf(office),
    ...writersOf(office),
    fork: (next) => portalOver(copyTables(tables), next, () => undefined),
  };
}

/** A new portal in memory, with what every HubSpot portal starts with. */
export function createLocalPortal(options: LocalPortalOptions): LocalPortal {
  return portalOver(new Map(), options, (store) => {
    seedPortal(store);
    seedPeople(store, {});
  });
}

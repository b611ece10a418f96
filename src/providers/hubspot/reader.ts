import type {
  ApiVersion,
  JsonObject,
  LiveResource,
  Observation,
  PartialObservation,
  PortalIdentity,
  ProviderOutcome,
  ProviderReader,
  Sought,
} from "../../engine/index.ts";
import { countHolders, countRecords } from "./count-records.ts";
import { liveFlow, liveGroup, liveList, livePipeline, liveProperty } from "./live-resources.ts";
import { createPaths, type Paths } from "./paths.ts";
import { readCapabilities } from "./read-capabilities.ts";
import { isRefusal, readFacts } from "./read-facts.ts";
import {
  type Rows,
  readCollection,
  readFlowListing,
  readFlowsById,
  readJson,
  readListIndex,
  readListsById,
  readObject,
} from "./reading-calls.ts";
import { runBounded } from "./run-bounded.ts";
import type { Secret } from "./secret.ts";
import { createReadOnlyTransport, type Transport } from "./transport.ts";

const concurrentReads = 4;
const identityTimeoutMs = 10_000;

/** The reading half for HubSpot, over a transport that lets no write through. */
export function createHubSpotReader(transport: Transport, options: ReaderOptions = {}): ProviderReader {
  const { version = "v3", token } = options;
  const place: Place = { transport: createReadOnlyTransport(transport), paths: createPaths(version) };
  return {
    identify: () => identify(place),
    read: (sought) => read(sought, place),
    readAllowed: (sought) => readAllowed(sought, place),
    readFacts: (needs) => readFacts(needs, place),
    readCapabilities: () => readCapabilities(token, place),
    readOne: (sought) => readOne(sought, place),
    countRecords: (object, filter) => countRecords(object, filter, place),
    countHolders: (holding) => countHolders(holding, place),
  };
}

/** How a reader speaks to HubSpot. */
export interface ReaderOptions {
  readonly version?: ApiVersion;
  /** To ask what it may do; without, that shows by what is refused. */
  readonly token?: Secret;
}

interface Place {
  readonly transport: Transport;
  readonly paths: Paths;
}

/** One kind of object, read as a whole. */
interface Reading {
  readonly of: Pick<Sought, "kind" | "object">;
  readonly run: () => Promise<ProviderOutcome<Observation>>;
}

async function identify({ transport, paths }: Place): Promise<ProviderOutcome<PortalIdentity>> {
  const request = { method: "GET", path: paths.account, replay: "safe", timeoutMs: identityTimeoutMs } as const;
  const answer = await readJson(transport, request);
  if (!answer.ok) return answer;
  const { portalId, accountType, timeZone, portalName } = answer.value;
  if (typeof portalId !== "number" && typeof portalId !== "string") {
    return { ok: false, error: { code: "unexpected", request: `GET ${paths.account}`, detail: "no portalId" } };
  }
  const name = typeof portalName === "string" ? { name: portalName } : {};
  const identity = { portalId: String(portalId), accountType: String(accountType), timeZone: String(timeZone) };
  return { ok: true, value: { ...identity, ...name } };
}

/** Kinds and objects that nobody seeks are not read; the first refusal makes the whole answer an error. */
async function read(sought: readonly Sought[], place: Place): Promise<ProviderOutcome<Observation>> {
  const outcomes = await runAll(readingsOf(sought, place));
  const failure = outcomes.find((outcome) => !outcome.ok);
  return failure?.ok === false ? failure : { ok: true, value: joined(outcomes) };
}

/** What the token may not read (403 with scopes) is told apart; any other failure still fails all. */
async function readAllowed(sought: readonly Sought[], place: Place): Promise<ProviderOutcome<PartialObservation>> {
  const readings = readingsOf(sought, place);
  const outcomes = await runAll(readings);
  const failure = outcomes.find((outcome) => !outcome.ok && !isRefusal(outcome.error));
  if (failure?.ok === false) return failure;
  const refused = readings.flatMap(({ of }, position) => {
    const outcome = outcomes[position];
    return outcome?.ok === false && isRefusal(outcome.error) ? [{ ...of, scopes: outcome.error.scopes }] : [];
  });
  return { ok: true, value: { ...joined(outcomes), refused } };
}

const runAll = (readings: readonly Reading[]): Promise<readonly ProviderOutcome<Observation>[]> =>
  runBounded(
    readings.map(({ run }) => run),
    concurrentReads,
  );

function joined(outcomes: readonly ProviderOutcome<Observation>[]): Observation {
  const observations = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return {
    resources: observations.flatMap((observation) => observation.resources),
    requests: observations.reduce((sum, observation) => sum + observation.requests, 0),
    propertyNames: new Map(observations.flatMap(({ propertyNames }) => [...(propertyNames ?? [])])),
  };
}

function readingsOf(sought: readonly Sought[], { transport, paths }: Place): readonly Reading[] {
  const of = (kind: Sought["kind"]) => sought.filter((one) => one.kind === kind);
  const lists = of("list");
  const flows = of("workflow");
  const place = { transport, paths };
  return [
    ...byObject(of("property")).flatMap(([object, own]) => [
      collection(paths.properties(object), own, { place, nameKey: "name", build: liveProperty }),
      collection(paths.archivedProperties(object), own, { place, nameKey: "name", build: liveArchivedProperty }),
    ]),
    ...byObject(of("property-group")).map(([object, own]) =>
      collection(paths.groups(object), own, { place, nameKey: "name", build: liveGroup }),
    ),
    ...byObject(of("pipeline")).map(([object, own]) =>
      collection(paths.pipelines(object), own, { place, nameKey: "id", build: livePipeline }),
    ),
    ...whole("list", lists, () => readLists(lists, place)),
    ...whole("workflow", flows, () => readFlows(flows, place)),
  ];
}

/** Lists and workflows of all objects come in one. */
function whole(kind: Sought["kind"], sought: readonly Sought[], run: Reading["run"]): readonly Reading[] {
  return sought.length === 0 ? [] : [{ of: { kind, object: "" }, run }];
}

type Build = (row: JsonObject, sought: Sought) => LiveResource;

/** Rows of the archived listing are archived even where they do not say so. */
const liveArchivedProperty: Build = (row, sought) => ({ ...liveProperty(row, sought), isArchived: true });

function collection(
  path: string,
  sought: readonly Sought[],
  { place, nameKey, build }: { readonly place: Place; readonly nameKey: string; readonly build: Build },
): Reading {
  const byName = new Map(sought.map((one) => [one.name, one]));
  const run: Reading["run"] = async () => {
    const rows = await readCollection(place.transport, path);
    if (!rows.ok) return rows;
    const resources = rows.value.rows.flatMap((row) => {
      const one = byName.get(String(row[nameKey]));
      return one === undefined ? [] : [build(row, one)];
    });
    const names = rows.value.rows.map((row) => String(row[nameKey]));
    const told = build === liveProperty ? { propertyNames: new Map([[object, names]]) } : {};
    return { ok: true, value: { resources, requests: rows.value.requests, ...told } };
  };
  const { kind = "property", object = "" } = sought[0] ?? {};
  return { of: { kind, object }, run };
}

async function readLists(sought: readonly Sought[], place: Place): Promise<ProviderOutcome<Observation>> {
  const index = await readListIndex(place.transport, place.paths);
  const whole = (ids: readonly string[]) => readListsById(place.transport, place.paths, ids);
  return readByIndex(index, sought, { idKey: "listId", whole, build: liveList });
}

async function readFlows(sought: readonly Sought[], place: Place): Promise<ProviderOutcome<Observation>> {
  const index = await readFlowListing(place.transport, place.paths);
  const whole = (ids: readonly string[]) => readFlowsById(place.transport, place.paths, ids);
  return readByIndex(index, sought, { idKey: "id", whole, build: liveFlow });
}

interface ByIndex {
  readonly idKey: string;
  readonly whole: (ids: readonly string[]) => Promise<ProviderOutcome<Rows>>;
  readonly build: Build;
}

/** Finds ours in a listing, by the id the ledger knows and else by name, then reads those in full. */
async function readByIndex(
  index: ProviderOutcome<Rows>,
  sought: readonly Sought[],
  { idKey, whole, build }: ByIndex,
): Promise<ProviderOutcome<Observation>> {
  if (!index.ok) return index;
  const ours = chooseOurs(index.value.rows, sought, idKey);
  const full = await whole([...ours.keys()].sort());
  if (!full.ok) return full;
  const resources = full.value.rows.flatMap((row) => {
    const one = ours.get(String(row[idKey]));
    return one === undefined ? [] : [build(row, one)];
  });
  return { ok: true, value: { resources, requests: index.value.requests + full.value.requests } };
}

function chooseOurs(
  rows: readonly JsonObject[],
  sought: readonly Sought[],
  idKey: string,
): ReadonlyMap<string, Sought> {
  const ids = new Set(rows.map((row) => String(row[idKey])));
  const byId = new Map(
    sought.flatMap((one) => (one.remoteId !== undefined && ids.has(one.remoteId) ? [[one.remoteId, one]] : [])),
  );
  const known = new Set(byId.values());
  const byName = new Map(sought.filter((one) => !known.has(one)).map((one) => [one.name, one]));
  return new Map(
    rows.flatMap((row) => {
      const id = String(row[idKey]);
      const one = byId.get(id) ?? byName.get(String(row["name"]));
      return one === undefined ? [] : [[id, one] as const];
    }),
  );
}

function byObject(sought: readonly Sought[]): readonly (readonly [string, readonly Sought[]])[] {
  const objects = [...new Set(sought.map((one) => one.object))].sort();
  return objects.map((object) => [object, sought.filter((one) => one.object === object)] as const);
}

async function readOne(sought: Sought, place: Place): Promise<ProviderOutcome<LiveResource | undefined>> {
  const { path, build } = singleOf(sought, place.paths);
  if (path === undefined) return readAmongAll(sought, place);
  const answer = await readObject(place.transport, path);
  if (!answer.ok) return answer;
  const row = answer.value?.["list"] ?? answer.value;
  if (typeof row !== "object" || row === null || Array.isArray(row)) return { ok: true, value: undefined };
  // Neither null nor an array: a JSON object.
  const live = build(row as JsonObject, sought);
  return { ok: true, value: live.isArchived ? undefined : live };
}

function singleOf({ kind, object, name, remoteId }: Sought, paths: Paths): { path: string | undefined; build: Build } {
  switch (kind) {
    case "property":
      return { path: paths.property(object, name), build: liveProperty };
    case "property-group":
      return { path: paths.group(object, name), build: liveGroup };
    case "pipeline":
      return { path: paths.readPipeline(object, name), build: livePipeline };
    case "list":
      return { path: remoteId === undefined ? undefined : paths.list(remoteId), build: liveList };
    case "workflow":
      return { path: remoteId === undefined ? undefined : paths.flow(remoteId), build: liveFlow };
  }
}

async function readAmongAll(sought: Sought, place: Place): Promise<ProviderOutcome<LiveResource | undefined>> {
  const observation = await read([sought], place);
  if (!observation.ok) return observation;
  return { ok: true, value: observation.value.resources.find((live) => !live.isArchived) };
}

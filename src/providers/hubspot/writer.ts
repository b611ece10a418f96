import type {
  ApiVersion,
  CreateOutcome,
  Creation,
  JsonObject,
  ProviderWriter,
  UpdateRequest,
} from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";
import { createBatchOfProperties } from "./create-properties.ts";
import { createFlow, replaceFlow, updateFlow } from "./flow-writes.ts";
import { createPaths } from "./paths.ts";
import { createPipeline, updatePipeline } from "./pipeline-writes.ts";
import type { ApiRequest, Transport } from "./transport.ts";
import type { WritePlace } from "./write-place.ts";

/** The writing half for HubSpot; silently ignored fields show when the engine reads again. */
export function createHubSpotWriter(
  transport: Transport,
  sleep: (milliseconds: number) => Promise<void>,
  version: ApiVersion = "v3",
): ProviderWriter {
  const place: WritePlace = { transport, paths: createPaths(version), sleep };
  return {
    create: (resources) => create(resources, place),
    update: (request) => update(request, place),
    switchWorkflow: (live, isOn) => replaceFlow(live, { isEnabled: isOn }, place),
  };
}

async function create(resources: readonly Creation[], place: WritePlace): Promise<readonly CreateOutcome[]> {
  const [first] = resources;
  if (first?.kind === "property") return createBatchOfProperties(resources, place);
  const outcomes: CreateOutcome[] = [];
  for (const resource of resources) outcomes.push(await createOne(resource, place));
  return outcomes;
}

async function createOne(resource: Creation, place: WritePlace): Promise<CreateOutcome> {
  const { kind, object, name, attributes } = resource;
  switch (kind) {
    case "property":
      throw new Error("properties are created in batches");
    case "property-group":
      return sendWrite(place, creation(place.paths.groups(object), { ...attributes, name }));
    case "pipeline":
      return createPipeline(resource, place);
    case "list":
      return createList({ ...attributes, name }, place);
    case "workflow":
      return createFlow({ ...attributes, name }, place);
  }
}

function creation(path: string, body: JsonObject): ApiRequest {
  return { method: "POST", path, body, replay: "never" };
}

async function createList(body: JsonObject, { transport, paths }: WritePlace): Promise<CreateOutcome> {
  const answer = await transport.send(creation(paths.lists, body));
  if (!answer.ok) return answer;
  const list = isJsonObject(answer.value.body) ? answer.value.body["list"] : undefined;
  const id = isJsonObject(list) ? list["listId"] : undefined;
  return { ok: true, value: id === undefined ? {} : { remoteId: String(id) } };
}

async function update({ live, set }: UpdateRequest, place: WritePlace): Promise<CreateOutcome> {
  const { object, name } = live;
  switch (live.kind) {
    case "property": {
      const path = place.paths.property(object, name);
      return sendWrite(place, { method: "PATCH", path, body: withOrderedOptions(set), replay: "safe" });
    }
    case "property-group":
      return sendWrite(place, { method: "PATCH", path: place.paths.group(object, name), body: set, replay: "safe" });
    case "pipeline":
      return updatePipeline({ live, set }, place);
    case "list":
      return updateList({ live, set }, place);
    case "workflow":
      return updateFlow({ live, set }, place);
  }
}

/** HubSpot replaces the whole list of options: the place in the list becomes the order people see. */
function withOrderedOptions(set: JsonObject): JsonObject {
  if (!isJsonArray(set["options"])) return set;
  const options = set["options"].map((option, displayOrder) =>
    isJsonObject(option) ? { hidden: false, ...option, displayOrder } : option,
  );
  return { ...set, options };
}

/** Name and filters have a call each; the rest of a list cannot change. */
async function updateList({ live, set }: UpdateRequest, place: WritePlace): Promise<CreateOutcome> {
  const id = live.remoteId ?? "";
  const { name, filterBranch } = set;
  if (typeof name === "string") {
    const path = place.paths.listName(id, name);
    const renamed = await sendWrite(place, { method: "PUT", path, replay: "safe" });
    if (!renamed.ok) return renamed;
  }
  if (filterBranch === undefined) return { ok: true, value: { remoteId: id } };
  const request = { method: "PUT", path: place.paths.listFilters(id), body: { filterBranch }, replay: "safe" } as const;
  const updated = await sendWrite(place, request);
  return updated.ok ? { ok: true, value: { remoteId: id } } : updated;
}

async function sendWrite({ transport }: WritePlace, request: ApiRequest): Promise<CreateOutcome> {
  const answer = await transport.send(request);
  return answer.ok ? { ok: true, value: {} } : answer;
}

import type { Json, JsonObject, ResourceKind, Semantics } from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";
import { creationOnlyFlowKeys } from "./flow-keys.ts";
import { normaliseBranches } from "./normalise-branches.ts";

/** What HubSpot's objects mean to a comparison; sources: hubspot-api facts on properties, pipelines, lists and flows. */
export const hubspotSemantics: Semantics = {
  normalise: ({ kind, name, attributes }) => normalisers[kind](attributes, name),
  keysOf: (kind, attribute) => keyed[kind]?.[attribute] ?? [],
  fixedAttributes: (kind) => fixed[kind] ?? [],
  isMarked: (kind) => kind === "property" || kind === "workflow",
  createBatch: (kind) => (kind === "property" ? 100 : 1),
};

const keyed: Partial<Record<ResourceKind, Readonly<Record<string, readonly string[]>>>> = {
  property: { options: ["value"] },
  pipeline: { stages: ["id", "stageId"] },
};

// PATCH answers 200 and ignores these of a property, or would strand its values (type); the others are refused.
const fixed: Partial<Record<ResourceKind, readonly string[]>> = {
  property: ["type", "hasUniqueValue", "dataSensitivity", "referencedObjectType", "externalOptions"],
  list: ["objectTypeId", "processingType"],
  workflow: ["type", ...creationOnlyFlowKeys],
};

type Normaliser = (attributes: JsonObject, name: string) => JsonObject;

const normalisers: Readonly<Record<ResourceKind, Normaliser>> = {
  property: (attributes) =>
    trimTexts({ ...without(attributes, ["displayOrder"]), ...elements(attributes, "options", normaliseOption) }),
  "property-group": (attributes) => trimTexts(without(attributes, ["displayOrder"])),
  // The id is the resource's name already, and read as `id` where it is written as `pipelineId`.
  pipeline: (attributes) =>
    trimTexts({
      ...without(attributes, ["displayOrder", "id", "pipelineId"]),
      ...elements(attributes, "stages", normaliseStage),
    }),
  list: (attributes, name) => branchesOf({ ...attributes, name }),
  // Switching a workflow on is a separate, counted step, so being on is not a difference.
  workflow: (attributes, name) =>
    branchesOf({ ...without(attributes, ["isEnabled", ...unstated(attributes)]), ...sortedActions(attributes), name }),
};

/** The order of options and stages is HubSpot's to renumber; they are compared by key. */
function normaliseOption(option: JsonObject): JsonObject {
  return trimTexts(without(option, ["displayOrder"]));
}

/** HubSpot writes probability 0.20 as "0.2" and derives isClosed from it. */
function normaliseStage({ stageId, ...stage }: JsonObject): JsonObject {
  const metadata = isJsonObject(stage["metadata"]) ? { metadata: normaliseMetadata(stage["metadata"]) } : {};
  return trimTexts({
    ...(stageId === undefined ? {} : { id: stageId }),
    ...without(stage, ["displayOrder"]),
    ...metadata,
  });
}

function normaliseMetadata({ isClosed: _, probability, ...metadata }: JsonObject): JsonObject {
  if (probability === undefined) return metadata;
  const number = Number(probability);
  return { ...metadata, probability: Number.isFinite(number) ? String(number) : probability };
}

/** HubSpot fills in data sources where a creation names none. */
function unstated({ dataSources }: JsonObject): readonly string[] {
  return isJsonArray(dataSources) && dataSources.length === 0 ? ["dataSources"] : [];
}

/** A flow's graph is told by its connections, not by the order of its actions. */
function sortedActions({ actions }: JsonObject): JsonObject {
  if (!isJsonArray(actions)) return {};
  const idOf = (action: Json): string => (isJsonObject(action) ? String(action["actionId"]) : "");
  const sorted = [...actions].sort((a, b) => idOf(a).localeCompare(idOf(b), "en", { numeric: true }));
  return { actions: sorted };
}

function branchesOf(attributes: JsonObject): JsonObject {
  const entries = Object.entries(attributes).map(([key, value]): [string, Json] => [key, normaliseBranches(value)]);
  return trimTexts(Object.fromEntries(entries));
}

function elements(attributes: JsonObject, name: string, normalise: (element: JsonObject) => JsonObject): JsonObject {
  const list = attributes[name];
  if (!isJsonArray(list)) return {};
  return { [name]: list.map((element) => (isJsonObject(element) ? normalise(element) : element)) };
}

function without(attributes: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

function trimTexts(attributes: JsonObject): JsonObject {
  const entries = Object.entries(attributes);
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === "string" ? value.trim() : value]));
}

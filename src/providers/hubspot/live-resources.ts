import type { Json, JsonObject, LiveResource, Sought } from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";
import { answerOnlyFlowKeys } from "./flow-keys.ts";

/** A property as HubSpot gives it, options in the order people see them. */
export function liveProperty(property: JsonObject, sought: Sought): LiveResource {
  const metadata = property["modificationMetadata"];
  const isReadOnly = isJsonObject(metadata) && metadata["readOnlyDefinition"] === true;
  return {
    ...live(sought),
    ...changedIn(property),
    attributes: withSorted(property, "options"),
    isArchived: property["archived"] === true,
    isReadOnly,
  };
}

/** A property group. */
export function liveGroup(group: JsonObject, sought: Sought): LiveResource {
  return { ...live(sought), ...changedIn(group), attributes: group, isArchived: group["archived"] === true };
}

/** A pipeline with its stages in order, archived stages left out. */
export function livePipeline(pipeline: JsonObject, sought: Sought): LiveResource {
  const stages = isJsonArray(pipeline["stages"]) ? pipeline["stages"] : [];
  const kept = stages.filter((stage) => isJsonObject(stage) && stage["archived"] !== true);
  const attributes = withSorted({ ...pipeline, stages: kept }, "stages");
  return { ...live(sought), ...changedIn(pipeline), attributes, isArchived: pipeline["archived"] === true };
}

/** A list; its own name counts, which may no longer be the one it was created with. */
export function liveList(list: JsonObject, sought: Sought): LiveResource {
  const name = textOr(list["name"], sought.name);
  const isArchived = list["deletedAt"] !== undefined && list["deletedAt"] !== null;
  return { ...live(sought), ...changedIn(list), name, remoteId: String(list["listId"]), attributes: list, isArchived };
}

/** A workflow without what only HubSpot sets; its revision apart. */
export function liveFlow(flow: JsonObject, sought: Sought): LiveResource {
  const own = Object.entries(flow).filter(([key]) => !answerOnlyFlowKeys.includes(key));
  return {
    ...live(sought),
    ...changedIn(flow),
    name: textOr(flow["name"], sought.name),
    remoteId: String(flow["id"]),
    revision: String(flow["revisionId"]),
    attributes: Object.fromEntries(own),
  };
}

/** Properties and lists tell the user, workflows and pipelines the time alone. */
function changedIn(row: JsonObject): Pick<LiveResource, "changed"> {
  const { updatedAt, updatedUserId, updatedById } = row;
  if (typeof updatedAt !== "string") return {};
  const by = updatedUserId ?? updatedById;
  return {
    changed: { at: updatedAt, ...(typeof by === "string" || typeof by === "number" ? { by: String(by) } : {}) },
  };
}

function live({ kind, address, object, name }: Sought): LiveResource {
  return { kind, address, object, name, attributes: {}, isArchived: false, isReadOnly: false };
}

/** Elements by displayOrder; -1 means after all others. */
function withSorted(attributes: JsonObject, name: string): JsonObject {
  const list = attributes[name];
  if (!isJsonArray(list)) return attributes;
  const place = (element: Json): number => {
    const order = isJsonObject(element) ? element["displayOrder"] : undefined;
    return typeof order === "number" && order >= 0 ? order : Number.MAX_SAFE_INTEGER;
  };
  return { ...attributes, [name]: [...list].sort((a, b) => place(a) - place(b)) };
}

function textOr(value: Json | undefined, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

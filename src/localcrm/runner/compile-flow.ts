import { asArray, asObject, asString, type JsonObject } from "../json.ts";
import { compileEntrance, entranceObstacles } from "./compile-entrance.ts";
import { compileNode } from "./compile-nodes.ts";
import type { CompiledFlow, FlowNode } from "./compiled-flow.ts";
import { compileHours } from "./hours.ts";

/** Parts of a definition that the local CRM keeps but does not act on. */
const ignoredParts = ["enrollmentSchedule", "goalFilterBranch", "eventAnchor", "suppressionFilterBranch"];

function obstaclesOf(definition: JsonObject): readonly string[] {
  const criteria = asObject(definition["enrollmentCriteria"]);
  const odd = ignoredParts.filter((name) => asObject(definition[name]) !== undefined);
  return [...entranceObstacles(criteria), ...odd];
}

function describeAction(action: JsonObject): string {
  const id = asString(action["actionId"]) ?? "";
  const kind = action["type"] === "SINGLE_CONNECTION" ? action["actionTypeId"] : action["type"];
  return `action ${id} (${String(kind)})`;
}

function compile(definition: JsonObject): CompiledFlow {
  const objectTypeId = asString(definition["objectTypeId"]) ?? "";
  const nodes = new Map<string, FlowNode>();
  const obstacles = [...obstaclesOf(definition)];
  for (const item of asArray(definition["actions"])) {
    const action = asObject(item) ?? {};
    const node = compileNode(objectTypeId, action);
    if (node === undefined) obstacles.push(describeAction(action));
    else nodes.set(asString(action["actionId"]) ?? "", node);
  }
  return {
    objectTypeId,
    name: asString(definition["name"]) ?? "",
    isEnabled: definition["isEnabled"] === true,
    start: asString(definition["startActionId"]),
    nodes,
    entrance: compileEntrance(objectTypeId, asObject(definition["enrollmentCriteria"])),
    hours: compileHours(definition),
    suppressionListIds: asArray(definition["suppressionListIds"]).map(String),
    obstacles,
  };
}

/** Definitions are never changed in place: what one was compiled to holds as long as it exists. */
const compiled = new WeakMap<JsonObject, CompiledFlow>();

/** A stored workflow made ready to run, once per definition. */
export function compileFlow(definition: JsonObject): CompiledFlow {
  const known = compiled.get(definition);
  if (known !== undefined) return known;
  const flow = compile(definition);
  compiled.set(definition, flow);
  return flow;
}

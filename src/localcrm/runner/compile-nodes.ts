import { compileFilters } from "../filters/compile-filter.ts";
import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";
import { compileAction } from "./compile-actions.ts";
import type { FlowNode } from "./compiled-flow.ts";
import { compileValue, parseDelay } from "./values.ts";

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  asArray(value).map((item) => asObject(item) ?? {});
const nextOf = (connection: Json | undefined): string | undefined => asString(asObject(connection)?.["nextActionId"]);

function untilNode(fields: JsonObject, next: string | undefined): FlowNode | undefined {
  const dateValue = asObject(fields["date"]) ?? {};
  const date = compileValue(dateValue);
  const delay = parseDelay(fields["delta"] ?? 0, fields["time_unit"] ?? "MINUTES");
  if (date === undefined || delay === undefined) return undefined;
  return {
    kind: "until",
    date,
    property: dateValue["type"] === "OBJECT_PROPERTY" ? asString(dateValue["propertyName"]) : undefined,
    delay,
    timeOfDay: asObject(fields["time_of_day"]),
    next,
  };
}

function singleNode(action: JsonObject): FlowNode | undefined {
  const fields = asObject(action["fields"]) ?? {};
  const next = nextOf(action["connection"]);
  const typeId = asString(action["actionTypeId"]) ?? "";
  if (typeId === "0-35") return untilNode(fields, next);
  if (typeId === "0-1") {
    const delay = parseDelay(fields["delta"], fields["time_unit"]);
    return delay === undefined ? undefined : { kind: "delay", delay, next };
  }
  const compiled = compileAction(typeId, fields);
  return compiled === undefined ? undefined : { kind: "act", action: compiled, next };
}

function branchNode(objectTypeId: string, action: JsonObject): FlowNode {
  const ways = objectsIn(action["listBranches"]).map((way) => ({
    test: compileFilters(objectTypeId, asObject(way["filterBranch"]) ?? {}),
    next: nextOf(way["connection"]),
  }));
  return { kind: "branch", ways, otherwise: nextOf(action["defaultBranch"]) };
}

function switchNode(action: JsonObject): FlowNode | undefined {
  const value = compileValue(asObject(action["inputValue"]) ?? {});
  if (value === undefined) return undefined;
  const ways = objectsIn(action["staticBranches"]).map(
    (way) => [String(way["branchValue"] ?? ""), nextOf(way["connection"])] as const,
  );
  return { kind: "switch", value, ways: new Map(ways), otherwise: nextOf(action["defaultBranch"]) };
}

/** A step of a workflow about records of a type; undefined where the local CRM does not know how to run it. */
export function compileNode(objectTypeId: string, action: JsonObject): FlowNode | undefined {
  switch (action["type"]) {
    case "SINGLE_CONNECTION":
      return singleNode(action);
    case "LIST_BRANCH":
      return branchNode(objectTypeId, action);
    case "STATIC_BRANCH":
      return switchNode(action);
    default:
      return undefined;
  }
}

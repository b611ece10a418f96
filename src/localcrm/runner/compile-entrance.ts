import { compileFilters } from "../filters/compile-filter.ts";
import { compileOperation } from "../filters/evaluate-operation.ts";
import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";
import { findPropertyReferences } from "../rules/property-references.ts";
import type { ChangeTest, Entrance, Neighbourhood } from "./compiled-flow.ts";

/** HubSpot's event "property value changed". */
const propertyChanged = "4-655002";

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  asArray(value).map((item) => asObject(item) ?? {});

/** The change that filters on hs_name and hs_value describe; undefined when they name no property. */
function changeOf(branch: JsonObject): ChangeTest | undefined {
  const filters = objectsIn(branch["filters"]);
  const operationOn = (name: string) => asObject(filters.find((each) => each["property"] === name)?.["operation"]);
  const property = asString(operationOn("hs_name")?.["value"]);
  const value = operationOn("hs_value");
  if (property === undefined) return undefined;
  return { property, test: value === undefined ? () => true : compileOperation(value) };
}

function* branchesIn(branch: JsonObject): Generator<JsonObject> {
  yield branch;
  for (const inner of objectsIn(branch["filterBranches"])) yield* branchesIn(inner);
}

function neighbourhoodOf(root: JsonObject): Neighbourhood {
  const associated = new Map<string, Set<string>>();
  const listIds = new Set<string>();
  for (const branch of branchesIn(root)) {
    for (const filter of objectsIn(branch["filters"])) {
      if (filter["filterType"] === "IN_LIST") listIds.add(String(filter["listId"]));
    }
    const type = asString(branch["objectTypeId"]);
    if (branch["filterBranchType"] !== "ASSOCIATION" || type === undefined) continue;
    const names = findPropertyReferences(branch, type).map((reference) => reference.name);
    associated.set(type, new Set([...(associated.get(type) ?? []), ...names]));
  }
  return { associated, listIds };
}

function stateEntrance(objectTypeId: string, criteria: JsonObject): Entrance {
  const root = asObject(criteria["listFilterBranch"]) ?? {};
  const references = findPropertyReferences(root, objectTypeId);
  return {
    kind: "state",
    test: compileFilters(objectTypeId, root),
    properties: new Set(references.filter((each) => each.objectTypeId === objectTypeId).map((each) => each.name)),
    neighbourhood: neighbourhoodOf(root),
    changes: objectsIn(criteria["reEnrollmentTriggersFilterBranches"]).flatMap((branch) => changeOf(branch) ?? []),
    isRepeatable: criteria["shouldReEnroll"] === true,
    isLeftWhenLost: criteria["unEnrollObjectsNotMeetingCriteria"] === true,
  };
}

function eventEntrance(objectTypeId: string, criteria: JsonObject): Entrance {
  const refinement = asObject(criteria["refinementCriteria"]);
  return {
    kind: "event",
    changes: objectsIn(criteria["eventFilterBranches"]).flatMap((branch) => changeOf(branch) ?? []),
    refinement: refinement === undefined ? undefined : compileFilters(objectTypeId, refinement),
    isRepeatable: criteria["shouldReEnroll"] === true,
  };
}

/** How records come into a workflow. */
export function compileEntrance(objectTypeId: string, criteria: JsonObject | undefined): Entrance {
  switch (criteria?.["type"]) {
    case "EVENT_BASED":
      return eventEntrance(objectTypeId, criteria);
    case "LIST_BASED":
      return stateEntrance(objectTypeId, criteria);
    default:
      return { kind: "manual" };
  }
}

/** What of a workflow's enrolment the local CRM cannot work out, in words. */
export function entranceObstacles(criteria: JsonObject | undefined): readonly string[] {
  const kind = criteria?.["type"] ?? "MANUAL";
  if (kind !== "MANUAL" && kind !== "EVENT_BASED" && kind !== "LIST_BASED") return [`enrolment of type ${kind}`];
  const events = objectsIn(criteria?.["eventFilterBranches"]);
  const odd = events.filter((branch) => branch["eventTypeId"] !== propertyChanged || changeOf(branch) === undefined);
  const again = objectsIn(criteria?.["reEnrollmentTriggersFilterBranches"]);
  return [
    ...odd.map((branch) => `the event ${String(branch["eventTypeId"])}`),
    ...(again.every((branch) => changeOf(branch) !== undefined) ? [] : ["a re-enrolment trigger without hs_name"]),
    ...(asArray(criteria?.["listMembershipFilterBranches"]).length > 0 ? ["enrolment by list membership"] : []),
  ];
}

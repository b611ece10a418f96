import type { Call, Route } from "../http/call.ts";
import { invalid } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, asObject, type Json } from "../json.ts";
import { inferObjectType } from "../portal/object-types.ts";
import { associate, dissociate, type End, linkedRecords, linkTypes } from "../rules/association-links.ts";
import type { AssociationType } from "../rules/association-types.ts";
import type { Store } from "../store/store.ts";
import { pageOf } from "./paging.ts";

interface Ends {
  readonly from: End;
  readonly to: End;
}

function endsOf({ param }: Call): Ends | Problem {
  const fromType = inferObjectType(param("objectType"));
  if (isProblem(fromType)) return fromType;
  const toType = inferObjectType(param("toObjectType"));
  if (isProblem(toType)) return toType;
  return {
    from: { objectTypeId: fromType.id, id: param("objectId") },
    to: { objectTypeId: toType.id, id: param("toObjectId") },
  };
}

/** A default link as HubSpot answers it: once for each direction. */
export function shownDefault({ from, to }: Ends, { typeId, inverseId }: AssociationType): readonly object[] {
  const result = (source: End, target: End, associationTypeId: number) => ({
    from: { id: source.id },
    to: { id: target.id },
    associationSpec: { associationCategory: "HUBSPOT_DEFINED", associationTypeId },
  });
  return [result(from, to, typeId), result(to, from, inverseId)];
}

/** The links of one record to another of some type, with all their labels. */
export function shownLinks(store: Store, from: End, toObjectTypeId: string): readonly object[] {
  return linkedRecords(store, from, toObjectTypeId).map(({ toObjectId }) => ({
    toObjectId,
    associationTypes: linkTypes(store, from, { objectTypeId: toObjectTypeId, id: toObjectId }).map(
      ({ category, typeId, label = null }) => ({ category, typeId, label }),
    ),
  }));
}

/** What two records are to each other, after a write with labels. */
export function shownPair(store: Store, { from, to }: Ends): object {
  const labels = linkTypes(store, from, to).flatMap(({ label }) => (label === undefined ? [] : [label]));
  return {
    fromObjectTypeId: from.objectTypeId,
    fromObjectId: from.id,
    toObjectTypeId: to.objectTypeId,
    toObjectId: to.id,
    labels,
  };
}

/** The type ids of a list of association types; a problem where one is none. */
export function parseSpecs(value: Json | undefined): readonly number[] | Problem {
  const specs = asArray(value).map((item) => asObject(item)?.["associationTypeId"]);
  const typeIds = specs.filter((each) => typeof each === "number");
  if (typeIds.length > 0 && typeIds.length === specs.length) return typeIds;
  return invalid("Some required fields were not set: [associationTypeId]");
}

function associateDefault(call: Call): Reply {
  const ends = endsOf(call);
  if (isProblem(ends)) return ends;
  const type = associate(call.store, ends.from, ends.to);
  if (isProblem(type)) return type;
  const times = { startedAt: call.timestamp, completedAt: call.timestamp };
  return ok({ status: "COMPLETE", results: shownDefault(ends, type), ...times });
}

function associateLabelled(call: Call): Reply {
  const ends = endsOf(call);
  if (isProblem(ends)) return ends;
  const typeIds = parseSpecs(call.body);
  if (isProblem(typeIds)) return typeIds;
  const type = associate(call.store, ends.from, ends.to, typeIds);
  return isProblem(type) ? type : ok(shownPair(call.store, ends), 201);
}

function list(call: Call): Reply {
  const ends = endsOf(call);
  if (isProblem(ends)) return ends;
  const links = shownLinks(call.store, ends.from, ends.to.objectTypeId);
  const page = pageOf(call, links, { defaultLimit: 500, maxLimit: 500 });
  return "isProblem" in page ? page : ok(page);
}

function remove(call: Call): Reply {
  const ends = endsOf(call);
  if (isProblem(ends)) return ends;
  dissociate(call.store, ends.from, ends.to);
  return noContent;
}

const base = "/{objectType}/{objectId}/associations";

/** The associations of one record. */
export const associationRoutes: readonly Route[] = [
  { method: "PUT", path: `${base}/default/{toObjectType}/{toObjectId}`, handler: associateDefault },
  { method: "GET", path: `${base}/{toObjectType}`, handler: list },
  { method: "PUT", path: `${base}/{toObjectType}/{toObjectId}`, handler: associateLabelled },
  { method: "DELETE", path: `${base}/{toObjectType}/{toObjectId}`, handler: remove },
];

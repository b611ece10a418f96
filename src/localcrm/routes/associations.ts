import type { Call, Route } from "../http/call.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { inferObjectType } from "../portal/object-types.ts";
import { associate, dissociate, type End, linkedRecords } from "../rules/association-links.ts";
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

function associateDefault(call: Call): Reply {
  const ends = endsOf(call);
  if (isProblem(ends)) return ends;
  const { from, to } = ends;
  const types = associate(call.store, from, to);
  if (isProblem(types)) return types;
  const result = (source: End, target: End, associationTypeId: number) => ({
    from: { id: source.id },
    to: { id: target.id },
    associationSpec: { associationCategory: "HUBSPOT_DEFINED", associationTypeId },
  });
  const results = [result(from, to, types.forth), result(to, from, types.back)];
  return ok({ status: "COMPLETE", results, startedAt: call.timestamp, completedAt: call.timestamp });
}

function list(call: Call): Reply {
  const ends = endsOf(call);
  if (isProblem(ends)) return ends;
  const links = linkedRecords(call.store, ends.from, ends.to.objectTypeId);
  const page = pageOf(call, links, { defaultLimit: 500, maxLimit: 500 });
  if ("isProblem" in page) return page;
  const results = page.results.map(({ toObjectId, typeIds }) => ({
    toObjectId,
    associationTypes: typeIds.map((typeId) => ({ category: "HUBSPOT_DEFINED", typeId, label: null })),
  }));
  return ok({ ...page, results });
}

function remove(call: Call): Reply {
  const ends = endsOf(call);
  if (isProblem(ends)) return ends;
  dissociate(call.store, ends.from, ends.to);
  return noContent;
}

const base = "/{objectType}/{objectId}/associations";

/** Associations of HubSpot's default types. */
export const associationRoutes: readonly Route[] = [
  { method: "PUT", path: `${base}/default/{toObjectType}/{toObjectId}`, handler: associateDefault },
  { method: "GET", path: `${base}/{toObjectType}`, handler: list },
  { method: "DELETE", path: `${base}/{toObjectType}/{toObjectId}`, handler: remove },
];

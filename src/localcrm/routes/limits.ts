import type { Call, Route } from "../http/call.ts";
import { isProblem, ok, type Reply } from "../http/reply.ts";
import { inferObjectType, type ObjectType, objectTypes, titleOf } from "../portal/object-types.ts";
import { linkedRecords } from "../rules/association-links.ts";
import { associationTypes, unlabelledType } from "../rules/association-types.ts";
import { countCustomProperties, limitsOf } from "../rules/tier-limits.ts";
import type { Store } from "../store/store.ts";

const share = (usage: number, limit: number): number => Math.round((usage / limit) * 10_000) / 100;

/** A type as the answers name it. */
function named(type: ObjectType): { objectTypeId: string; singularLabel: string; pluralLabel: string } {
  const { singular, plural } = titleOf(type);
  return { objectTypeId: type.id, singularLabel: singular, pluralLabel: plural };
}

const sum = (counts: readonly { readonly usage: number }[]): number =>
  counts.reduce((all, { usage }) => all + usage, 0);

function customProperties({ store }: Call): Reply {
  const { properties, propertiesPerObject: limit } = limitsOf(store);
  const byObjectType = objectTypes.map((type) => {
    const usage = countCustomProperties(store, type.id);
    return { ...named(type), limit, usage, percentage: share(usage, limit) };
  });
  const overallUsage = sum(byObjectType);
  const overall = { overallLimit: properties, overallUsage, overallPercentage: share(overallUsage, properties) };
  return ok({ ...overall, byObjectType });
}

function calculatedProperties({ store }: Call): Reply {
  const { calculatedProperties: limit } = limitsOf(store);
  const byObjectType = objectTypes.map((type) => {
    const properties = store.list("properties", type.id).filter(({ archived }) => !archived);
    return { ...named(type), usage: properties.filter((each) => each.calculationFormula !== undefined).length };
  });
  const overallUsage = sum(byObjectType);
  const overallPercentage = limit === 0 ? 0 : share(overallUsage, limit);
  return ok({ overallLimit: limit, overallUsage, overallPercentage, byObjectType });
}

function pipelines({ store }: Call): Reply {
  const limit = limitsOf(store).pipelines;
  const hubspotDefinedObjectTypes = objectTypes.map((type) => {
    const usage = store.list("pipelines", type.id).length;
    return { ...named(type), limit, usage, percentage: share(usage, limit) };
  });
  return ok({ hubspotDefinedObjectTypes, customObjectTypes: noCustomObjects(limit) });
}

const noCustomObjects = (limit: number) => ({
  overallLimit: limit,
  overallUsage: 0,
  overallPercentage: 0,
  byObjectType: [],
});

/** HubSpot's catalogue: so many records of each type, whatever the subscription. */
const mostRecords = 15_000_000;

function records({ store }: Call): Reply {
  const hubspotDefinedObjectTypes = objectTypes.map((type) => {
    const usage = store.list("records", type.id).filter(({ archived }) => !archived).length;
    return { ...named(type), limit: mostRecords, usage, percentage: share(usage, mostRecords) };
  });
  return ok({ hubspotDefinedObjectTypes, customObjectTypes: noCustomObjects(mostRecords) });
}

const customObjectTypes = (): Reply => ok({ limit: 10, usage: 0, percentage: 0 });

const mostLabels = 50;

function labelsBetween(store: Store, from: ObjectType, to: ObjectType): object {
  const types = associationTypes(store, from.id, to.id);
  const allLabels = types.flatMap(({ label }) => (label === undefined ? [] : [label]));
  return {
    ...{ fromObjectType: named(from), toObjectType: named(to), allLabels },
    ...{ limit: mostLabels, usage: types.length, percentage: share(types.length, mostLabels) },
  };
}

/** All types, or the one that the query names. */
function askedTypes({ query }: Call, name: string): readonly ObjectType[] | undefined {
  const asked = query.get(name);
  if (asked === null) return objectTypes;
  const type = inferObjectType(asked);
  return isProblem(type) ? undefined : [type];
}

function associationLabels(call: Call): Reply {
  const from = askedTypes(call, "fromObjectTypeId") ?? [];
  const to = askedTypes(call, "toObjectTypeId") ?? [];
  const pairs = from.flatMap((one) => to.map((other) => [one, other] as const));
  const linked = pairs.filter(([one, other]) => unlabelledType(one.id, other.id) !== undefined);
  return ok({ results: linked.map(([one, other]) => labelsBetween(call.store, one, other)) });
}

/** So many records of a type one record may be linked to. */
const mostLinks = 50_000;
const nearly = 0.8 * mostLinks;

interface Crowded {
  readonly objectId: number;
  readonly label: string;
  readonly usage: number;
}

function crowdedRecords(store: Store, from: string, to: string): readonly Crowded[] {
  const live = store.list("records", from).filter(({ archived }) => !archived);
  const counted = live.map(({ id }) => ({
    objectId: Number(id),
    label: id,
    usage: linkedRecords(store, { objectTypeId: from, id }, to).length,
  }));
  return counted.filter(({ usage }) => usage >= nearly);
}

/** The types of which some records have, or nearly have, as many links as there may be. */
function crowdedTypes(types: readonly (readonly [ObjectType, readonly Crowded[]])[]): Reply {
  const results = types
    .filter(([, crowded]) => crowded.length > 0)
    .map(([type, crowded]) => ({
      ...named(type),
      hasRecordsAtLimit: crowded.some(({ usage }) => usage >= mostLinks),
      hasRecordsNearLimit: crowded.some(({ usage }) => usage < mostLinks),
    }));
  return ok({ results });
}

function crowdedFrom({ store }: Call): Reply {
  const all = (from: ObjectType) => objectTypes.flatMap((to) => crowdedRecords(store, from.id, to.id));
  return crowdedTypes(objectTypes.map((from) => [from, all(from)]));
}

function crowdedTo({ store, param }: Call): Reply {
  const from = inferObjectType(param("fromObjectTypeId"));
  return isProblem(from) ? from : crowdedTypes(objectTypes.map((to) => [to, crowdedRecords(store, from.id, to.id)]));
}

function crowdedBetween({ store, param }: Call): Reply {
  const from = inferObjectType(param("fromObjectTypeId"));
  if (isProblem(from)) return from;
  const to = inferObjectType(param("toObjectTypeId"));
  if (isProblem(to)) return to;
  const crowded = crowdedRecords(store, from.id, to.id);
  const atLimit = crowded.filter(({ usage }) => usage >= mostLinks);
  const nearLimit = crowded.filter(({ usage }) => usage < mostLinks);
  return ok({
    limit: mostLinks,
    totalRecordsAtLimit: atLimit.length,
    totalRecordsNearLimit: nearLimit.length,
    atLimitFromRecordSamples: atLimit.map(({ objectId, label }) => ({ objectId, label })),
    nearLimitFromRecordSamples: nearLimit.map((each) => ({ ...each, percentage: share(each.usage, mostLinks) })),
  });
}

/** How much of what the subscription allows is used. */
export const limitRoutes: readonly Route[] = [
  { method: "GET", path: "/custom-properties", handler: customProperties },
  { method: "GET", path: "/calculated-properties", handler: calculatedProperties },
  { method: "GET", path: "/custom-object-types", handler: customObjectTypes },
  { method: "GET", path: "/pipelines", handler: pipelines },
  { method: "GET", path: "/records", handler: records },
  { method: "GET", path: "/associations/labels", handler: associationLabels },
  { method: "GET", path: "/associations/records/from", handler: crowdedFrom },
  { method: "GET", path: "/associations/records/{fromObjectTypeId}/to", handler: crowdedTo },
  { method: "GET", path: "/associations/records/{fromObjectTypeId}/{toObjectTypeId}", handler: crowdedBetween },
];

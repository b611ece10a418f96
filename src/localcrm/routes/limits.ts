import type { Call, Route } from "../http/call.ts";
import { ok, type Reply } from "../http/reply.ts";
import { objectTypes } from "../portal/object-types.ts";
import { countCustomProperties, limitsOf } from "../rules/tier-limits.ts";

const share = (usage: number, limit: number): number => Math.round((usage / limit) * 10_000) / 100;

function customProperties({ store }: Call): Reply {
  const { properties, propertiesPerObject } = limitsOf(store);
  const byObjectType = objectTypes.map(({ id, singular, plural }) => {
    const usage = countCustomProperties(store, id);
    const labels = { singularLabel: capitalised(singular), pluralLabel: capitalised(plural) };
    const percentage = share(usage, propertiesPerObject);
    return { objectTypeId: id, ...labels, limit: propertiesPerObject, usage, percentage };
  });
  const overallUsage = byObjectType.reduce((sum, { usage }) => sum + usage, 0);
  const overall = { overallLimit: properties, overallUsage, overallPercentage: share(overallUsage, properties) };
  return ok({ ...overall, byObjectType });
}

function pipelines({ store }: Call): Reply {
  const limit = limitsOf(store).pipelines;
  const hubspotDefinedObjectTypes = objectTypes.map(({ id, singular, plural }) => {
    const usage = store.list("pipelines", id).length;
    const labels = { singularLabel: capitalised(singular), pluralLabel: capitalised(plural) };
    return { objectTypeId: id, ...labels, limit, usage, percentage: share(usage, limit) };
  });
  const customObjectTypes = { overallLimit: limit, overallUsage: 0, overallPercentage: 0, byObjectType: [] };
  return ok({ hubspotDefinedObjectTypes, customObjectTypes });
}

const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** How much of what the subscription allows is used. */
export const limitRoutes: readonly Route[] = [
  { method: "GET", path: "/custom-properties", handler: customProperties },
  { method: "GET", path: "/pipelines", handler: pipelines },
];

import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import type { Tier } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** What a tier allows; figures of HubSpot's catalogue where it gives them, else of reports. */
export interface TierLimits {
  readonly properties: number;
  readonly propertiesPerObject: number;
  /** Of HubSpot's figure only the order is known. */
  readonly calculatedProperties: number;
  readonly pipelines: number;
  /** 0: the tier has no workflows. */
  readonly workflows: number;
  /** Requests of a private app. */
  readonly perTenSeconds: number;
  readonly perDay: number;
  readonly hasLeads: boolean;
  readonly hasEvents: boolean;
}

const limits: Readonly<Record<Tier, TierLimits>> = {
  free: {
    ...{ properties: 10, propertiesPerObject: 10, calculatedProperties: 0, pipelines: 1, workflows: 0 },
    ...{ perTenSeconds: 100, perDay: 250_000 },
    ...{ hasLeads: false, hasEvents: false },
  },
  starter: {
    ...{ properties: 10_000, propertiesPerObject: 1000, calculatedProperties: 5, pipelines: 2, workflows: 0 },
    ...{ perTenSeconds: 100, perDay: 250_000 },
    ...{ hasLeads: false, hasEvents: false },
  },
  professional: {
    ...{ properties: 10_000, propertiesPerObject: 1000, calculatedProperties: 25, pipelines: 100, workflows: 300 },
    ...{ perTenSeconds: 190, perDay: 625_000 },
    ...{ hasLeads: true, hasEvents: false },
  },
  enterprise: {
    ...{ properties: 10_000, propertiesPerObject: 1000, calculatedProperties: 200, pipelines: 100, workflows: 1000 },
    ...{ perTenSeconds: 190, perDay: 1_000_000 },
    ...{ hasLeads: true, hasEvents: true },
  },
};

/** What the portal's tier allows. */
export function limitsOf(store: Store): TierLimits {
  return limits[store.get("account", "", "account")?.tier ?? "professional"];
}

/** How many properties of an object count against its limit. */
export function countCustomProperties(store: Store, objectTypeId: string): number {
  const properties = store.list("properties", objectTypeId);
  return properties.filter(({ archived, hubspotDefined }) => !archived && hubspotDefined !== true).length;
}

/** HubSpot's own words for a full portal are not known; the status and category are those of its other refusals. */
export function checkPropertyLimit(
  store: Store,
  objectTypeId: string,
  objectTypes: readonly string[],
): Problem | undefined {
  const { properties, propertiesPerObject } = limitsOf(store);
  const own = countCustomProperties(store, objectTypeId);
  const all = objectTypes.reduce((sum, id) => sum + countCustomProperties(store, id), 0);
  if (own < propertiesPerObject && all < properties) return undefined;
  const limit = own < propertiesPerObject ? properties : propertiesPerObject;
  return invalid(`The limit of ${limit} custom properties has been reached.`, {
    subCategory: "PropertyValidationError.PROPERTY_LIMIT_REACHED",
  });
}

import type { LiveResource } from "../../engine/index.ts";
import type { Resource } from "../../targets/index.ts";

/** The local CRM starts without the properties a real portal has had for years: those that the contract adopts are made there. */
export function withStandIns(
  resources: readonly Resource[],
  standIns: readonly Resource[],
  live: readonly LiveResource[],
): readonly Resource[] {
  const present = new Set(live.filter(({ isArchived }) => !isArchived).map(({ address }) => address));
  const missing = new Map(
    standIns.filter(({ address }) => !present.has(address)).map((resource) => [resource.address, resource]),
  );
  return resources.map((resource) => missing.get(resource.address) ?? resource);
}

import type { Address, Json, Resource } from "../resource.ts";

/** Adds to lists and workflows the properties and pipelines that they name, so that those are created first. */
export function addDependencies(resources: readonly Resource[]): readonly Resource[] {
  const addresses = new Map<string, Set<Address>>();
  const add = (name: string, address: Address): void => {
    addresses.set(name, (addresses.get(name) ?? new Set()).add(address));
  };
  for (const { kind, name, address, attributes } of resources) {
    if (kind === "property") add(name, address);
    if (kind === "list" || kind === "workflow") add(address, address);
    if (kind === "pipeline") for (const id of stageIds(attributes["stages"])) add(id, address);
  }
  return resources.map((resource) => {
    if (resource.kind !== "list" && resource.kind !== "workflow") return resource;
    const named = textsOf(resource.attributes)
      .flatMap((text) => [...(addresses.get(text) ?? [])])
      .filter((address) => address !== resource.address);
    return { ...resource, dependsOn: [...new Set([...resource.dependsOn, ...named])].sort() };
  });
}

/** Every text inside a value. */
function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function stageIds(stages: Json | undefined): readonly string[] {
  return Array.isArray(stages) ? stages.flatMap((stage: Json) => textsOf(stageIdIn(stage))) : [];
}

function stageIdIn(stage: Json): Json | undefined {
  return typeof stage === "object" && stage !== null && "stageId" in stage ? stage["stageId"] : undefined;
}

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
    const named = new Set(resource.dependsOn);
    eachText(resource.attributes, (text) => {
      for (const address of addresses.get(text) ?? []) named.add(address);
    });
    named.delete(resource.address);
    return { ...resource, dependsOn: [...named].sort() };
  });
}

/** Shows every text inside a value: large contracts have millions of them. */
function eachText(value: Json | undefined, show: (text: string) => void): void {
  if (typeof value === "string") show(value);
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) eachText(inner, show);
}

function stageIds(stages: Json | undefined): readonly string[] {
  return Array.isArray(stages) ? stages.flatMap(stageIdIn) : [];
}

function stageIdIn(stage: Json): readonly string[] {
  const id = typeof stage === "object" && stage !== null && "stageId" in stage ? stage["stageId"] : undefined;
  return typeof id === "string" ? [id] : [];
}

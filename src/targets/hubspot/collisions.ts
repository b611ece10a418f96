import type { TargetProblem } from "../fidelity.ts";
import type { Resource } from "../resource.ts";

/** Clauses that ask for the same name; the first keeps it, the others are reported and left out. */
export function separate(resources: readonly Resource[]): {
  readonly kept: readonly Resource[];
  readonly problems: readonly TargetProblem[];
} {
  const owners = new Map<string, Resource>();
  const problems: TargetProblem[] = [];
  for (const resource of resources) {
    // HubSpot keeps list names unique across all objects, and pipeline ids across deals and tickets.
    const isPortalWide = resource.kind === "list" || resource.kind === "pipeline";
    const key = isPortalWide ? `${resource.kind}:${resource.name}` : resource.address;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, resource);
    else problems.push(problemOf(owner, resource));
  }
  return { kept: [...owners.values()], problems };
}

const problemOf = (owner: Resource, rival: Resource): TargetProblem => ({
  kind: owner.isAdopted && rival.isAdopted ? "duplicate-mapping" : "name-collision",
  address: rival.address,
  clauses: [owner.clause, rival.clause],
});

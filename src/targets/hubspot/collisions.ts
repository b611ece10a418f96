import type { TargetProblem } from "../fidelity.ts";
import type { Json, Resource } from "../resource.ts";

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
  const kept = [...owners.values()];
  return { kept, problems: [...problems, ...kept.flatMap(repeatedOptions)] };
}

/** An id of the contract that is also a value revpact needs for itself, such as the reason `none`. */
function repeatedOptions({ kind, address, clause, attributes }: Resource): readonly TargetProblem[] {
  if (kind !== "property") return [];
  const options: Json = attributes["options"] ?? [];
  const values = Array.isArray(options) ? options.map((option: Json) => optionValue(option)) : [];
  const repeated = [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
  return repeated.map((value) => ({
    kind: "name-collision",
    address: `${address} (option ${value})`,
    clauses: [clause, `reasons.${value}`],
  }));
}

const optionValue = (option: Json): string =>
  typeof option === "object" && option !== null && "value" in option ? String(option["value"]) : "";

const problemOf = (owner: Resource, rival: Resource): TargetProblem => ({
  kind: owner.isAdopted && rival.isAdopted ? "duplicate-mapping" : "name-collision",
  address: rival.address,
  clauses: [owner.clause, rival.clause],
});

import type { Contract } from "./contract.ts";
import type { Id } from "./entry.ts";

/** The role itself, its members and the roles it is a member of: people who may stand for one another. */
export function relatedRoles(contract: Contract, role: Id): ReadonlySet<Id> {
  const related = new Set<Id>([role]);
  const queue = [role];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    for (const next of neighbours(contract, current)) {
      if (related.has(next)) continue;
      related.add(next);
      queue.push(next);
    }
  }
  return related;
}

function neighbours(contract: Contract, role: Id): readonly Id[] {
  const parents = [...contract.roles.values()].filter((other) => other.members.includes(role)).map((other) => other.id);
  return [...(contract.roles.get(role)?.members ?? []), ...parents];
}

/** The party that a name belongs to: itself, or the party of the role or of a role it stands for. */
export function partyOf(contract: Contract, name: Id): Id | undefined {
  if (contract.parties.has(name)) return name;
  for (const role of relatedRoles(contract, name)) {
    const party = contract.roles.get(role)?.party;
    if (party !== undefined) return party;
  }
  return undefined;
}

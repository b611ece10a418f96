import type { Contract, Environment } from "../../contract/index.ts";
import { compileHubSpot, type FidelityLevel } from "../../targets/index.ts";
import type { Difference } from "../diff/difference.ts";
import { fidelityOf, levels } from "../fidelity/clause-fidelity.ts";

/** A clause that the CRM holds less well than before. */
export interface LostFidelity {
  readonly clause: string;
  readonly before: FidelityLevel;
  readonly after: FidelityLevel;
}

/** Clauses of both versions that the CRM held better before; none where there is no HubSpot environment. */
export function lostFidelity({ base, head }: Difference): readonly LostFidelity[] {
  const environment = [...head.contract.environments.values()].find(({ crm }) => crm === "hubspot");
  if (environment === undefined) return [];
  const before = levelsOf(base.contract, environment);
  return [...levelsOf(head.contract, environment)].flatMap(([clause, after]) => {
    const former = before.get(clause);
    const isLess = former !== undefined && levels.indexOf(after) < levels.indexOf(former);
    return isLess ? [{ clause, before: former, after }] : [];
  });
}

function levelsOf(contract: Contract, environment: Environment): ReadonlyMap<string, FidelityLevel> {
  const clauses = fidelityOf(compileHubSpot(contract, environment).notes);
  return new Map(clauses.map(({ clause, level }) => [clause, level]));
}

import type { Contract, Environment } from "../../../contract/index.ts";
import type { Path } from "../../../criteria/index.ts";
import { type Finding, finding, nearest } from "../../../diagnostics/index.ts";
import type { Address, Resource } from "../../resource.ts";

/** CRM812 for each property that the contract uses and the portal does not have, with the one that was meant. */
export function adoptedFindings(
  { contract, environment }: { readonly contract: Contract; readonly environment: Environment },
  resources: readonly Resource[],
  portal: {
    readonly present: ReadonlySet<Address>;
    readonly propertyNames: ReadonlyMap<string, readonly string[]>;
  },
): readonly Finding[] {
  // The local CRM is given what it lacks.
  if (environment.crm === "local") return [];
  return resources
    .filter(({ isAdopted, kind, address }) => isAdopted && kind === "property" && !portal.present.has(address))
    .flatMap(({ name, object, clause }) => {
      const known = portal.propertyNames.get(object);
      if (known === undefined) return [];
      const path = pathOf(clause, environment);
      const args = { kind: "property", name, cause: "absent", guess: nearest(name, known) ?? "" } as const;
      const place = contract.locate.spanOf(path, "value");
      return [finding("CRM812", place, { ...args, candidates: [], scopes: [] }, { clause: path.join(".") })];
    });
}

/** Where the name of the property is written: at the field, or in the environment for a signal. */
function pathOf(clause: string, { path, signals }: Environment): Path {
  const [section = "", id = ""] = clause.split(".");
  const isBound = section === "signals" && signals.get(id)?.kind === "property";
  return isBound ? [...path, "signals", id] : [section, id, "crm", "property"];
}

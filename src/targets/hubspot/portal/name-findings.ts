import type { Contract, Environment } from "../../../contract/index.ts";
import { type Finding, finding, inBoth, renderFinding } from "../../../diagnostics/index.ts";
import type { FidelityNote } from "../../fidelity.ts";
import type { UnresolvedName } from "./resolve-names.ts";

/** A finding at the entry of the environment that names what the portal does not have. */
export function nameFinding(contract: Contract, environment: Environment, unresolved: UnresolvedName): Finding {
  const { section, id } = unresolved.of;
  const path = [...environment.path, section, id];
  const place = contract.locate.spanOf(path, "value");
  const extras = { clause: path.join(".") };
  const { kind, name, problem } = unresolved;
  const blank = { kind, name, guess: "", candidates: [], scopes: [] };
  switch (problem.cause) {
    case "absent": {
      // Who else has an account is not for a plan that may be shown around.
      const { guess = "", candidates } = kind === "user" ? { candidates: [] } : problem;
      return finding("CRM812", place, { ...blank, cause: "absent", guess, candidates }, extras);
    }
    case "refused":
      return finding("CRM812", place, { ...blank, cause: "refused", scopes: problem.scopes }, extras);
    case "inactive":
      return finding("OWN605", place, { role: id, environment: environment.id, inactive: name }, extras);
    case "several":
    case "unset":
      return finding("CRM812", place, { ...blank, cause: problem.cause }, extras);
    default:
      return problem satisfies never;
  }
}

/** What a finding about a portal leaves to people, for the plan: the same words. */
export function noteOf(found: Finding): FidelityNote {
  return {
    clause: found.clause ?? "",
    level: "manual",
    text: inBoth((language) => `${renderFinding(found, language).message}.`),
    howTo: inBoth((language) => sentence(renderFinding(found, language).help)),
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

import { join } from "node:path";
import type { Contract, Environment } from "../../contract/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** A contract without environments still has the local CRM to try things on. */
const localByDefault: Environment = {
  id: "local",
  path: ["environments", "local"],
  crm: "local",
  apiVersion: "v3",
  isProtected: false,
  drift: "hold",
  people: new Map(),
  signals: new Map(),
};

/** The environment named, or the first local one. */
export function chooseEnvironment(contract: Contract, name: string | undefined): Result<Environment> {
  const environments = contract.environments.size === 0 ? new Map([["local", localByDefault]]) : contract.environments;
  const known = [...environments.keys()];
  if (name === undefined) {
    const local = [...environments.values()].find(({ crm }) => crm === "local");
    return local === undefined
      ? fail(exitCodes.usage, "say which environment is meant", `add --environment ${known.join(" or --environment ")}`)
      : succeed(local);
  }
  const chosen = environments.get(name);
  if (chosen !== undefined) return succeed(chosen);
  const guess = nearest(name, known);
  return fail(
    exitCodes.usage,
    `there is no environment ${name} in the contract${guess === undefined ? "" : `; did you mean ${guess}`}`,
    `its environments are ${known.join(", ")}`,
  );
}

/** Where revpact keeps what it knows of an environment. */
export function stateFolder(contractFolder: string, environment: Environment): string {
  return join(contractFolder, ".revpact", environment.id);
}

/** Where the local CRM of an environment keeps its portal. */
export function portalFolder(contractFolder: string, environment: Environment): string {
  return join(stateFolder(contractFolder, environment), "crm");
}

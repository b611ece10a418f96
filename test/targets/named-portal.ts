import type { Contract, Environment } from "../../src/contract/index.ts";
import {
  type BoundConfiguration,
  bindToPortal,
  compileHubSpot,
  factNeeds,
  type HubSpotConfiguration,
  type PortalFacts,
} from "../../src/targets/index.ts";
import { contractOf } from "./compile-example.ts";

/** The variable HEAD_OF_SALES holds head-of-sales@example.test. */
const lookUp = (variable: string): string => `${variable.toLowerCase().replaceAll("_", "-")}@example.test`;

/** A portal in which everybody whom an environment names can be found, but for those left out. */
function factsFor(environment: Environment, leftOut: readonly string[]): PortalFacts {
  const { emails, teams } = factNeeds(environment, lookUp);
  const isThere = (name: string): boolean => !leftOut.includes(name);
  const owners = emails.filter(isThere).map((email, index) => {
    const number = String(index + 1);
    return { id: `10${number}`, userId: `90${number}`, email, isActive: true };
  });
  const known = teams.filter(isThere).map((name, index) => {
    const number = String(index + 1);
    return { id: `50${number}`, name, userIds: [`91${number}`, `92${number}`] };
  });
  return {
    owners: { kind: "known", entries: owners },
    teams: { kind: "known", entries: known },
    forms: { kind: "known", entries: [{ id: "f1", name: "Demande de démo" }] },
    events: { kind: "known", entries: [] },
  };
}

/** What a portal is known to hold beside people. */
type Known = Partial<Pick<Parameters<typeof bindToPortal>[2], "lifecycleStages">>;

const hubSpotsOwn = ["subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity", "customer"];

/** HubSpot's own lifecycle, where nothing else is said. */
const usual = new Map([["contacts", hubSpotsOwn.map((id) => ({ id, name: id }))]]);

/** A contract as the portal of one of its environments will hold it; `leftOut` are people whom the portal does not have. */
export function boundIn(
  text: string,
  id: string,
  { leftOut = [], ...known }: Known & { readonly leftOut?: readonly string[] } = {},
): BoundConfiguration {
  return boundTo(text, id, { factsOf: (environment) => factsFor(environment, leftOut), ...known });
}

/** A contract as a portal that holds these people will hold it. */
export function boundTo(
  text: string,
  id: string,
  { factsOf, ...known }: Known & { readonly factsOf: (environment: Environment) => PortalFacts },
): BoundConfiguration {
  const contract = contractOf(text);
  const environment = contract.environments.get(id);
  if (environment === undefined) throw new Error(`no environment ${id}`);
  return fitted({ contract, environment }, compileHubSpot(contract, environment), { factsOf, ...known });
}

/** What a contract compiles to, with the numbers of a portal in it. */
export function fitted(
  about: { readonly contract: Contract; readonly environment: Environment },
  configuration: HubSpotConfiguration,
  {
    factsOf = (environment) => factsFor(environment, []),
    ...known
  }: Known & { readonly factsOf?: (environment: Environment) => PortalFacts } = {},
): BoundConfiguration {
  return bindToPortal(about, configuration, {
    facts: factsOf(about.environment),
    capabilities: { refused: [] },
    present: new Set(),
    lookUp,
    propertyNames: new Map(),
    lifecycleStages: usual,
    ...known,
  });
}

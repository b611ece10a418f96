import { readFileSync } from "node:fs";
import { type Contract, compileContract, type Environment } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";
import { compileHubSpot, type HubSpotConfiguration } from "../../src/targets/index.ts";

/** The contract of a text; a text with errors is a mistake in the test. */
export function contractOf(text: string): Contract {
  const { value, findings } = compileContract([createSource("contract.yaml", text)], { asOf: "2027-01-04" });
  if (value === undefined) throw new Error(findings.map(({ code, clause }) => `${code} ${clause ?? ""}`).join("\n"));
  return value;
}

/** The text of one of the examples. */
export const exampleText = (name: string): string =>
  readFileSync(new URL(`../../examples/${name}/contract.yaml`, import.meta.url), "utf8");

/** A contract compiled for one of its environments. */
export function compiled(text: string, environment: string): HubSpotConfiguration {
  const contract = contractOf(text);
  return compileHubSpot(contract, environmentOf(contract, environment));
}

function environmentOf(contract: Contract, id: string): Environment {
  const environment = contract.environments.get(id);
  if (environment === undefined) throw new Error(`no environment ${id}`);
  return environment;
}

import type { Contract, Environment } from "../../contract/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import { compileHubSpot } from "./compile-hubspot.ts";

/** CRM810: each clause that the CRM leaves to people, at its place in the contract, with what is said about it. */
export function notEnforceable(contract: Contract, environment: Environment): readonly Finding[] {
  const manual = compileHubSpot(contract, environment).notes.filter(({ level }) => level === "manual");
  const byClause = new Map(manual.map((note) => [note.clause, note]));
  return [...byClause].map(([clause, { text }]) =>
    finding("CRM810", contract.locate.spanOf(clause.split("."), "key"), { clause }, { clause, witness: text }),
  );
}

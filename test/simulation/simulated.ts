import { readFileSync } from "node:fs";
import { type Contract, compileContract } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";
import { type Preparation, type PreparationInput, prepare } from "../../src/simulation/prepare.ts";
import { type SimulateOptions, simulate } from "../../src/simulation/simulate.ts";

export const dayMs = 86_400_000;

/** The contract of a file that has no errors. */
export function contractIn(file: string): Contract {
  const { value, findings } = compileContract([createSource(file, readFileSync(file, "utf8"))], { asOf: "2027-01-04" });
  if (value === undefined) throw new Error(findings.map(({ code }) => code).join(" "));
  return value;
}

/** A contract that is ready to be simulated, by default without a profile and with four leads a day. */
export function prepared(contract: Contract, input: Partial<PreparationInput> = {}): Preparation {
  return prepare(contract, { profile: {}, perDay: 4, staff: new Map(), from: contract.effective, ...input });
}

/** Simulates some days from the first one on. */
export function simulated(
  { terms, scheme }: Pick<Preparation, "terms" | "scheme">,
  { days, ...rest }: Partial<SimulateOptions> & { readonly days: number },
) {
  const start = terms.effectiveAt;
  return simulate({ terms, scheme, start, end: start + days * dayMs, seed: 1, runs: 1, ...rest });
}

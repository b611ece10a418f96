import type { Contract } from "../contract/index.ts";
import { createTerms, type Terms } from "../journey/index.ts";
import type { Mutant } from "./mutants/mutant.ts";
import { mutantsOf } from "./mutants/mutants-of.ts";
import { runTest } from "./run-test.ts";
import type { TestCase } from "./test-case.ts";

/** How many changes of single clauses the tests notice. */
export interface MutationResult {
  readonly mutants: number;
  /** Those that no test notices. */
  readonly survivors: readonly Mutant[];
  /** 0 to 1; 1 where there is nothing to change. */
  readonly share: number;
}

/** Changes each clause in turn and plays the tests until one notices; one that fails anyway would notice everything. */
export function mutate(
  contract: Contract,
  tests: readonly TestCase[],
  onProgress: (done: number, all: number) => void = () => undefined,
): MutationResult {
  const mutants = mutantsOf(contract);
  const terms = createTerms(contract);
  const passing = tests.filter((test) => passes(terms, test));
  const survivors = mutants.filter((mutant, index) => {
    onProgress(index, mutants.length);
    const changed = createTerms(mutant.contract);
    return passing.every((test) => passes(changed, test));
  });
  return {
    mutants: mutants.length,
    survivors,
    share: mutants.length === 0 ? 1 : 1 - survivors.length / mutants.length,
  };
}

function passes(terms: Terms, test: TestCase): boolean {
  return runTest(terms, test, { isBrief: true }).mismatches.length === 0;
}

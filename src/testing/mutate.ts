import type { Contract } from "../contract/index.ts";
import { createTerms } from "../journey/index.ts";
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

/** Changes each clause in turn and plays the tests until one notices. */
export function mutate(
  contract: Contract,
  tests: readonly TestCase[],
  onProgress: (done: number, all: number) => void = () => undefined,
): MutationResult {
  const mutants = mutantsOf(contract);
  const survivors = mutants.filter((mutant, index) => {
    onProgress(index, mutants.length);
    return !isNoticed(mutant, tests);
  });
  return {
    mutants: mutants.length,
    survivors,
    share: mutants.length === 0 ? 1 : 1 - survivors.length / mutants.length,
  };
}

function isNoticed(mutant: Mutant, tests: readonly TestCase[]): boolean {
  const terms = createTerms(mutant.contract);
  return tests.some((test) => runTest(terms, test, { isBrief: true }).mismatches.length > 0);
}

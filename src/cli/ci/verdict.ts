import type { Contract } from "../../contract/index.ts";
import type { Difference } from "../diff/difference.ts";
import type { Check } from "./check.ts";
import type { LostFidelity } from "./fidelity-lost.ts";
import type { PlanOutcome } from "./plan-check.ts";

/** Everything a pipeline found, and what it comes to. */
export interface Verdict {
  readonly contract: Contract;
  readonly isPassed: boolean;
  readonly checks: readonly Check[];
  /** Absent where there is nothing to compare with. */
  readonly difference?: Difference;
  /** The contract was not there in the base: all of it is new. */
  readonly isNew: boolean;
  readonly plan: PlanOutcome;
  readonly lost: readonly LostFidelity[];
}

/** One check that fails makes the whole fail; what was skipped says why and fails nothing. */
export function isPassed(checks: readonly Check[]): boolean {
  return checks.every(({ state }) => state !== "failed");
}

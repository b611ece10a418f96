import type { SimulationResult } from "./result.ts";
import { difference, type Estimate } from "./statistics.ts";

/** One deadline under two contracts. */
export interface DeadlineComparison {
  readonly name: string;
  readonly before: Estimate | undefined;
  readonly after: Estimate | undefined;
  /** After less before; undefined where one of them has none. */
  readonly difference: Estimate | undefined;
}

/** What differs between two contracts that had the same leads, people and luck. */
export interface Comparison {
  readonly deadlines: readonly DeadlineComparison[];
  readonly roles: readonly {
    readonly role: string;
    readonly before: number | undefined;
    readonly after: number | undefined;
  }[];
  readonly stages: readonly { readonly stage: string; readonly before: number; readonly after: number }[];
}

/** Compares two results of the same seed, months and number of runs. */
export function compare(before: SimulationResult, after: SimulationResult): Comparison {
  const names = merged(
    before.deadlines.map(({ name }) => name),
    after.deadlines.map(({ name }) => name),
  );
  const deadlines = names.map((name): DeadlineComparison => {
    const one = before.deadlines.find((deadline) => deadline.name === name);
    const other = after.deadlines.find((deadline) => deadline.name === name);
    return {
      name,
      before: one?.lateShare,
      after: other?.lateShare,
      difference: one === undefined || other === undefined ? undefined : difference(one.batches, other.batches),
    };
  });
  const roles = merged(
    before.roles.map(({ role }) => role),
    after.roles.map(({ role }) => role),
  ).map((role) => ({
    role,
    before: before.roles.find((one) => one.role === role)?.load,
    after: after.roles.find((one) => one.role === role)?.load,
  }));
  const stages = merged(
    before.stages.map(({ stage }) => stage),
    after.stages.map(({ stage }) => stage),
  ).map((stage) => ({
    stage,
    before: before.stages.find((one) => one.stage === stage)?.entries ?? 0,
    after: after.stages.find((one) => one.stage === stage)?.entries ?? 0,
  }));
  return { deadlines, roles, stages };
}

/** The newer order, then what only the older one has. */
function merged(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...new Set([...after, ...before])];
}

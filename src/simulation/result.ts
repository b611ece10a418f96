import type { Instant } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import type { Batch, Estimate } from "./statistics.ts";
import type { Wait } from "./tally.ts";

/** What all runs of a simulation came to; counts are over all runs, divide by `runs` for one. */
export interface SimulationResult {
  readonly start: Instant;
  readonly end: Instant;
  readonly seed: number;
  readonly runs: number;
  readonly leads: number;
  /** Leads that the contract does not speak of, or that it takes nowhere. */
  readonly outOfScope: number;
  readonly events: number;
  readonly deadlines: readonly DeadlineResult[];
  readonly roles: readonly RoleResult[];
  readonly handoffs: readonly HandoffResult[];
  readonly stages: readonly StageResult[];
  /** Messages of escalations by the role they go to. */
  readonly escalations: ReadonlyMap<Id, number>;
  /** Acts that the contract did not allow as they were meant. */
  readonly notes: ReadonlyMap<string, number>;
}

/** Waits in open time. */
export interface WaitSummary {
  readonly count: number;
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  /** Classes for a chart: waits up to so long, and how many. */
  readonly classes: readonly { readonly upToMs: number; readonly count: number }[];
}

/** One deadline of the contract. */
export interface DeadlineResult {
  readonly name: string;
  readonly owedBy: Id | undefined;
  readonly inTime: number;
  readonly late: number;
  readonly exempt: number;
  readonly lateShare: Estimate | undefined;
  readonly waits: WaitSummary;
  readonly worst: readonly Wait[];
  /** By the week in which it was due, over all runs. */
  readonly weeks: readonly Batch[];
  /** What the interval was made from: runs, or pairs of weeks of the only one. */
  readonly batches: readonly Batch[];
}

/** The people of a role. */
export interface RoleResult {
  readonly role: Id;
  readonly staff: number;
  /** Share of their open time in which they worked. */
  readonly load: number;
  readonly done: number;
  /** How much waited for them on average while they were open, and at most. */
  readonly meanWaiting: number;
  readonly mostWaiting: { readonly count: number; readonly at: Instant; readonly run: number };
  readonly waits: WaitSummary;
  /** What waited on average, week by week. */
  readonly weeks: readonly number[];
  /** For proofs: waiting times milliseconds, and the sum of all waits in milliseconds. */
  readonly areaMs: number;
  readonly waitedMs: number;
}

/** One handoff. */
export interface HandoffResult {
  readonly handoff: Id;
  readonly opened: number;
  readonly received: number;
  readonly accepted: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly sentBack: number;
  readonly tooOften: number;
  readonly reasons: ReadonlyMap<Id, number>;
}

/** One stage. */
export interface StageResult {
  readonly stage: Id;
  readonly entries: number;
  /** Records in it at the end for which nothing was going to happen any more. */
  readonly stranded: number;
}

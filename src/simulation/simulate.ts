import { type Id, placedDeadlines } from "../contract/index.ts";
import type { DeadlineResult, HandoffResult, RoleResult, SimulationResult, StageResult } from "./result.ts";
import { type RunOptions, runOnce } from "./run-once.ts";
import type { Simulation } from "./simulation.ts";
import { type Batch, estimate } from "./statistics.ts";
import { type DeadlineTally, type HandoffTally, worstKept } from "./tally.ts";
import { createWaitHistogram } from "./wait-histogram.ts";
import { summarise } from "./wait-summary.ts";
import type { StaffPool } from "./work.ts";

/** Several runs of the same months, each with luck of its own. */
export type SimulateOptions = Omit<RunOptions, "run"> & { readonly runs: number };

/** Simulates a contract; the same options give the same result to the last digit. */
export function simulate({ runs, ...options }: SimulateOptions): SimulationResult {
  const done = Array.from({ length: runs }, (_, run) => measured(runOnce({ ...options, run: run + 1 })));
  const { terms, start, end, seed } = options;
  const total = (count: (one: Measured) => number) => done.reduce((sum, one) => sum + count(one), 0);
  return {
    start,
    end,
    seed,
    runs,
    leads: total(({ arrived }) => arrived),
    outOfScope: total(({ tally }) => tally.outOfScope),
    events: total(({ events }) => events),
    deadlines: deadlineNames(options, done).flatMap((name) => deadlineResult(name, done) ?? []),
    roles: [...terms.contract.roles.keys()].flatMap((role) => roleResult(role, done, options) ?? []),
    handoffs: [...terms.contract.handoffs.keys()].map((handoff) => handoffResult(handoff, done)),
    stages: [...terms.contract.stages.keys()].map((stage) => stageResult(stage, done)),
    escalations: summed(done.map(({ tally }) => tally.escalations)),
    notes: summed(done.map(({ tally }) => tally.notes)),
  };
}

/** What is kept of a run: its counters. */
type Measured = Pick<Simulation, "tally" | "pools" | "arrived" | "events">;

function measured({ tally, pools, arrived, events }: Simulation): Measured {
  return { tally, pools, arrived, events };
}

/** Deadlines in the order of the contract, then feedback and repair where they ran. */
function deadlineNames({ terms }: Pick<RunOptions, "terms">, done: readonly Measured[]): readonly string[] {
  const written = placedDeadlines(terms.contract).map(({ name }) => name);
  const ran = done.flatMap(({ tally }) => [...tally.deadlines.keys()]);
  return [...new Set([...written, ...ran.toSorted()])];
}

function deadlineResult(name: string, done: readonly Measured[]): DeadlineResult | undefined {
  const tallies = done.map(({ tally }) => tally.deadlines.get(name));
  const known = tallies.filter((one) => one !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const waits = createWaitHistogram();
  for (const one of known) waits.addAll(one.waits);
  const batches = tallies.length > 1 ? tallies.map(asBatch) : pairsOf(first.weeks);
  return {
    name,
    owedBy: first.owedBy,
    inTime: sumOf(known, (one) => one.inTime),
    late: sumOf(known, (one) => one.late),
    exempt: sumOf(known, (one) => one.exempt),
    lateShare: estimate(batches),
    waits: summarise(waits),
    worst: known
      .flatMap(({ worst }) => worst)
      .toSorted((one, other) => other.openMs - one.openMs)
      .slice(0, worstKept),
    weeks: weeksOf(known.map(({ weeks }) => weeks)),
    batches,
  };
}

function asBatch(tally: DeadlineTally | undefined): Batch {
  const { late = 0, inTime = 0 } = tally ?? {};
  return { hits: late, all: late + inTime };
}

/** Two weeks are long against the time a lead waits, so that what one pair tells says little about the next. */
function pairsOf(weeks: readonly Batch[]): readonly Batch[] {
  const pairs: Batch[] = [];
  for (let week = 0; week < weeks.length; week += 2) pairs.push(joined([weeks[week], weeks[week + 1]]));
  return pairs;
}

function weeksOf(runs: readonly (readonly Batch[])[]): readonly Batch[] {
  const length = Math.max(0, ...runs.map((weeks) => weeks.length));
  return Array.from({ length }, (_, week) => joined(runs.map((weeks) => weeks[week])));
}

function joined(batches: readonly (Batch | undefined)[]): Batch {
  const known = batches.filter((batch) => batch !== undefined);
  return { hits: sumOf(known, ({ hits }) => hits), all: sumOf(known, ({ all }) => all) };
}

function roleResult(role: Id, done: readonly Measured[], { start, end }: RunSpan): RoleResult | undefined {
  const pools = done.flatMap(({ pools: all }) => all.get(role) ?? []);
  const [first] = pools;
  if (first === undefined || pools.every(({ measures }) => measures.joined === 0)) return undefined;
  const openMs = first.clock.openTimeBetween(start, end) * pools.length;
  const measures = pools.map((pool) => pool.measures);
  const waits = createWaitHistogram();
  for (const one of measures) waits.addAll(one.openWaits);
  return {
    role,
    staff: first.staff,
    load: openMs === 0 ? 0 : sumOf(measures, ({ busyMs }) => busyMs) / (openMs * first.staff),
    done: sumOf(measures, ({ started }) => started),
    meanWaiting: openMs === 0 ? 0 : sumOf(measures, ({ openWaitedMs }) => openWaitedMs) / openMs,
    mostWaiting: mostOf(pools),
    waits: summarise(waits),
    weeks: meanWeeks(pools),
    areaMs: sumOf(measures, ({ area }) => area),
    waitedMs: sumOf(measures, ({ waitedMs }) => waitedMs),
  };
}

type RunSpan = Pick<RunOptions, "start" | "end">;

function mostOf(pools: readonly StaffPool[]): RoleResult["mostWaiting"] {
  let most = { count: 0, at: 0, run: 0 };
  for (const [place, { measures }] of pools.entries())
    if (measures.longest > most.count) most = { count: measures.longest, at: measures.longestAt, run: place + 1 };
  return most;
}

const weekMs = 7 * 86_400_000;

/** The last week may be a short one. */
function meanWeeks(pools: readonly StaffPool[]): readonly number[] {
  const [first] = pools;
  if (first === undefined) return [];
  const { start, end } = first.span;
  const length = Math.ceil((end - start) / weekMs);
  return Array.from({ length }, (_, week) => {
    const lasts = Math.min(end, start + (week + 1) * weekMs) - (start + week * weekMs);
    return sumOf(pools, ({ measures }) => measures.weeks[week] ?? 0) / (lasts * pools.length);
  });
}

function handoffResult(handoff: Id, done: readonly Measured[]): HandoffResult {
  const known = done.flatMap(({ tally }) => tally.handoffs.get(handoff) ?? []);
  const count = (of: (one: HandoffTally) => number) => sumOf(known, of);
  return {
    handoff,
    opened: count(({ opened }) => opened),
    received: count(({ received }) => received),
    accepted: count(({ accepted }) => accepted),
    refused: count(({ refused }) => refused),
    withdrawn: count(({ withdrawn }) => withdrawn),
    sentBack: count(({ sentBack }) => sentBack),
    tooOften: count(({ tooOften }) => tooOften),
    reasons: summed(known.map(({ reasons }) => reasons)),
  };
}

function stageResult(stage: Id, done: readonly Measured[]): StageResult {
  return {
    stage,
    entries: sumOf(done, ({ tally }) => tally.entries.get(stage) ?? 0),
    stranded: sumOf(done, ({ tally }) => tally.stranded.get(stage) ?? 0),
  };
}

function summed(counts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const one of counts) for (const [name, count] of one) total.set(name, (total.get(name) ?? 0) + count);
  return new Map([...total].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}

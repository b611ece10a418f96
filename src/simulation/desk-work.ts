import type { Id } from "../contract/index.ts";
import { type Episode, openEpisode } from "../journey/index.ts";
import { serve } from "./service.ts";
import { type Simulation, schedule } from "./simulation.ts";
import { giveUp, join } from "./staff-pool.ts";
import { drawPlan } from "./stage-plan.ts";
import type { Desk, StaffPool, Work } from "./work.ts";

/** What the state of a record asks for, by whom. */
type Wanted = Pick<Work, "task" | "subject" | "rank" | "role">;

/** Sees to it that somebody does what the state of a record asks for, and nobody what it no longer asks for. */
export function arrange(simulation: Simulation, desk: Desk): void {
  const wanted = wantedOf(simulation, desk);
  const { work } = desk;
  if (work !== undefined && wanted !== undefined && isSame(work, wanted)) return;
  if (work !== undefined) {
    giveUp(work.pool, work, simulation.now);
    desk.work = undefined;
  }
  if (wanted !== undefined) request(simulation, desk, wanted);
}

/** Whether the state of a record asks anybody for anything, now or after a pause. */
export function isWanted(simulation: Simulation, desk: Desk): boolean {
  return wantedOf(simulation, desk) !== undefined || desk.wakesAt <= simulation.end;
}

/** The same thing by the same people; work in hand is not dropped for a new priority. */
function isSame({ task, subject, role, rank, state }: Work, wanted: Wanted): boolean {
  const isAlike = task === wanted.task && subject === wanted.subject && role === wanted.role;
  return isAlike && (rank === wanted.rank || state === "busy");
}

function request(simulation: Simulation, desk: Desk, wanted: Wanted): void {
  const pool = poolOf(simulation, wanted.role);
  if (pool === undefined) return;
  const work: Work = { kind: "done", ...wanted, desk, pool, wantedAt: simulation.now, state: "waiting" };
  desk.work = work;
  join(pool, work, simulation.now);
  serve(simulation, pool);
}

/** The people of a role; where its members do the work, those with the shortest line per head. */
function poolOf({ pools, deputies }: Simulation, role: Id): StaffPool | undefined {
  const members = deputies.get(role);
  if (members === undefined) return pools.get(role);
  let best: StaffPool | undefined;
  for (const pool of members) if (best === undefined || loadOf(pool) < loadOf(best)) best = pool;
  return best;
}

function loadOf({ waiting, busy, staff }: StaffPool): number {
  return (waiting + busy) / staff;
}

function wantedOf(simulation: Simulation, desk: Desk): Wanted | undefined {
  const { record } = desk;
  if (record.isGone === true) return undefined;
  const episode = openEpisode(record);
  if (episode !== undefined) return wantedByHandoff(simulation, desk, episode);
  if (record.sentBack !== undefined) {
    const { role } = record.sentBack.to;
    const rank = lastRank(simulation);
    return role === undefined ? undefined : { task: "repair", subject: record.sentBack, rank, role };
  }
  return wantedByStage(simulation, desk);
}

function wantedByHandoff(simulation: Simulation, { record }: Desk, episode: Episode): Wanted | undefined {
  const isPending = episode.status === "pending";
  if (isPending && episode.decision !== undefined) return undefined;
  const role = isPending ? record.owner.role : episode.sender.role;
  if (role === undefined) return undefined;
  const rank = rankOf(simulation, episode.priority);
  return { task: isPending ? "decision" : "completion", subject: episode, rank, role };
}

/** The plan of the stay in this stage; drawn when it is seen first. */
function wantedByStage(simulation: Simulation, desk: Desk): Wanted | undefined {
  const { record } = desk;
  const { stage, enteredAt } = record;
  if (stage === undefined) return undefined;
  if (desk.plan?.stage !== stage.stage.id || desk.plan.enteredAt !== enteredAt) {
    const plan = drawPlan(simulation, desk);
    if (plan === undefined) return undefined;
    desk.plan = plan;
  }
  const { plan } = desk;
  if (plan.readyAt > simulation.now) {
    wakeAt(simulation, desk, plan.readyAt);
    return undefined;
  }
  const role = record.owner.role ?? stage.stage.owner;
  return role === undefined ? undefined : { task: "touch", subject: plan, rank: touchRank(simulation, desk), role };
}

/** Whoever was promised a first touch comes before those who were touched already. */
function touchRank(simulation: Simulation, { record, plan }: Desk): number {
  if (plan?.touchesMade !== 0) return lastRank(simulation);
  return rankOf(simulation, (record.origin ?? record).episodes.at(-1)?.priority);
}

function rankOf({ ranks }: Simulation, priority: Id | undefined): number {
  return ranks.get(priority ?? "") ?? ranks.size;
}

function lastRank({ ranks }: Simulation): number {
  return ranks.size;
}

function wakeAt(simulation: Simulation, desk: Desk, at: number): void {
  if (desk.wakesAt === at || at === Number.POSITIVE_INFINITY) return;
  desk.wakesAt = at;
  schedule(simulation, at, desk);
}

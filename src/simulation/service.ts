import type { Instant } from "../calendar/index.ts";
import { openEpisode } from "../journey/index.ts";
import { drawTime, type Timing } from "./distributions.ts";
import { numberOf, purposes } from "./random.ts";
import { type Simulation, schedule } from "./simulation.ts";
import { occupy, takeNext } from "./staff-pool.ts";
import type { StaffPool, Work } from "./work.ts";

/** Everybody who is free takes what waits; where the office is closed the agenda remembers when it opens. */
export function serve(simulation: Simulation, pool: StaffPool): void {
  const { now } = simulation;
  for (let work = takeNext(pool, now); work !== undefined; work = takeNext(pool, now))
    schedule(simulation, occupy(pool, now, effortOf(simulation, work)), work);
  if (pool.waiting === 0 || pool.busy >= pool.staff) return;
  const opening: Instant = pool.clock.nextOpening(now) ?? Number.POSITIVE_INFINITY;
  if (opening <= now || pool.opensAt === opening) return;
  pool.opensAt = opening;
  schedule(simulation, opening, pool);
}

/** How long a piece of work takes: the same for the same lead under another contract. */
function effortOf({ random, scheme }: Simulation, { task, desk }: Work): number {
  const { lead, record, plan } = desk;
  const occurrence = task === "touch" ? (plan?.visit ?? 0) * 1024 + (plan?.touchesMade ?? 0) : record.episodes.length;
  const clause = task === "touch" ? (plan?.scheme.number ?? 0) : numberOf(task);
  random.aim(purposes.effort, lead.number, clause, occurrence);
  return drawTime(timingOf(scheme, { task, desk }), random);
}

function timingOf(scheme: Simulation["scheme"], { task, desk }: Pick<Work, "task" | "desk">): Timing {
  switch (task) {
    case "decision":
      return scheme.handoffs.get(openEpisode(desk.record)?.handoff.id ?? "")?.decision ?? scheme.completion;
    case "completion":
      return scheme.completion;
    case "repair":
      return scheme.repair;
    case "touch":
      return desk.plan?.scheme.effort ?? scheme.completion;
    default:
      return task satisfies never;
  }
}

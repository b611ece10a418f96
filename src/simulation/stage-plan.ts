import { drawTime, pick, tries } from "./distributions.ts";
import { purposes } from "./random.ts";
import type { Simulation } from "./simulation.ts";
import type { Desk, StagePlan } from "./work.ts";

/** Draws the stay of a record in the stage it is in; undefined where nobody works there. */
export function drawPlan(simulation: Simulation, desk: Desk): StagePlan | undefined {
  const { stage, enteredAt = simulation.now } = desk.record;
  const scheme = simulation.scheme.stages.get(stage?.stage.id ?? "");
  if (stage === undefined || scheme === undefined) return undefined;
  const visit = (desk.plan?.visit ?? 0) + 1;
  const { random, now } = simulation;
  random.aim(purposes.plan, desk.lead.number, scheme.number, visit);
  const exit = pick(scheme.exits, random.next());
  const drawn = tries(scheme.touches, random.next());
  const needed = exit?.kind === "leave" ? (exit.reason.onlyAfter?.count ?? 0) : 0;
  return {
    stage: stage.stage.id,
    enteredAt,
    scheme,
    exit,
    visit,
    touchesLeft: Math.max(drawn, needed),
    touchesMade: 0,
    firstTouchAt: Number.POSITIVE_INFINITY,
    readyAt: now,
  };
}

/** After a touch that was not the last: the next one after a pause, the last not before its reason allows. */
export function pauseBeforeNext(simulation: Simulation, { lead, record }: Desk, plan: StagePlan): void {
  const { random, now, terms } = simulation;
  const { scheme, exit } = plan;
  random.aim(purposes.pause, lead.number, scheme.number, plan.visit * 1024 + plan.touchesMade);
  const pauseMs = drawTime(scheme.pause.timing, random);
  const office = terms.clockOf(record.owner.role);
  const rested = scheme.pause.isOpenTime ? office.addOpenTime(now, pauseMs) : now + pauseMs;
  plan.readyAt = rested ?? Number.POSITIVE_INFINITY;
  const over = exit?.kind === "leave" ? exit.reason.onlyAfter?.over : undefined;
  if (plan.touchesLeft === 1 && over !== undefined)
    plan.readyAt = Math.max(plan.readyAt, terms.after(plan.firstTouchAt, over));
}

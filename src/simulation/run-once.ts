import type { Instant } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import { advance, type Terms } from "../journey/index.ts";
import { createAgenda } from "./agenda.ts";
import { nextArrival } from "./arrivals.ts";
import { carryOut } from "./conduct.ts";
import { arrive, comeBack, finish, passTime, review } from "./live-lead.ts";
import { createRandom } from "./random.ts";
import type { Scheme } from "./scheme.ts";
import { serve } from "./service.ts";
import { type Occasion, type Simulation, schedule } from "./simulation.ts";
import { closeLine, createStaffPool } from "./staff-pool.ts";
import { createTally, listenFor } from "./tally.ts";
import type { StaffPool, Work } from "./work.ts";

/** One run: under which contract, with what else, from when to when, and with which luck. */
export interface RunOptions {
  readonly terms: Terms;
  readonly scheme: Scheme;
  readonly start: Instant;
  readonly end: Instant;
  readonly seed: number;
  readonly run: number;
}

/** Lives through one run from its start to its end; what it counted is in its tally and its pools. */
export function runOnce(options: RunOptions): Simulation {
  const simulation = createSimulation(options);
  const { agenda, end, start } = simulation;
  schedule(simulation, nextArrival(simulation, start), arrival);
  for (let time = agenda.nextTime(); time <= end; time = agenda.nextTime()) {
    const occasion = agenda.take();
    if (occasion === undefined) break;
    simulation.now = time;
    simulation.events += 1;
    live(simulation, occasion);
  }
  close(simulation);
  return simulation;
}

const arrival = { kind: "arrival" } as const;

function createSimulation({ terms, scheme, start, end, seed, run }: RunOptions): Simulation {
  const span = { start, end };
  const tally = createTally(run);
  const simulation: Simulation = {
    terms,
    scheme,
    random: createRandom(seed, run),
    start,
    end,
    agenda: createAgenda<Occasion>(),
    ...createPools(terms, scheme, span),
    ranks: new Map([...terms.contract.priorities.keys()].map((id, place) => [id, place])),
    alive: new Set(),
    tally,
    listener: listenFor({ tally, terms, span, lead: () => simulation.current }),
    now: start,
    arrived: 0,
    events: 0,
    current: undefined,
  };
  return simulation;
}

/** People for every role; a role with members and no people of its own is worked by its members. */
function createPools(terms: Terms, { staff }: Scheme, span: StaffPool["span"]) {
  const pools = new Map<Id, StaffPool>();
  const deputies = new Map<Id, readonly StaffPool[]>();
  for (const role of terms.contract.roles.keys()) {
    const clock = terms.clockOf(role);
    const people = staff.get(role) ?? 0;
    if (people > 0) pools.set(role, createStaffPool(role, people, { clock, span }));
  }
  for (const [id, { members }] of terms.contract.roles) {
    if (pools.has(id) || members.length === 0) continue;
    deputies.set(
      id,
      members.flatMap((member) => pools.get(member) ?? []),
    );
  }
  return { pools, deputies };
}

function live(simulation: Simulation, occasion: Occasion): void {
  const { now } = simulation;
  switch (occasion.kind) {
    case "arrival":
      arrive(simulation);
      schedule(simulation, nextArrival(simulation, now), arrival);
      return;
    case "comeback":
      comeBack(simulation, occasion.lead);
      return;
    case "done":
      finishWork(simulation, occasion);
      return;
    case "desk":
      if (occasion.wakesAt !== now) return;
      occasion.wakesAt = Number.POSITIVE_INFINITY;
      review(simulation, occasion.lead);
      return;
    case "opening":
      serve(simulation, occasion);
      return;
    case "lead":
      if (occasion.timerAt === now) passTime(simulation, occasion);
      return;
    default:
      occasion satisfies never;
  }
}

/** Somebody is free again; what was done counts unless nobody wanted it any more. */
function finishWork(simulation: Simulation, work: Work): void {
  const { desk, pool } = work;
  pool.busy -= 1;
  if (work.state === "busy") {
    desk.work = undefined;
    carryOut(simulation, work);
    review(simulation, desk.lead);
  }
  serve(simulation, pool);
}

function close(simulation: Simulation): void {
  const { alive, end, pools } = simulation;
  simulation.now = end;
  for (const lead of [...alive]) {
    simulation.current = lead;
    advance(lead.world, end);
    finish(simulation, lead);
  }
  for (const pool of pools.values()) closeLine(pool);
}

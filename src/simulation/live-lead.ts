import type { Instant } from "../calendar/index.ts";
import {
  advance,
  applyEvent,
  createWorld,
  type JourneyEvent,
  nextTimer,
  openEpisode,
  type RecordState,
} from "../journey/index.ts";
import { drawSignals, drawTraits } from "./arrivals.ts";
import { arrange, isWanted } from "./desk-work.ts";
import { exponential } from "./distributions.ts";
import { purposes } from "./random.ts";
import { type Simulation, schedule } from "./simulation.ts";
import { addTo, countClock } from "./tally.ts";
import type { Desk, Lead } from "./work.ts";

/** A lead comes: what is known of it, what it does, and what follows from that. */
export function arrive(simulation: Simulation): void {
  simulation.arrived += 1;
  const { terms, listener, now, arrived: number } = simulation;
  const traits = drawTraits(simulation, number);
  if (traits === undefined) return;
  const world = createWorld(terms, listener);
  const never = Number.POSITIVE_INFINITY;
  const lead: Lead = {
    kind: "lead",
    number,
    leadKind: traits.kind,
    world,
    desks: [],
    timerAt: never,
    signAt: never,
    parkedAt: -1,
  };
  simulation.alive.add(lead);
  simulation.current = lead;
  applyEvent(world, { kind: "created", at: now, fields: traits.fields });
  give(simulation, lead, traits.signals);
  if ([...world.records.values()].every(({ stage }) => stage === undefined)) simulation.tally.outOfScope += 1;
  review(simulation, lead);
}

function give({ now }: Simulation, { world }: Lead, signals: readonly string[]): void {
  for (const signal of signals) {
    const event: JourneyEvent = { kind: "signal", at: now, signal };
    applyEvent(world, event);
  }
}

/** A lead that was away shows what leads of its kind show. */
export function comeBack(simulation: Simulation, lead: Lead): void {
  lead.signAt = Number.POSITIVE_INFINITY;
  simulation.current = lead;
  const occurrence = lead.desks[0]?.record.episodes.length ?? 0;
  const drawn = { number: lead.number, occurrence };
  give(simulation, lead, drawSignals(simulation, lead.leadKind, drawn));
  review(simulation, lead);
}

/** What time brings to a lead. */
export function passTime(simulation: Simulation, lead: Lead): void {
  lead.timerAt = Number.POSITIVE_INFINITY;
  simulation.current = lead;
  advance(lead.world, simulation.now);
  review(simulation, lead);
}

/** After anything happened to a lead: who has to do something now, and when is it looked at again? */
export function review(simulation: Simulation, lead: Lead): void {
  let isBusy = false;
  for (const record of lead.world.records.values()) {
    const desk = deskOf(lead, record);
    forgetClocks(record);
    arrange(simulation, desk);
    if (desk.work !== undefined || desk.wakesAt <= simulation.end) isBusy = true;
  }
  planComeback(simulation, lead);
  if (isBusy || lead.signAt <= simulation.end) watch(simulation, lead, nextTimer(lead.world));
  else runAhead(simulation, lead);
}

/** Clocks that stopped were counted then, those that run are listed elsewhere: their history is half of what a lead weighs. */
function forgetClocks({ stageClocks, episodes }: RecordState): void {
  stageClocks.length = 0;
  for (const { clocks } of episodes) clocks.length = 0;
}

function watch(simulation: Simulation, lead: Lead, next: Instant): void {
  if (next >= lead.timerAt || next > simulation.end) return;
  lead.timerAt = next;
  schedule(simulation, next, lead);
}

/**
 * Nobody does anything about a lead for now, so that nothing but time can change it: its time runs ahead of the others'
 * until somebody is wanted. Most leads end here, long before the end, and are kept no longer.
 */
function runAhead(simulation: Simulation, lead: Lead): void {
  const { now, end } = simulation;
  for (let next = nextTimer(lead.world); next <= end; next = nextTimer(lead.world)) {
    simulation.now = Math.max(now, next);
    simulation.current = lead;
    advance(lead.world, simulation.now);
    planComeback(simulation, lead);
    if (lead.signAt > end && !isAnybodyWanted(simulation, lead)) continue;
    watch(simulation, lead, simulation.now);
    simulation.now = now;
    return;
  }
  simulation.now = now;
  finish(simulation, lead);
}

function isAnybodyWanted(simulation: Simulation, lead: Lead): boolean {
  for (const record of lead.world.records.values()) if (isWanted(simulation, deskOf(lead, record))) return true;
  return false;
}

function deskOf(lead: Lead, record: Desk["record"]): Desk {
  for (const desk of lead.desks) if (desk.record === record) return desk;
  const wakesAt = Number.POSITIVE_INFINITY;
  const made: Desk = { kind: "desk", lead, record, work: undefined, plan: undefined, wakesAt };
  lead.desks.push(made);
  return made;
}

/** Some of those who are parked show a new sign some day. */
function planComeback(simulation: Simulation, lead: Lead): void {
  const { scheme, random, terms, now, end } = simulation;
  const record = lead.desks[0]?.record;
  const { stage, enteredAt } = record ?? {};
  if (stage?.nature !== "parking" || enteredAt === undefined || enteredAt === lead.parkedAt) return;
  lead.parkedAt = enteredAt;
  random.aim(purposes.comeback, lead.number, 0, record?.episodes.length ?? 0);
  if (random.next() >= scheme.comeback.share) return;
  const meanMs = terms.after(now, scheme.comeback.after) - now;
  lead.signAt = Math.ceil(now + exponential(random.next()) * meanMs);
  if (lead.signAt <= end) schedule(simulation, lead.signAt, { kind: "comeback", lead });
}

/** Counts what is still open, as it stands at the end. */
export function finish(simulation: Simulation, lead: Lead): void {
  const { tally, terms, start, end } = simulation;
  if (!simulation.alive.delete(lead)) return;
  const counting = { tally, terms, span: { start, end }, lead: () => lead };
  for (const { record, work, wakesAt } of lead.desks) {
    for (const clock of record.running) countClock(counting, clock);
    const { nature, stage } = record.stage ?? {};
    const isOpen = nature === "worked" || nature === "transmitting" || nature === "sink";
    const isQuiet = openEpisode(record) === undefined && work === undefined && wakesAt === Number.POSITIVE_INFINITY;
    if (stage !== undefined && isOpen && isQuiet && record.expiresAt === undefined) addTo(tally.stranded, stage.id);
  }
}

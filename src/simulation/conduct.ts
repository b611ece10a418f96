import type { Id } from "../contract/index.ts";
import { evaluate } from "../criteria/index.ts";
import { applyEvent, contextOf, type FieldValue, type Happening, openEpisode } from "../journey/index.ts";
import { pick } from "./distributions.ts";
import { drawValue } from "./draw-value.ts";
import { plausibleValue } from "./plausible-value.ts";
import { purposes } from "./random.ts";
import type { Exit, Provision } from "./scheme.ts";
import type { Simulation } from "./simulation.ts";
import { pauseBeforeNext } from "./stage-plan.ts";
import type { Desk, Work } from "./work.ts";

/** Tells the interpreter what somebody did with a record, now. */
export function act(simulation: Simulation, { lead, record }: Desk, happening: Happening): void {
  const { role } = record.owner;
  simulation.current = lead;
  applyEvent(lead.world, {
    ...happening,
    at: simulation.now,
    record: record.id,
    ...(role === undefined ? {} : { by: role }),
  });
}

/** Carries a finished piece of work into the interpreter. */
export function carryOut(simulation: Simulation, { task, desk }: Work): void {
  switch (task) {
    case "decision":
      decide(simulation, desk);
      return;
    case "completion":
      complete(simulation, desk, openEpisode(desk.record)?.handoff.requires ?? []);
      return;
    case "repair":
      repair(simulation, desk);
      return;
    case "touch":
      touch(simulation, desk);
      return;
    default:
      task satisfies never;
  }
}

function decide(simulation: Simulation, desk: Desk): void {
  const { lead, record } = desk;
  const episode = openEpisode(record);
  const scheme = simulation.scheme.handoffs.get(episode?.handoff.id ?? "");
  if (episode === undefined || scheme === undefined) return;
  const { random } = simulation;
  random.aim(purposes.decision, lead.number, scheme.number, record.episodes.length);
  const isRefused = random.next() < scheme.refused;
  const reason = isRefused ? pick(scheme.reasons, random.next()) : undefined;
  const isTouchAccepting = episode.handoff.acceptance === "first-touch";
  if (reason === undefined) {
    act(simulation, desk, isTouchAccepting ? { kind: "touch", touch: scheme.touch } : { kind: "accepted" });
    return;
  }
  if (!isTouchAccepting)
    for (let made = 0; made < (reason.onlyAfter?.count ?? 0); made += 1)
      act(simulation, desk, { kind: "touch", touch: scheme.touch });
  act(simulation, desk, { kind: "refused", reason: reason.id, detail: "…" });
}

/** Fills what is required and missing. */
function complete(simulation: Simulation, desk: Desk, requires: readonly Id[]): void {
  for (const field of requires) if (!desk.record.valuation.fields.has(field)) setField(simulation, desk, field);
}

function setField(simulation: Simulation, desk: Desk, field: Id, known?: FieldValue): void {
  const definition = simulation.terms.contract.fields.get(field);
  if (definition === undefined) return;
  act(simulation, desk, { kind: "set", field, value: known ?? plausibleValue(definition, simulation.now) });
}

/** What was sent back is put right and handed over once more. */
function repair(simulation: Simulation, desk: Desk): void {
  const refused = desk.record.episodes.at(-1)?.handoff;
  if (refused?.by === undefined) {
    act(simulation, desk, { kind: "repaired" });
    return;
  }
  const exit = desk.plan?.exit;
  if (exit?.kind === "hand-over") provide(simulation, desk, exit.provision);
  act(simulation, desk, { kind: "handed-over", handoff: refused.id });
}

function touch(simulation: Simulation, desk: Desk): void {
  const { plan } = desk;
  if (plan === undefined) return;
  plan.touchesLeft -= 1;
  plan.touchesMade += 1;
  plan.firstTouchAt = Math.min(plan.firstTouchAt, simulation.now);
  act(simulation, desk, { kind: "touch", touch: plan.scheme.touch });
  if (plan.touchesLeft > 0) {
    pauseBeforeNext(simulation, desk, plan);
    return;
  }
  plan.readyAt = Number.POSITIVE_INFINITY;
  if (plan.exit !== undefined && isStillThere(desk)) goOn(simulation, desk, plan.exit);
}

function isStillThere({ record, plan }: Desk): boolean {
  return record.stage?.stage.id === plan?.stage && record.enteredAt === plan?.enteredAt;
}

/** The way out of a stage. */
function goOn(simulation: Simulation, desk: Desk, exit: Exit): void {
  switch (exit.kind) {
    case "leave":
      act(simulation, desk, { kind: "left", reason: exit.reason.id, detail: "…" });
      return;
    case "hand-over":
      provide(simulation, desk, exit.provision);
      act(simulation, desk, { kind: "handed-over", handoff: exit.handoff });
      return;
    case "move":
      provide(simulation, desk, exit.provision);
      act(simulation, desk, { kind: "moved", to: exit.stage });
      return;
    case "open": {
      const id = `${exit.object}-by-hand-${desk.lead.world.records.size}`;
      act(simulation, desk, { kind: "linked", object: exit.object, id, stage: exit.stage });
      return;
    }
    case "qualify":
      provide(simulation, desk, exit.provision);
      return;
    default:
      exit satisfies never;
  }
}

/** Makes a lead show what conditions ask for, unless it does already. */
function provide(simulation: Simulation, desk: Desk, { conditions, requires, fields, signals }: Provision): void {
  const { terms, now } = simulation;
  const { record } = desk;
  const context = contextOf(terms, now);
  if (!conditions.every((condition) => evaluate(condition, record.valuation, context))) {
    for (const { field, origin } of fields) {
      const value = drawValue(origin, now, () => 0);
      if (value !== undefined) setField(simulation, desk, field, value);
    }
    for (const { signal, times } of signals)
      for (let made = 0; made < times; made += 1) act(simulation, desk, { kind: "signal", signal });
  }
  complete(simulation, desk, requires);
}

import type { Step } from "../../src/journey/index.ts";
import type { FidelityNote } from "../../src/targets/index.ts";
import type { Moment } from "./observe-journey.ts";
import type { Subject } from "./subject.ts";

/** The clause, left to people or limited by its note, on which what happened rests; undefined where a portal follows. */
export function unheldBy({ configuration, contract }: Subject, moment: Moment): string | undefined {
  const isManual = (clause: string): boolean =>
    configuration.notes.some((note) => note.clause === clause && note.level === "manual");
  return (
    moment.steps.flatMap(restsOn).find((clause) => clause.startsWith("scope.") || isManual(clause)) ??
    handMoveWithoutCriteria(moment, contract.handoffs, configuration.notes) ??
    changedMind(moment) ??
    raisedWhileHeld(moment) ??
    handedOverInVain(moment)
  );
}

/** The clauses that a step rests on; what a person does by hand rests on none. */
function restsOn({ kind, cause, clause, from, stage, handoff }: Step): readonly string[] {
  if (kind === "withdrawn") return [clause];
  if (kind === "accepted" || kind === "opened")
    return [`handoffs.${handoff}`, `handoffs.${handoff}.${kind === "opened" ? "from" : "acceptance"}`];
  if (kind !== "entered" || cause === "hand" || cause === "departure" || cause === "given") return [];
  if (cause === "expiry") return [clause, `stages.${from}.expires`];
  return [clause, `stages.${stage}`, `stages.${stage}.criteria`];
}

/** "It trusts the stage: a record put there by hand is handed over without its criteria." */
function handMoveWithoutCriteria(
  { act, steps }: Moment,
  handoffs: Subject["contract"]["handoffs"],
  notes: readonly FidelityNote[],
): string | undefined {
  if (act?.kind !== "moved") return undefined;
  const opening = [...handoffs.values()].find(({ from, by }) => by === undefined && from.includes(act.to));
  if (opening === undefined || steps.some(({ kind }) => kind === "opened")) return undefined;
  const clause = `handoffs.${opening.id}`;
  return notes.some((note) => note.clause === clause && note.level === "approximated") ? clause : undefined;
}

/** FIXME: the first decision stands, but a portal takes an acceptance after a refusal that still lacks its reason. */
function changedMind({ act, steps }: Moment): string | undefined {
  if (act?.kind !== "accepted" || !steps.some(({ note }) => note === "already-decided")) return undefined;
  return `handoffs.${act.handoff}.acceptance`;
}

/** "Judged when the handoff opens": what is raised until it is received starts other clocks than the portal's. */
function raisedWhileHeld({ at, steps }: Moment): string | undefined {
  const raised = steps.find(
    ({ kind, episode }) =>
      kind === "priority" && episode !== undefined && episode.openedAt < at && (episode.receivedAt ?? at) === at,
  );
  return raised?.clause;
}

/** FIXME: a record that was handed over in vain opens later, once its criteria hold: nothing takes the "yes" back. */
function handedOverInVain({ act, steps }: Moment): string | undefined {
  const isVain = steps.some(({ kind, note }) => kind === "noted" && note !== undefined);
  return act?.kind === "handed-over" && isVain ? `handoffs.${act.handoff}.by` : undefined;
}

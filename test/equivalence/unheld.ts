import { onlyRecord, type Step } from "../../src/journey/index.ts";
import { windowDays } from "../../src/targets/hubspot/clocks/window-days.ts";
import type { FidelityNote } from "../../src/targets/index.ts";
import type { Moment } from "./observe-journey.ts";
import type { Subject } from "./subject.ts";

/** The clause, left to people or limited by its note, on which what happened rests; undefined where a portal follows. */
export function unheldBy(subject: Subject, moment: Moment, before: readonly Moment[]): string | undefined {
  const { configuration, contract, terms } = subject;
  const isManual = (clause: string): boolean =>
    configuration.notes.some((note) => note.clause === clause && note.level === "manual");
  return (
    moment.steps.flatMap(restsOn).find((clause) => clause.startsWith("scope.") || isManual(clause)) ??
    handMoveWithoutCriteria(moment, contract.handoffs, configuration.notes) ??
    sentIntoOpenStage(moment, terms) ??
    bouncedBack(moment) ??
    changedMind(moment) ??
    touchedWhileHeld(moment) ??
    countedOtherwise(subject, moment, before)
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

/** Who is sent elsewhere and comes back by itself at once was, for HubSpot's delays, never away: its stay is not dated anew. */
function bouncedBack({ steps }: Moment): string | undefined {
  const entries = steps.filter(({ kind, record }) => kind === "entered" && record === onlyRecord);
  const [first, last] = [entries[0], entries.at(-1)];
  return first !== last && first?.from !== undefined && first.from === last?.stage ? last.clause : undefined;
}

/** FIXME: who is refused, or expires, into an open stage needs a new sign to go on; a portal goes by its criteria alone. */
function sentIntoOpenStage({ steps }: Moment, { stages }: Subject["terms"]): string | undefined {
  const sent = steps.find(({ kind, cause }) => kind === "entered" && (cause === "refusal" || cause === "expiry"));
  const target = stages.get(sent?.stage ?? "");
  const isOpen = target !== undefined && !target.stage.parking && target.stage.closed === undefined;
  return isOpen && target.promotions.length > 0 ? sent?.clause : undefined;
}

/**
 * FIXME: the first decision stands, but a portal takes an acceptance after a refusal that still lacks its reason; and it
 * takes an acceptance by hand where only a touch accepts.
 */
function changedMind({ act, steps }: Moment): string | undefined {
  const isIgnored = steps.some(({ note }) => note === "already-decided" || note === "only-a-touch-accepts");
  if (act?.kind !== "accepted" || !isIgnored) return undefined;
  return `handoffs.${act.handoff}.acceptance`;
}

/** FIXME: a touch of the time when it was incomplete accepts what is received; a portal judges its priority once more. */
function touchedWhileHeld({ at, steps }: Moment): string | undefined {
  const received = steps.find(
    ({ kind, episode }) => kind === "received" && episode !== undefined && episode.openedAt < at,
  );
  const isClosed = steps.some(({ kind, episode }) => kind === "accepted" && episode === received?.episode);
  return received !== undefined && isClosed ? `handoffs.${received.handoff}.acceptance` : undefined;
}

/**
 * "Contacts are counted since the handoff, their span in whole days": a record put into a stage by hand keeps those of
 * before, and in between the moment and the end of the last whole day both readings of the span are right.
 */
function countedOtherwise(
  { contract, model, terms }: Subject,
  { act, at }: Moment,
  before: readonly Moment[],
): string | undefined {
  const given = act?.kind === "left" || act?.kind === "refused" ? act.reason : undefined;
  const asked = contract.reasons.get(given ?? "")?.onlyAfter;
  if (asked === undefined) return undefined;
  const entries = before.flatMap(({ steps }) =>
    steps.filter(({ kind, record }) => kind === "entered" && record === onlyRecord),
  );
  const isByHand = act?.kind === "left" && ["hand", "departure"].includes(entries.at(-1)?.cause ?? "");
  const opened = before.findLastIndex(({ steps }) => steps.some(({ kind }) => kind === "opened"));
  const firstTouch = before.slice(Math.max(opened, 0)).find((one) => one.act?.kind === "touch")?.at;
  const { over } = asked;
  const isBetween =
    over !== undefined &&
    firstTouch !== undefined &&
    terms.after(firstTouch, over) <= at &&
    at < firstTouch + (windowDays(model, over) ?? 0) * dayMs;
  return isBetween || isByHand ? `reasons.${given}.onlyAfter` : undefined;
}

const dayMs = 86_400_000;

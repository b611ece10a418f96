import type { CrmObject, Id } from "../contract/index.ts";
import { accept, lacksDetail, refuse } from "./decisions.ts";
import { openEpisode } from "./episodes.ts";
import { type JourneyEvent, onlyRecord } from "./event.ts";
import { handOver } from "./hand-over.ts";
import { holderNamed } from "./holders.ts";
import { mergeInto, retire } from "./merge.ts";
import { moveByHand } from "./move-by-hand.ts";
import { enter } from "./moves.ts";
import { follow, isHollow, workedSince } from "./reasons.ts";
import { createLinked, createRecord } from "./records.ts";
import { offerAgain, settle } from "./settle.ts";
import type { Episode, Note, RecordState, World } from "./state.ts";
import { switchTerms } from "./switch-terms.ts";
import { applyTouch, isTypedLate } from "./touches.ts";

type EventOf<K extends JourneyEvent["kind"]> = Extract<JourneyEvent, { readonly kind: K }>;

/** Applies one event at the moment of the world, then whatever follows from it by itself. */
export function applyNow(world: World, event: JourneyEvent): void {
  if (event.kind === "version") {
    switchTerms(world, event.contract);
    for (const record of world.records.values()) settle(world, record);
    return;
  }
  const record = recordOf(world, event);
  const problem = record.isGone === true ? "record-gone" : changeBy(world, record, event);
  if (problem !== undefined) note(world, record, event, problem);
  settle(world, record);
}

function recordOf(world: World, event: JourneyEvent): RecordState {
  const id = event.record ?? onlyRecord;
  const object = (event.kind === "created" ? event.object : undefined) ?? world.terms.contract.scope.object;
  return world.records.get(id) ?? createRecord(world, { id, object, at: event.at });
}

/** An event that changed nothing, or more than the contract says, is told and not hidden. */
function note(world: World, record: RecordState, event: JourneyEvent, problem: Note): void {
  const { at, by } = event;
  world.listener.onStep?.({
    at,
    record: record.id,
    kind: "noted",
    clause: event.kind,
    note: problem,
    ...("reason" in event && event.reason !== undefined ? { reason: event.reason } : {}),
    ...(by === undefined ? {} : { by }),
    ...(record.stage === undefined ? {} : { stage: record.stage.stage.id }),
  });
}

/** Data is kept whenever it comes; acts count from the day the agreement takes effect. */
function changeBy(world: World, record: RecordState, event: JourneyEvent): Note | undefined {
  switch (event.kind) {
    case "created":
      return create(world, record, event);
    case "set":
      return setField(record, event.field, event.value);
    case "signal":
      return addSignal(record, event);
    case "linked":
      return link(world, record, event);
    case "merged":
      return merge(world, record, event.into);
    case "deleted":
      retire(world, record, "deleted");
      return undefined;
    case "owner":
      return changeOwner(world, record, event.owner);
    case "version":
      return undefined;
    default:
      return world.now < world.terms.effectiveAt ? "before-the-agreement" : act(world, record, event);
  }
}

type Act = EventOf<"touch" | "handed-over" | "accepted" | "refused" | "left" | "moved" | "status" | "repaired">;

function act(world: World, record: RecordState, event: Act): Note | undefined {
  switch (event.kind) {
    case "touch":
      return touch(world, record, event);
    case "handed-over":
      return handOver(world, record, event.handoff);
    case "accepted":
      return decide(record, event, (episode) => acceptByHand(world, record, episode, event));
    case "refused":
      return decide(record, event, (episode) => refuse(world, record, episode, { ...event, at: world.now }));
    case "left":
      return leaveFor(world, record, event);
    case "moved":
      return moveByHand(world, record, event);
    case "status":
      record.status = event.status;
      return undefined;
    case "repaired":
      if (record.sentBack === undefined) return "nothing-to-repair";
      offerAgain(world, record);
      return undefined;
    default:
      return event satisfies never;
  }
}

function create(world: World, record: RecordState, event: EventOf<"created">): undefined {
  const { fields, stage, lifecycleStage, keepers } = event;
  for (const [field, value] of fields ?? []) record.valuation.fields.set(field, value);
  if (lifecycleStage !== undefined) record.lifecycleStage = lifecycleStage;
  if (keepers !== undefined) record.keepers = { ...record.keepers, ...keepers };
  const target = world.terms.stages.get(stage ?? "");
  if (target === undefined || target.object !== record.object) return;
  record.isWaitingForEffect = false;
  enter(world, record, target, { cause: "given", clause: `stages.${target.stage.id}` });
}

/** A rewrite of the same value changes nothing, and so nothing follows from it. */
function setField(record: RecordState, field: Id, value: EventOf<"set">["value"]): undefined {
  if (value === undefined) record.valuation.fields.delete(field);
  else record.valuation.fields.set(field, value);
}

function addSignal(record: RecordState, { signal, at }: EventOf<"signal">): undefined {
  const known = record.valuation.signals.get(signal);
  if (known === undefined) record.valuation.signals.set(signal, [at]);
  else known.push(at);
}

function touch(world: World, record: RecordState, event: EventOf<"touch">): Note | undefined {
  const at = event.happenedAt ?? event.at;
  applyTouch(world, record, { kind: event.touch, at, ...(event.by === undefined ? {} : { by: event.by }) });
  return isTypedLate(world, at, event.at) ? "touch-typed-late" : undefined;
}

/** A decision is about the handoff under way; the first one stands. */
function decide(
  record: RecordState,
  { kind, handoff }: EventOf<"accepted" | "refused">,
  carryOut: (episode: Episode) => Note | undefined,
): Note | undefined {
  const episode = openEpisode(record);
  if (episode === undefined || (handoff ?? episode.handoff.id) !== episode.handoff.id) return "no-such-handoff";
  if (episode.status !== "pending") return "not-pending";
  const isCompletion = kind === "refused" && episode.decision === "refused";
  if (episode.decision !== undefined && !isCompletion) return "already-decided";
  return carryOut(episode);
}

function acceptByHand(
  world: World,
  record: RecordState,
  episode: Episode,
  { by }: EventOf<"accepted">,
): Note | undefined {
  const { handoff } = episode;
  if (handoff.acceptance === "first-touch") return "only-a-touch-accepts";
  const clause = `handoffs.${handoff.id}.acceptance`;
  accept(world, record, episode, { at: world.now, clause, ...(by === undefined ? {} : { by }) });
  return undefined;
}

/** A worked stage is left for one of its reasons. */
function leaveFor(world: World, record: RecordState, { reason: id, detail, by }: EventOf<"left">): Note | undefined {
  const { terms } = world;
  const reason = terms.contract.reasons.get(id);
  if (reason === undefined || record.stage?.stage.exitReasons.includes(id) !== true) return "reason-not-offered";
  if (lacksDetail(reason, detail)) return "detail-missing";
  const hollow = isHollow(record, reason, { since: workedSince(record), until: world.now, terms });
  follow(world, record, reason, { cause: "reason", terms, ...(by === undefined ? {} : { by }) });
  return hollow ? "hollow" : undefined;
}

/** A role as such, or a person in the position the record is in. */
function changeOwner(world: World, record: RecordState, owner: string): undefined {
  record.owner = holderNamed(world, owner, record.owner.role);
  world.listener.onStep?.({ at: world.now, record: record.id, kind: "owner", clause: "owner", by: owner });
}

/** Who makes a record of another object does so by hand, and holds it; without anybody named it is taken as it stands. */
function link(world: World, record: RecordState, { object, id, stage, by }: EventOf<"linked">): Note | undefined {
  const linked = id === undefined ? firstLinked(world, record, object) : linkedAs(world, record, { object, id });
  const target = world.terms.stages.get(stage ?? "");
  if (stage === undefined || target?.object !== object) return undefined;
  if (linked.stage === undefined && by !== undefined) linked.owner = holderNamed(world, by, target.stage.owner);
  if (linked.stage !== undefined || by !== undefined)
    return moveByHand(world, linked, { to: stage, ...(by === undefined ? {} : { by }) });
  enter(world, linked, target, { cause: "given", clause: `stages.${target.stage.id}` });
  return undefined;
}

function firstLinked(world: World, record: RecordState, object: CrmObject): RecordState {
  return (
    record.linkedRecords.find((one) => one.object === object) ?? createLinked(world, record, { object, owner: {} })
  );
}

function linkedAs(
  world: World,
  record: RecordState,
  { object, id }: { readonly object: CrmObject; readonly id: string },
): RecordState {
  return world.records.get(id) ?? createRecord(world, { id, object, at: world.now, origin: record });
}

function merge(world: World, record: RecordState, into: string): Note | undefined {
  const survivor = world.records.get(into);
  if (survivor === undefined || survivor === record || survivor.isGone === true) return "record-gone";
  mergeInto(world, record, survivor);
  settle(world, survivor);
  return undefined;
}

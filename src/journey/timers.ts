import type { Instant } from "../calendar/index.ts";
import { reassign } from "./handoffs.ts";
import { enter } from "./moves.ts";
import { tell } from "./notices.ts";
import { follow } from "./reasons.ts";
import { lookAgain, settle } from "./settle.ts";
import type { Clock, RecordState, World } from "./state.ts";

/** When time itself next matters to a world; Infinity where it never does. */
export function nextTimer(world: World): Instant {
  let next = Number.POSITIVE_INFINITY;
  for (const record of world.records.values()) next = Math.min(next, nextTimerOf(world, record));
  return next;
}

function nextTimerOf({ terms }: World, record: RecordState): Instant {
  if (record.isGone === true) return Number.POSITIVE_INFINITY;
  const { coolOffUntil, expiresAt, looksAgainAt, isWaitingForEffect, stage } = record;
  const never = Number.POSITIVE_INFINITY;
  const effect = isWaitingForEffect && stage === undefined && !isPlaced(record) ? terms.effectiveAt : never;
  let next = Math.min(coolOffUntil ?? never, expiresAt ?? never, looksAgainAt ?? never, effect);
  for (const clock of record.running) next = Math.min(next, clock.alerts[0]?.at ?? never);
  return next;
}

const isPlaced = ({ awaySince }: RecordState): boolean => awaySince !== undefined;

/** Lets time act at the moment of the world, once: cool-offs end before alerts, alerts before expiries. */
export function fireOne(world: World): void {
  for (const record of world.records.values()) {
    if (record.isGone === true || nextTimerOf(world, record) > world.now) continue;
    fire(world, record);
    return;
  }
}

function fire(world: World, record: RecordState): void {
  const { now } = world;
  const isPast = (at: Instant | undefined) => at !== undefined && at <= now;
  const clock = record.running.find(({ alerts }) => isPast(alerts[0]?.at));
  if (isPast(record.coolOffUntil)) endCoolOff(world, record);
  else if (clock !== undefined) alert(world, record, clock);
  else if (isPast(record.expiresAt)) expire(world, record);
  else if (isPast(record.looksAgainAt)) lookAgain(world, record);
  else place(world, record);
}

function endCoolOff(world: World, record: RecordState): void {
  const clause = `reasons.${record.coolOffFor}.coolOff`;
  record.coolOffUntil = undefined;
  world.listener.onStep?.({ at: world.now, record: record.id, kind: "rested", clause });
  settle(world, record);
}

function alert(world: World, record: RecordState, clock: Clock): void {
  const next = clock.alerts.shift();
  if (next === undefined) return;
  if (next.kind === "due") clock.heldAtDue = record.owner;
  else world.listener.onClause?.(next.clause);
  tell(world, record, clock, next);
  if (next.reassign !== undefined)
    reassign(world, record, { episode: clock.episode, role: next.reassign, clause: next.clause });
}

/** Time moves a record only by the reason that the contract names for it. */
function expire(world: World, record: RecordState): void {
  const { terms, now } = world;
  const { stage } = record.stage ?? {};
  record.expiresAt = undefined;
  const reason = terms.contract.reasons.get(stage?.expires?.reason ?? "");
  if (stage === undefined || reason === undefined) return;
  world.listener.onClause?.(`stages.${stage.id}.expires`);
  follow(world, record, reason, { cause: "expiry", terms });
  record.awaySince ??= now;
  settle(world, record);
}

/** On the effective date a record that was there before is placed by its lifecycle stage, or left until it shows a sign. */
function place(world: World, record: RecordState): void {
  const { contract, stages } = world.terms;
  record.awaySince = world.now;
  if (contract.scope.existingRecords !== "place" || record.lifecycleStage === undefined) return;
  const target = [...stages.values()].find(
    ({ stage, object }) => stage.crm?.lifecycleStage === record.lifecycleStage && object === record.object,
  );
  if (target === undefined) return;
  enter(world, record, target, { cause: "placement", clause: "scope.existingRecords" });
}

import type { Instant } from "../calendar/index.ts";
import type { Holder, RecordState, World } from "./state.ts";

/** A record that comes into being; one that is there before the agreement waits for it. */
export function createRecord(
  world: World,
  {
    id,
    object,
    at,
    origin,
  }: { readonly id: string; readonly object: string; readonly at: Instant; readonly origin?: RecordState },
): RecordState {
  const record: RecordState = {
    id,
    object,
    createdAt: at,
    valuation: { fields: new Map(), signals: new Map(), linked: new Map() },
    linkedRecords: [],
    origin,
    touches: [],
    episodes: [],
    stageClocks: [],
    running: [],
    returns: new Map(),
    owner: {},
    keepers: {},
    stage: undefined,
    enteredAt: undefined,
    lastReason: undefined,
    status: undefined,
    awaySince: undefined,
    coolOffUntil: undefined,
    coolOffFor: undefined,
    sentBack: undefined,
    lifecycleStage: undefined,
    isGone: undefined,
    expiresAt: undefined,
    looksAgainAt: undefined,
    isWaitingForEffect: at < world.terms.effectiveAt,
  };
  world.records.set(id, record);
  if (origin !== undefined) origin.linkedRecords.push(record);
  return record;
}

/** The record of another object that acceptance makes, with the object's name and, from the second on, a number. */
export function createLinked(
  world: World,
  origin: RecordState,
  { object, owner }: { readonly object: string; readonly owner: Holder },
): RecordState {
  const number = origin.linkedRecords.filter((one) => one.object === object).length + 1;
  const plain = number === 1 ? object : `${object}-${number}`;
  const id = world.records.has(plain) ? `${origin.id}-${plain}` : plain;
  const made = createRecord(world, { id, object, at: world.now, origin });
  made.owner = owner;
  return made;
}

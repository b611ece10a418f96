import { asObject, type Json, type JsonObject } from "../json.ts";
import type { WritingHabits } from "../rules/record-writes.ts";
import { drawInteger } from "./draw.ts";

/** From and to, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How workflows behave where HubSpot's behaviour is unproved. */
export interface Behaviour {
  /** Until a trigger is noticed. */
  readonly triggerLagSeconds: Span;
  /** Until an action that was reached is carried out. */
  readonly actionLagSeconds: Span;
  /** What is due at the same millisecond. */
  readonly simultaneous: "shuffled" | "by-id";
  /** Over which time held actions are spread after an opening. */
  readonly spreadMinutes: Span;
  /** An action reached between two windows of a day. */
  readonly lunchGap: "next-window" | "next-day";
  /** An action reached in hours, but on a blocked date. */
  readonly blockedDate: "opening" | "same-time";
  /** Records that meet the criteria when a workflow is switched on. */
  readonly enabling: "newcomers-only" | "existing-too";
  /** Writing the value that is there already. */
  readonly sameValue: "ignored" | "recorded";
  /** Setting a lifecycle stage to an earlier one. */
  readonly lifecycleBack: "ignored" | "accepted";
  /** Whether values a record is created with are changes. */
  readonly valuesAtCreation: "no-event" | "event";
  /** Waiting for a date that is past or unknown. */
  readonly pastDate: "continues" | "waits-for-ever";
  /** The date waited for changes meanwhile. */
  readonly movedDate: "keeps-first" | "follows";
  /** "In 3 days" across a clock change. */
  readonly relativeDays: "local-time" | "24-hours";
  /** What a workflow reads that it has just written itself. */
  readonly ownWrites: "fresh" | "stale";
  readonly incrementOfUnknown: "from-zero" | "ignored";
  /** Setting a property to the empty text. */
  readonly emptyText: "clears" | "ignored";
  /** When a record that no longer meets the criteria leaves. */
  readonly leaving: "at-once" | "after-action";
  /** Whether criteria must still be met when the trigger is noticed. */
  readonly criteriaWhenNoticed: "checked-again" | "as-they-were";
  /** Which triggers a record that is inside misses: those noticed meanwhile, or also those that happened meanwhile. */
  readonly triggersWhileInside: "missed-when-noticed" | "missed-when-happening";
  /** Whom a re-enrolment trigger lets in: also records that never entered, or only those that did. */
  readonly reEnrollment: "anyone" | "returning-only";
}

const seconds = (from: number, to: number): Span => ({ from, to });

/** Every behaviour that is possible as far as is known; the first of each is the conservative choice. */
const possible: { readonly [K in keyof Behaviour]: readonly [Behaviour[K], ...Behaviour[K][]] } = {
  triggerLagSeconds: [seconds(0, 60), seconds(0, 0), seconds(0, 300)],
  actionLagSeconds: [seconds(0, 5), seconds(0, 0), seconds(0, 60)],
  simultaneous: ["shuffled", "by-id"],
  spreadMinutes: [seconds(0, 15), seconds(0, 0), seconds(15, 15)],
  lunchGap: ["next-window", "next-day"],
  blockedDate: ["opening", "same-time"],
  enabling: ["newcomers-only", "existing-too"],
  sameValue: ["ignored", "recorded"],
  lifecycleBack: ["ignored", "accepted"],
  valuesAtCreation: ["no-event", "event"],
  pastDate: ["continues", "waits-for-ever"],
  movedDate: ["keeps-first", "follows"],
  relativeDays: ["local-time", "24-hours"],
  ownWrites: ["fresh", "stale"],
  incrementOfUnknown: ["from-zero", "ignored"],
  emptyText: ["clears", "ignored"],
  leaving: ["at-once", "after-action"],
  criteriaWhenNoticed: ["checked-again", "as-they-were"],
  triggersWhileInside: ["missed-when-noticed", "missed-when-happening"],
  reEnrollment: ["anyone", "returning-only"],
};

type Setting = keyof Behaviour;

/** The settings in order of the table. */
export const settings = Object.keys(possible) as readonly Setting[]; // the keys of a mapped type over Behaviour

/** The values a setting may draw, the conservative one first. */
export function possibleValues<K extends Setting>(setting: K): readonly [Behaviour[K], ...Behaviour[K][]] {
  return possible[setting];
}

function behaviourOf(choose: (setting: Setting) => Behaviour[Setting]): Behaviour {
  return Object.fromEntries(settings.map((setting) => [setting, choose(setting)])) as unknown as Behaviour; // one value per setting, from its own list
}

/** The conservative choice everywhere. */
export const conservativeBehaviour: Behaviour = behaviourOf((setting) => possible[setting][0]);

/** One of the possible behaviours for each setting, by seed. */
export function drawBehaviour(seed: number): Behaviour {
  return behaviourOf((setting) => {
    const values = possible[setting];
    return values[drawInteger(seed, setting) % values.length] ?? values[0];
  });
}

/** What of it concerns the writing of records. */
export function habitsOf({ sameValue, lifecycleBack }: Behaviour): WritingHabits {
  return { sameValues: sameValue, lifecycleBack };
}

function parseSpan(value: Json): Span | undefined {
  const { from, to } = asObject(value) ?? {};
  const isSpan = typeof from === "number" && typeof to === "number" && from >= 0 && from <= to && to <= 86_400;
  return isSpan ? { from, to } : undefined;
}

function parseSetting(setting: Setting, value: Json): Behaviour[Setting] | undefined {
  const values: readonly unknown[] = possible[setting];
  if (typeof values[0] === "object") return parseSpan(value);
  return values.includes(value) ? (value as Behaviour[Setting]) : undefined; // it is among the setting's values
}

/** A behaviour with some settings changed, or the name of the first one that is unknown or has no such value. */
export function changeBehaviour(before: Behaviour, changes: JsonObject): Behaviour | { readonly wrong: string } {
  const parsed: [string, unknown][] = [];
  for (const [name, value] of Object.entries(changes)) {
    const setting = settings.find((each) => each === name);
    const read = setting === undefined ? undefined : parseSetting(setting, value);
    if (read === undefined) return { wrong: name };
    parsed.push([name, read]);
  }
  return { ...before, ...Object.fromEntries(parsed) };
}

import type { FieldValue, Happening } from "../../src/journey/index.ts";
import type { Act } from "./act.ts";
import { known } from "./classic-histories.ts";
import type { DirectedHistory } from "./directed-history.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const someMonday = Date.UTC(2027, 2, 8, 8);

/** The handoff to the SDR. */
export const first = "marketing-to-sdr";
/** The handoff to sales. */
export const second = "sdr-to-sales";

/** What happens, and on which day and hour of the story. */
export type Beat = readonly [day: number, hour: number, happening: Happening & Pick<Act, "record" | "about">];

/** A history that begins on a Monday morning in March, and is watched for so many days after its last act. */
export function story(watchDays: number, ...beats: readonly Beat[]): DirectedHistory {
  const acts = beats.map(
    ([day, hour, happening]): Act => ({ ...happening, at: someMonday + day * dayMs + hour * hourMs }),
  );
  return { acts, watchMs: watchDays * dayMs };
}

/** The record comes into being. */
export const created = (fields: ReadonlyMap<string, FieldValue> = known): Beat => [0, 0, { kind: "created", fields }];
/** It gives a sign. */
export const signal = (day: number, hour: number, id: string): Beat => [day, hour, { kind: "signal", signal: id }];
/** Somebody calls it. */
export const call = (day: number, hour: number): Beat => [day, hour, { kind: "touch", touch: "call" }];
/** It is accepted. */
export const accepted = (day: number, hour: number, handoff: string): Beat => [
  day,
  hour,
  { kind: "accepted", handoff },
];
/** The SDR hands it over. */
export const handedOver = (day: number, hour: number): Beat => [day, hour, { kind: "handed-over", handoff: second }];
/** The sender has repaired what was wrong. */
export const repaired = (day: number, hour: number): Beat => [day, hour, { kind: "repaired" }];
/** Somebody moves it by hand. */
export const moved = (day: number, to: string, record?: string): Beat => [
  day,
  0,
  { kind: "moved", to, ...(record === undefined ? {} : { record }) },
];
/** A field of it gets a value, or none. */
export const set = (day: number, hour: number, field: string, value: FieldValue | undefined): Beat => [
  day,
  hour,
  { kind: "set", field, value },
];
/** It is refused for a reason, with a word about it. */
export const refused = (day: number, hour: number, handoff: string, reason: string): Beat => [
  day,
  hour,
  { kind: "refused", handoff, reason, detail: "because" },
];

/** Without a country it may not be handed over. */
export const incomplete = new Map<string, FieldValue>([["fit-score", 70]]);
/** It waits for the SDR. */
export const pending: readonly Beat[] = [created(), signal(0, 1, "any-form")];
/** The SDR works it. */
export const inSal: readonly Beat[] = [...pending, accepted(0, 2, first)];
/** It waits for sales. */
export const withSales: readonly Beat[] = [...inSal, signal(0, 3, "meeting-held"), handedOver(0, 4)];
/** Sales has opened a deal. */
export const inDeal: readonly Beat[] = [...withSales, accepted(0, 5, second)];

/** It leaves the stage where it is worked, for a reason. */
export const left = (day: number, reason: string, more: Pick<Act, "record" | "about"> = {}): Beat => [
  day,
  1,
  { kind: "left", reason, detail: "because", ...more },
];

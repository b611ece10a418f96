import type { StoredRecord } from "../store/documents.ts";
import type { FlowNode } from "./compiled-flow.ts";
import type { Machine } from "./machine.ts";
import { addDelay, atTimeOfDay, momentIn, type ValueScene } from "./values.ts";

/** What values are worked out from, for a record at a moment. */
export function sceneOf({ zone, behaviour }: Machine, record: StoredRecord, now: number): ValueScene {
  return { record, now, zone: zone(), behaviour: behaviour() };
}

/** When a wait for a date is over; undefined where the date is unknown. */
export function momentOfWait(
  machine: Machine,
  { date, delay, timeOfDay }: Extract<FlowNode, { kind: "until" }>,
  record: StoredRecord,
  now: number,
): number | undefined {
  const scene = sceneOf(machine, record, now);
  const { zone, behaviour } = scene;
  const moment = momentIn(date(scene, ""), zone);
  if (moment === undefined) return undefined;
  return atTimeOfDay(addDelay(moment, delay, { zone, days: behaviour.relativeDays }), timeOfDay, zone);
}

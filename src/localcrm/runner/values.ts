import { asArray, asObject, asString, type JsonObject, own } from "../json.ts";
import type { StoredRecord } from "../store/documents.ts";
import type { Zone } from "../time/zone.ts";
import type { Behaviour } from "./behaviour.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What a value is worked out from. */
export interface ValueScene {
  /** The enrolled record as the workflow sees it. */
  readonly record: StoredRecord;
  readonly now: number;
  readonly zone: Zone;
  readonly behaviour: Behaviour;
}

/** A value for a property that holds `current` now; undefined: leave it as it is. */
export type ValueReader = (scene: ValueScene, current: string) => string | undefined;

/** A length of time as workflows write it. */
export interface Delay {
  readonly delta: number;
  readonly unit: "MINUTES" | "HOURS" | "DAYS" | "WEEKS" | "MONTHS" | "YEARS";
}

const units: ReadonlyMap<string, Delay["unit"]> = new Map(
  (["MINUTES", "HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS"] as const).map((unit) => [unit, unit]),
);

/** Reads a length of time; undefined when the number or the unit is none. */
export function parseDelay(delta: unknown, unit: unknown): Delay | undefined {
  const known = units.get(String(unit));
  const number = Number(delta);
  return known === undefined || !Number.isFinite(number) || delta === "" ? undefined : { delta: number, unit: known };
}

/** The same local time so many months later, or the month's last day. */
function addMonths(local: number, count: number): number {
  const date = new Date(local);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return (
    first.getTime() + (Math.min(date.getUTCDate(), length) - 1) * dayMs + (local - Math.floor(local / dayMs) * dayMs)
  );
}

/** A time moved by a length of time: days either keep the local time or have 24 hours. */
export function addDelay(
  from: number,
  { delta, unit }: Delay,
  { zone, days }: { readonly zone: Zone; readonly days: Behaviour["relativeDays"] },
): number {
  const local = from + zone.offsetAt(from);
  switch (unit) {
    case "MINUTES":
      return from + delta * minuteMs;
    case "HOURS":
      return from + delta * 60 * minuteMs;
    case "DAYS":
    case "WEEKS": {
      const ms = delta * (unit === "DAYS" ? 1 : 7) * dayMs;
      return days === "24-hours" ? from + ms : zone.momentOf(local + ms);
    }
    case "MONTHS":
    case "YEARS":
      return zone.momentOf(addMonths(local, Math.trunc(delta) * (unit === "YEARS" ? 12 : 1)));
    default:
      return unit satisfies never;
  }
}

/** The moment of a time of day on the local day of another moment; that moment where no time is given. */
export function atTimeOfDay(moment: number, timeOfDay: JsonObject | undefined, zone: Zone): number {
  if (timeOfDay === undefined) return moment;
  const { hour, minute } = timeOfDay;
  const day = Math.floor((moment + zone.offsetAt(moment)) / dayMs);
  return zone.momentOf(day * dayMs + (Number(hour ?? 0) * 60 + Number(minute ?? 0)) * minuteMs);
}

/** The moment a property's text stands for: a date is its local midnight. */
export function momentIn(text: string | undefined, zone: Zone): number | undefined {
  if (text === undefined || text === "") return undefined;
  const time = /^-?\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (!Number.isFinite(time)) return undefined;
  return /^\d{4}-\d\d-\d\d$/.test(text) ? zone.momentOf(time) : time;
}

function relative(value: JsonObject): ValueReader | undefined {
  const delayed = asObject(value["timeDelay"]) ?? {};
  const delay = parseDelay(delayed["delta"], delayed["timeUnit"]);
  // What HubSpot does with days of the week is not known.
  if (delay === undefined || asArray(delayed["daysOfWeek"]).length > 0) return undefined;
  const timeOfDay = asObject(delayed["timeOfDay"]);
  return ({ now, zone, behaviour }) => {
    const moment = addDelay(now, delay, { zone, days: behaviour.relativeDays });
    return new Date(atTimeOfDay(moment, timeOfDay, zone)).toISOString();
  };
}

function increment(value: JsonObject): ValueReader | undefined {
  const amount = Number(value["incrementAmount"]);
  if (!Number.isFinite(amount)) return undefined;
  return ({ behaviour }, current) => {
    if (current === "" && behaviour.incrementOfUnknown === "ignored") return undefined;
    return String(Number(current) + amount);
  };
}

const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

/** A text with the record's values in the place of its tokens; moments in the portal's local time, as people read them. */
export function fillTokens(text: string, { record, zone }: Pick<ValueScene, "record" | "zone">): string {
  return text.replace(/\{\{\s*\w+\.(\w+)\s*\}\}/g, (_, name: string) => {
    const value = own(record.properties, name) ?? "";
    if (!isMoment(value)) return value;
    const time = Date.parse(value);
    return new Date(time + zone.offsetAt(time)).toISOString().slice(0, 16).replace("T", " ");
  });
}

const orIgnored = (text: string, { behaviour }: ValueScene): string | undefined =>
  text === "" && behaviour.emptyText === "ignored" ? undefined : text;

/** The reader of a value object; undefined for kinds the local CRM does not work out. */
export function compileValue(value: JsonObject): ValueReader | undefined {
  switch (value["type"]) {
    case "STATIC_VALUE": {
      const text = String(value["staticValue"] ?? "");
      return (scene) => orIgnored(text, scene);
    }
    case "TIMESTAMP":
      if (value["timestampType"] !== "EXECUTION_TIME") return undefined;
      return ({ now }) => new Date(now).toISOString();
    case "OBJECT_PROPERTY": {
      const name = asString(value["propertyName"]);
      if (name === undefined) return undefined;
      return (scene) => orIgnored(own(scene.record.properties, name) ?? "", scene);
    }
    case "RELATIVE_DATETIME":
      return relative(value);
    case "INCREMENT":
      return increment(value);
    default:
      return undefined;
  }
}

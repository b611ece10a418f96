import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asObject, asString, type Json, type JsonObject } from "../json.ts";
import { asIfUtc, isZone, type Wall, type Zone, zoneNamed } from "../time/zone.ts";

const dayMs = 86_400_000;

function number(fields: JsonObject, name: string): number {
  const value = fields[name];
  return typeof value === "number" ? value : 0;
}

function dateWall(point: JsonObject): Wall {
  return {
    year: number(point, "year"),
    month: number(point, "month"),
    day: number(point, "day"),
    hour: number(point, "hour"),
    minute: number(point, "minute"),
    second: number(point, "second"),
    millisecond: number(point, "millisecond"),
  };
}

/** NOW, or the start of today, moved by whole days on the zone's calendar. */
function indexedMoment(point: JsonObject, zone: Zone, now: number): number {
  const days = number(asObject(point["offset"]) ?? {}, "days");
  const isToday = asObject(point["indexReference"])?.["referenceType"] === "TODAY";
  if (days === 0 && !isToday) return now;
  const shown = now + zone.offsetAt(now);
  const start = isToday ? Math.floor(shown / dayMs) * dayMs : shown;
  return zone.momentOf(start + days * dayMs);
}

/** A moment that may depend on when it is asked for. */
export type Moment = (now: number) => number;

/** The moment a checked time point stands for; dates are worked out once. */
export function compileTimePoint(value: Json | undefined): Moment {
  const point = asObject(value) ?? {};
  const zone = zoneNamed(asString(point["zoneId"]) ?? "UTC");
  if (point["timeType"] !== "DATE") return (now) => indexedMoment(point, zone, now);
  const moment = zone.momentOf(asIfUtc(dateWall(point)));
  return () => moment;
}

function checkIndexed(point: JsonObject): Problem | undefined {
  const reference = asObject(point["indexReference"])?.["referenceType"];
  if (reference !== "NOW" && reference !== "TODAY") {
    return invalid(`The local CRM works out time points from NOW and TODAY, not from ${JSON.stringify(reference)}.`);
  }
  const units = Object.keys(asObject(point["offset"]) ?? {}).filter((unit) => unit !== "days");
  return units.length === 0
    ? undefined
    : invalid(`The local CRM offsets time points by days, not by ${units.join(", ")}.`);
}

/** 400 for a time point that is malformed, or of a kind the local CRM does not work out. */
export function checkTimePoint(value: Json | undefined): Problem | undefined {
  const point = asObject(value);
  if (point === undefined) return invalid("A time point is missing.");
  const zone = asString(point["zoneId"]) ?? "";
  if (!isZone(zone)) return invalid(`A time point needs a zoneId; "${zone}" is none.`);
  if (point["timeType"] === "INDEXED") return checkIndexed(point);
  if (point["timeType"] !== "DATE") {
    return invalid(`The local CRM does not work out time points of type ${JSON.stringify(point["timeType"] ?? null)}.`);
  }
  const missing = ["year", "month", "day"].filter((name) => typeof point[name] !== "number");
  return missing.length === 0 ? undefined : invalid(`A date's time point lacks: [${missing.join(", ")}]`);
}

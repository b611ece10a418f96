import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asObject, asString, type Json, type JsonObject } from "../json.ts";

const dayMs = 86_400_000;

/** A wall-clock moment, months from 1. */
interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Whether a name is a time zone this platform knows. */
function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function wallOf(time: number, zone: string): Wall {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = new Map(format.formatToParts(time).map((part) => [part.type, Number(part.value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    second: part("second"),
    millisecond: ((time % 1000) + 1000) % 1000,
  };
}

function asIfUtc(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.millisecond);
}

/** The moment at which a zone's clocks show a wall time; the second guess settles clock changes. */
function momentOf(wall: Wall, zone: string): number {
  const wanted = asIfUtc(wall);
  const first = wanted - (asIfUtc(wallOf(wanted, zone)) - wanted);
  return first - (asIfUtc(wallOf(first, zone)) - wanted);
}

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
function indexedMoment(point: JsonObject, now: number): number {
  const zone = asString(point["zoneId"]) ?? "UTC";
  const days = number(asObject(point["offset"]) ?? {}, "days");
  const wall = wallOf(now, zone);
  const isToday = asObject(point["indexReference"])?.["referenceType"] === "TODAY";
  const start = isToday ? { ...wall, hour: 0, minute: 0, second: 0, millisecond: 0 } : wall;
  const moved = new Date(Date.UTC(start.year, start.month - 1, start.day) + days * dayMs);
  if (days === 0 && !isToday) return now;
  const date = { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
  return momentOf({ ...start, ...date }, zone);
}

/** The moment a checked time point stands for. */
export function resolveTimePoint(value: Json | undefined, now: number): number {
  const point = asObject(value) ?? {};
  return point["timeType"] === "DATE"
    ? momentOf(dateWall(point), asString(point["zoneId"]) ?? "UTC")
    : indexedMoment(point, now);
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

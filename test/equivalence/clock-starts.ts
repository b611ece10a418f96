import { createTimeZone, type TimeZone } from "../../src/calendar/index.ts";
import type { Json, JsonObject, Resource } from "../../src/targets/index.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A property whose dates a workflow compares, and moments for which it takes one of its ways each. */
export interface DatedWays {
  readonly property: string;
  readonly instants: readonly number[];
  /** The last minutes of the ranges. */
  readonly ends: readonly number[];
}

/** Where the absolute ranges of a workflow's branches begin, and their middles. */
export function datedWays(resource: Resource): readonly DatedWays[] {
  const found = new Map<string, Range[]>();
  visit(resource.attributes["actions"] ?? [], (property, range) => {
    found.set(property, [...(found.get(property) ?? []), range]);
  });
  return [...found].map(([property, ranges]) => ({
    property,
    instants: [...new Set(ranges.flatMap(({ from, to }) => [from, Math.floor((from + to) / 2 / minuteMs) * minuteMs]))],
    ends: [...new Set(ranges.map(({ to }) => to - minuteMs))],
  }));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function visit(node: Json, onRange: (property: string, range: Range) => void): void {
  if (typeof node !== "object" || node === null) return;
  const operation = "operation" in node ? asObject(node["operation"]) : {};
  const from = instantOf(operation["lowerBoundTimePoint"]);
  const to = instantOf(operation["upperBoundTimePoint"]);
  if (from !== undefined && to !== undefined) onRange(String(asObject(node)["property"]), { from, to });
  for (const inner of Object.values(node)) visit(inner, onRange);
}

const asObject = (node: Json | undefined): JsonObject => (node ?? {}) as JsonObject; // what is asked for is an object

function instantOf(point: Json | undefined): number | undefined {
  const { year, month, day, hour, minute, zoneId } = asObject(point);
  if (typeof year !== "number" || typeof zoneId !== "string") return undefined;
  const local = Date.UTC(year, Number(month) - 1, Number(day), Number(hour), Number(minute));
  return createTimeZone(zoneId).instantAt(local);
}

const weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/** The middles of the hours of the week in which a workflow acts, in the week that begins with a local midnight. */
export function weeklyStarts(resource: Resource, zone: TimeZone, monday: number): readonly number[] {
  const windows = (resource.attributes["timeWindows"] ?? []) as readonly JsonObject[]; // a list of objects
  return windows.map(({ day, startTime, endTime }) => {
    const middle = (timeOf(startTime) + timeOf(endTime)) / 2;
    return zone.instantAt(monday + weekdays.indexOf(String(day)) * dayMs + Math.floor(middle / minuteMs) * minuteMs);
  });
}

function timeOf(time: Json | undefined): number {
  const { hour, minute } = asObject(time);
  return Number(hour) * hourMs + Number(minute) * minuteMs;
}

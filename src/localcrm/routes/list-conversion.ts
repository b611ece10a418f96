import { findMembers } from "../filters/find-members.ts";
import type { Call, Route } from "../http/call.ts";
import { invalid, notFound } from "../http/problems.ts";
import { isProblem, noContent, ok, type Reply } from "../http/reply.ts";
import type { JsonObject } from "../json.ts";
import type { StoredList } from "../store/documents.ts";
import { findLiveList } from "./lists.ts";

function shown({ listId, conversion }: StoredList): object {
  return { listId, ...(conversion === undefined ? {} : { requestedConversionTime: conversion }) };
}

function isConversion(fields: JsonObject): boolean {
  const isWhole = (name: string) => Number.isInteger(fields[name]);
  if (fields["conversionType"] === "CONVERSION_DATE") return ["year", "month", "day"].every(isWhole);
  const isUnit = ["DAY", "WEEK", "MONTH"].includes(String(fields["timeUnit"]));
  return fields["conversionType"] === "INACTIVITY" && isUnit && isWhole("offset");
}

function read(call: Call): Reply {
  const list = findLiveList(call);
  if (isProblem(list)) return list;
  return list.conversion === undefined ? notFound("No conversion is scheduled for this list.") : ok(shown(list));
}

/** The wish is kept; the local CRM never converts a list. */
function schedule(call: Call): Reply {
  const list = findLiveList(call);
  if (isProblem(list)) return list;
  if (list.processingType !== "DYNAMIC") return invalid("Only a DYNAMIC list can be converted.");
  if (!isConversion(call.fields)) return invalid("Invalid conversion time.");
  const scheduled = { ...list, conversion: call.fields };
  call.store.put("lists", "", list.listId, scheduled);
  return ok(shown(scheduled));
}

function cancel(call: Call): Reply {
  const list = findLiveList(call);
  if (isProblem(list)) return list;
  const { conversion: _, ...kept } = list;
  call.store.put("lists", "", list.listId, kept);
  return noContent;
}

/** Sizes are not kept: the answer has the one there is now. */
function history(call: Call): Reply {
  const list = findLiveList(call);
  if (isProblem(list)) return list;
  const [start, end] = ["startDate", "endDate"].map((name) => Date.parse(call.query.get(name) ?? ""));
  if (!Number.isFinite(start) || !Number.isFinite(end)) return invalid("startDate and endDate are required.");
  const size = findMembers({ store: call.store, now: call.now }, list).length;
  return ok({ editHistory: [list.updatedAt], sizeHistory: [{ size, timestamp: call.timestamp }] });
}

const path = "/{listId}/schedule-conversion";

/** When an active list is to become a static one, and how it grew. */
export const listConversionRoutes: readonly Route[] = [
  { method: "GET", path, handler: read },
  { method: "PUT", path, handler: schedule },
  { method: "DELETE", path, handler: cancel },
  { method: "GET", path: "/{listId}/size-and-edits-history/between", handler: history },
];

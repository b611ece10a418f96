import { asArray, asObject, asString, asStrings, type Json, type JsonObject } from "../json.ts";
import type { PortalSeed, SeedOwner } from "./seed-people.ts";

/** A seed from a file's text; undefined when it is not one. */
export function parseSeed(text: string): PortalSeed | undefined {
  const seed = asObject(parse(text));
  if (seed === undefined || Object.keys(seed).some((key) => !parts.has(key))) return undefined;
  const owners = asArray(seed["owners"]).map(ownerOf);
  if (owners.includes(undefined)) return undefined;
  return {
    ...(seed["owners"] === undefined ? {} : { owners: owners.filter((owner) => owner !== undefined) }),
    ...(seed["teams"] === undefined ? {} : { teams: asStrings(seed["teams"]) }),
    ...(seed["forms"] === undefined ? {} : { forms: asStrings(seed["forms"]) }),
    ...(seed["events"] === undefined ? {} : { events: labelsOf(asObject(seed["events"]) ?? {}) }),
  };
}

const parts: ReadonlySet<string> = new Set(["owners", "teams", "forms", "events"]);

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse yields Json by definition
  } catch {
    return undefined;
  }
}

function ownerOf(value: Json): SeedOwner | undefined {
  const owner = asObject(value);
  const email = asString(owner?.["email"]);
  if (owner === undefined || email === undefined) return undefined;
  const name = asString(owner["name"]);
  const isInactive = owner["isInactive"] === true;
  return { email, teams: asStrings(owner["teams"]), isInactive, ...(name === undefined ? {} : { name }) };
}

function labelsOf(events: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(events).map(([name, label]) => [name, String(label)]));
}

import { compareText } from "../diagnostics/index.ts";
import type { Json, JsonObject } from "../targets/index.ts";

/** The one text of a JSON value: keys sorted, no white space; equal values give equal bytes. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sortKeys(value));
}

/** The JSON a text holds, or undefined where it holds none. */
export function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing but JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Our own readonly data as JSON: what is undefined is left out, everything else stays. */
export function jsonOf(value: unknown): Json {
  // The round trip yields JSON by construction; every caller passes data without functions.
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** The same value with the keys of every object in order. */
export function sortKeys(value: Json): Json {
  if (isJsonArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(sorted.map(([key, item]) => [key, sortKeys(item)]));
}

/** Whether two JSON values are the same whatever the order of their keys; absent equals only absent. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isJsonArray(a)) return isJsonArray(b) && a.length === b.length && a.every((item, at) => equalJson(item, b[at]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]))
  );
}

/** Whether a JSON value is a list; `Array.isArray` does not narrow readonly ones. */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a JSON value is an object, neither a list nor null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

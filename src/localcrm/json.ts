/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object; read keys that a client chose with `own`, never with an index. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The value when it is a JSON object, else undefined. */
export function asObject(value: Json | undefined): JsonObject | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return value as JsonObject; // Array.isArray does not narrow readonly arrays away
}

/** The value when it is an array, else an empty one. */
export function asArray(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is a string, else undefined. */
export function asString(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The strings of an array, others left out. */
export function asStrings(value: Json | undefined): readonly string[] {
  return asArray(value).filter((item) => typeof item === "string");
}

/** The object's own value under a key that a client chose, so that "constructor" finds nothing inherited. */
export function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The object without the keys whose value is undefined. */
export function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }; // same keys, fewer of them
}

import type { Address, Json, JsonObject } from "./resource.ts";

const mark = "revpact:id-of";

/** Stands in a resource's attributes for the portal's id of another resource, known once that one exists. */
export function idOf(address: Address): JsonObject {
  return { [mark]: address };
}

/** The attributes with every id that is known in place; the same object where nothing is replaced. */
export function withKnownIds(attributes: JsonObject, idAt: (address: Address) => string | undefined): JsonObject {
  // Replacing values inside an object gives an object.
  return replaceIn(attributes, idAt) as JsonObject;
}

function replaceIn(value: Json, idAt: (address: Address) => string | undefined): Json {
  if (typeof value !== "object" || value === null) return value;
  const address = addressIn(value);
  if (address !== undefined) return idAt(address) ?? value;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => replaceIn(item, idAt));
    return items.every((item, position) => item === value[position]) ? value : items;
  }
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [key, replaceIn(inner, idAt)]);
  const before = new Map<string, Json>(Object.entries(value));
  return entries.every(([key, inner]) => inner === before.get(key)) ? value : Object.fromEntries(entries);
}

function addressIn(value: object): Address | undefined {
  const address: unknown = mark in value ? value[mark] : undefined;
  return typeof address === "string" ? address : undefined;
}

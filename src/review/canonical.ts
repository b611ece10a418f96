/**
 * A value of a contract as one text, for comparing and for fingerprints: keys sorted, maps as objects in their order, and
 * without the paths and functions that say where something stands rather than what it is.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(plain(value)) ?? "";
}

/** True for two values that say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return [...value].map(([key, item]) => [key, plain(item)]);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "path")
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, plain(item)]),
  );
}

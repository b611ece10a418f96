import type { Json, JsonObject, ResourceKind } from "../targets/index.ts";
import { equalJson, isJsonArray, isJsonObject } from "./canonical-json.ts";
import type { Semantics } from "./provider.ts";

/**
 * update: the contract changed. drift: the CRM changed, held. conflict: both changed, held.
 * removal-held: the contract dropped an option or stage that records may hold; it is kept and said so.
 */
export type AttributeVerdict = "update" | "drift" | "conflict" | "removal-held";

/** One attribute, option or stage that is not the same in all three places; an absent key means absent there. */
export interface AttributeChange {
  /** `["label"]`, `["options", "no_budget"]`, `["options", "no_budget", "label"]`. */
  readonly path: readonly string[];
  readonly verdict: AttributeVerdict;
  /** As last applied (ledger), as the portal has it, as the contract asks. */
  readonly was?: Json;
  readonly now?: Json;
  readonly want?: Json;
  /** An update that takes back what a hand changed, because somebody asked for it. */
  readonly isRevert?: true;
}

/** The normalised attributes of one object in the contract, the portal and the ledger. */
export interface ThreeWays {
  readonly want: JsonObject;
  readonly now: JsonObject;
  readonly was: JsonObject | undefined;
}

/** Compares what the contract declares, and only that; lists with keys are compared element by element. */
export function compareAttributes(
  kind: ResourceKind,
  { want, now, was }: ThreeWays,
  semantics: Pick<Semantics, "keysOf">,
): readonly AttributeChange[] {
  return Object.keys(want)
    .sort()
    .flatMap((name) => {
      const keys = semantics.keysOf(kind, name);
      const sides = { want: want[name], now: now[name], was: was?.[name] };
      return keys.length === 0 ? compareValue([name], sides) : compareKeyed([name], sides, keys);
    });
}

/** The elements of a keyed list by key; anything without a key is left out. */
export function byKey(list: Json | undefined, keys: readonly string[]): ReadonlyMap<string, JsonObject> {
  const elements = new Map<string, JsonObject>();
  if (!isJsonArray(list)) return elements;
  for (const element of list) {
    const key = keyOf(element, keys);
    if (key !== undefined && isJsonObject(element)) elements.set(key, element);
  }
  return elements;
}

/** The key of one element: the first of the names it may bear. */
export function keyOf(element: Json, keys: readonly string[]): string | undefined {
  if (!isJsonObject(element)) return undefined;
  const name = keys.find((key) => element[key] !== undefined);
  return name === undefined ? undefined : String(element[name]);
}

interface Sides {
  readonly want: Json | undefined;
  readonly now: Json | undefined;
  readonly was: Json | undefined;
}

function compareValue(path: readonly string[], sides: Sides): readonly AttributeChange[] {
  const verdict = judge(sides);
  return verdict === undefined ? [] : [change(path, verdict, sides)];
}

function compareKeyed(path: readonly string[], sides: Sides, keys: readonly string[]): readonly AttributeChange[] {
  const want = byKey(sides.want, keys);
  const now = byKey(sides.now, keys);
  const was = byKey(sides.was, keys);
  const declared = [...want.keys()].sort().flatMap((key) => {
    const element = { want: want.get(key), now: now.get(key), was: was.get(key) };
    return compareElement([...path, key], element);
  });
  const dropped = [...now.keys()]
    .filter((key) => !want.has(key) && was.has(key))
    .sort()
    .map((key) => change([...path, key], "removal-held", { want: undefined, now: now.get(key), was: was.get(key) }));
  return [...declared, ...dropped];
}

function compareElement(
  path: readonly string[],
  { want, now, was }: Readonly<Record<keyof Sides, JsonObject | undefined>>,
): readonly AttributeChange[] {
  if (want === undefined || now === undefined) return compareValue(path, { want, now, was });
  return Object.keys(want)
    .sort()
    .flatMap((field) => compareValue([...path, field], { want: want[field], now: now[field], was: was?.[field] }));
}

function judge({ want, now, was }: Sides): AttributeVerdict | undefined {
  const seen = withoutUndeclared(now, want, was);
  if (equalJson(want, seen)) return undefined;
  if (was === undefined) return "update";
  if (equalJson(want, was)) return "drift";
  return equalJson(withoutUndeclared(now, was, want), was) ? "update" : "conflict";
}

/** Leaves out of `now` the keys that neither side ever named: defaults the server adds. */
function withoutUndeclared(now: Json | undefined, a: Json | undefined, b: Json | undefined): Json | undefined {
  if (isJsonArray(now)) return trimElements(now, a, b);
  if (!isJsonObject(now)) return now;
  const left = isJsonObject(a) ? a : {};
  const right = isJsonObject(b) ? b : {};
  if (!isJsonObject(a) && !isJsonObject(b)) return now;
  const known = Object.entries(now).filter(([key]) => left[key] !== undefined || right[key] !== undefined);
  return Object.fromEntries(known.map(([key, item]) => [key, withoutUndeclared(item, left[key], right[key]) ?? null]));
}

function trimElements(now: readonly Json[], a: Json | undefined, b: Json | undefined): readonly Json[] {
  const left = isJsonArray(a) && a.length === now.length ? a : [];
  const right = isJsonArray(b) && b.length === now.length ? b : [];
  return now.map((item, position) => withoutUndeclared(item, left[position], right[position]) ?? null);
}

function change(path: readonly string[], verdict: AttributeVerdict, { want, now, was }: Sides): AttributeChange {
  return {
    path,
    verdict,
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
    ...(want === undefined ? {} : { want }),
  };
}

import type { Json, JsonObject, ResourceKind } from "../targets/index.ts";
import { isJsonArray, isJsonObject } from "./canonical-json.ts";
import { type AttributeChange, byKey, keyOf } from "./compare-attributes.ts";
import type { Semantics } from "./provider.ts";

/**
 * The attributes the ledger keeps once the updates of `changes` are written: what the contract asks, except
 * where a change is held; there what was applied before stays, so that the next plan says the same again.
 */
export function settledAttributes(
  kind: ResourceKind,
  want: JsonObject,
  held: { readonly changes: readonly AttributeChange[]; readonly semantics: Pick<Semantics, "keysOf"> },
): JsonObject {
  let settled = want;
  for (const change of held.changes) {
    if (change.verdict !== "update") settled = undo(settled, change, (name) => held.semantics.keysOf(kind, name));
  }
  return settled;
}

function undo(
  attributes: JsonObject,
  change: AttributeChange,
  keysOf: (attribute: string) => readonly string[],
): JsonObject {
  const [attribute, key, field] = change.path;
  if (attribute === undefined) return attributes;
  if (key === undefined) return withKey(attributes, attribute, change.was);
  const list = restore(attributes[attribute], { key, field, was: change.was }, keysOf(attribute));
  return withKey(attributes, attribute, list);
}

/**
 * What an update writes: the final value of every attribute with an update. A keyed list is the portal's own
 * list with the updates laid over it, because the CRM replaces the whole list: what people added stays.
 */
export function attributesToSet(
  kind: ResourceKind,
  sides: { readonly want: JsonObject; readonly live: JsonObject; readonly changes: readonly AttributeChange[] },
  semantics: Pick<Semantics, "keysOf">,
): JsonObject {
  const updates = sides.changes.filter((change) => change.verdict === "update");
  const names = [...new Set(updates.map((change) => change.path[0] ?? ""))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const keys = semantics.keysOf(kind, name);
      const own = updates.filter((change) => change.path[0] === name);
      const value = sides.want[name] ?? null;
      return [name, keys.length === 0 ? value : layOver(sides.live[name], value, { updates: own, keys })];
    }),
  );
}

interface Overlay {
  readonly updates: readonly AttributeChange[];
  readonly keys: readonly string[];
}

function layOver(live: Json | undefined, want: Json, { updates, keys }: Overlay): readonly Json[] {
  const wanted = byKey(want, keys);
  const kept = (isJsonArray(live) ? live : []).map((element) => {
    const key = keyOf(element, keys);
    const fields = updates.filter((change) => change.path[1] === key).map((change) => change.path[2] ?? "");
    const source = key === undefined ? undefined : wanted.get(key);
    if (!isJsonObject(element) || source === undefined) return element;
    return fields.reduce<JsonObject>(
      (merged, field) => withKey(merged, field, mergeField(merged[field], source[field])),
      element,
    );
  });
  const present = byKey(live, keys);
  const added = new Set(
    updates.flatMap(({ path }) => (path.length === 2 && !present.has(path[1] ?? "") ? path[1] : [])),
  );
  return insertInOrder(kept, wanted, { added, keys });
}

/** New elements stand behind the one that the contract names before them; the others keep their places. */
function insertInOrder(
  kept: readonly Json[],
  wanted: ReadonlyMap<string, JsonObject>,
  { added, keys }: { readonly added: ReadonlySet<string | undefined>; readonly keys: readonly string[] },
): readonly Json[] {
  const list = [...kept];
  let place = 0;
  for (const [key, element] of wanted) {
    const at = list.findIndex((one) => keyOf(one, keys) === key);
    if (added.has(key)) list.splice(place, 0, element);
    if (added.has(key)) place += 1;
    else if (at >= 0) place = at + 1;
  }
  return list;
}

/** Objects inside an element (a stage's metadata) keep the keys the contract does not name. */
function mergeField(live: Json | undefined, want: Json | undefined): Json | undefined {
  return isJsonObject(live) && isJsonObject(want) ? { ...live, ...want } : want;
}

interface HeldElement {
  readonly key: string;
  readonly field: string | undefined;
  readonly was: Json | undefined;
}

function restore(list: Json | undefined, { key, field, was }: HeldElement, keys: readonly string[]): readonly Json[] {
  const elements = isJsonArray(list) ? list : [];
  const others = elements.filter((element) => keyOf(element, keys) !== key);
  if (field === undefined) return was === undefined ? others : [...others, was];
  return elements.map((element) =>
    keyOf(element, keys) === key && isJsonObject(element) ? withKey(element, field, was) : element,
  );
}

function withKey(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const { [key]: _, ...rest } = object;
  return value === undefined ? rest : { ...rest, [key]: value };
}

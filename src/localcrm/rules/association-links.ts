import { invalid, notFound } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asArray, asObject, type Json } from "../json.ts";
import { objectTypeById } from "../portal/object-types.ts";
import type { StoredAssociation } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** One end of an association. */
export interface End {
  readonly objectTypeId: string;
  readonly id: string;
}

/** HubSpot's own association types without a label: from, to, type id. */
const defaultTypes: readonly (readonly [from: string, to: string, typeId: number])[] = [
  ["0-1", "0-2", 279],
  ["0-2", "0-1", 280],
  ["0-3", "0-1", 3],
  ["0-1", "0-3", 4],
  ["0-3", "0-2", 341],
  ["0-2", "0-3", 342],
  ["0-136", "0-1", 578],
  ["0-1", "0-136", 579],
  ["0-136", "0-2", 580],
  ["0-2", "0-136", 581],
  ["0-27", "0-1", 204],
  ["0-1", "0-27", 203],
  ["0-27", "0-2", 192],
  ["0-2", "0-27", 191],
  ["0-27", "0-3", 216],
  ["0-3", "0-27", 215],
  ["0-48", "0-1", 194],
  ["0-1", "0-48", 193],
  ["0-48", "0-2", 182],
  ["0-2", "0-48", 181],
  ["0-48", "0-3", 206],
  ["0-3", "0-48", 205],
  ["0-47", "0-1", 200],
  ["0-1", "0-47", 199],
  ["0-47", "0-2", 188],
  ["0-2", "0-47", 187],
  ["0-47", "0-3", 212],
  ["0-3", "0-47", 211],
  ["0-49", "0-1", 198],
  ["0-1", "0-49", 197],
  ["0-49", "0-2", 186],
  ["0-2", "0-49", 185],
  ["0-49", "0-3", 210],
  ["0-3", "0-49", 209],
  ["0-5", "0-1", 16],
  ["0-1", "0-5", 15],
];

function typeIdOf(from: string, to: string): number | undefined {
  return defaultTypes.find((each) => each[0] === from && each[1] === to)?.[2];
}

/** The type that an association type leads to from another one; undefined for ids the local CRM does not know. */
export function typeOfAssociation(fromTypeId: string, typeId: number): string | undefined {
  return defaultTypes.find((each) => each[0] === fromTypeId && each[2] === typeId)?.[1];
}

const part = (end: End): string => `${end.objectTypeId}/${end.id}`;

function link(store: Store, from: End, to: End, typeId: number): void {
  const before = store.get("associations", part(from), part(to))?.typeIds ?? [];
  const typeIds = [...new Set([...before, typeId])];
  store.put("associations", part(from), part(to), { toObjectTypeId: to.objectTypeId, toObjectId: to.id, typeIds });
}

function isLive(store: Store, end: End): boolean {
  return store.get("records", end.objectTypeId, end.id)?.archived === false;
}

/** Links two records both ways with the default types; their ids, or 404 and 400 when it cannot be. */
export function associate(store: Store, from: End, to: End): { forth: number; back: number } | Problem {
  if (!isLive(store, from) || !isLive(store, to)) return notFound();
  const forth = typeIdOf(from.objectTypeId, to.objectTypeId);
  const back = typeIdOf(to.objectTypeId, from.objectTypeId);
  if (forth === undefined || back === undefined) {
    return invalid(`The local CRM does not associate ${from.objectTypeId} with ${to.objectTypeId}.`);
  }
  link(store, from, to, forth);
  link(store, to, from, back);
  return { forth, back };
}

/** The live records of a type that a record is linked to. */
export function linkedRecords(store: Store, from: End, toObjectTypeId: string): readonly StoredAssociation[] {
  return store
    .list("associations", part(from))
    .filter((each) => each.toObjectTypeId === toObjectTypeId)
    .filter((each) => isLive(store, { objectTypeId: each.toObjectTypeId, id: each.toObjectId }));
}

/** Removes the links between two records. */
export function dissociate(store: Store, from: End, to: End): void {
  store.remove("associations", part(from), part(to));
  store.remove("associations", part(to), part(from));
}

/** Links a new record as the `associations` of its body ask. */
export function associateNew(store: Store, from: End, value: Json | undefined): Problem | undefined {
  for (const item of asArray(value)) {
    const fields = asObject(item) ?? {};
    const id = String(asObject(fields["to"])?.["id"] ?? "");
    const typeId = asObject(asArray(fields["types"])[0])?.["associationTypeId"];
    const to = defaultTypes.find((each) => each[0] === from.objectTypeId && each[2] === typeId)?.[1];
    if (to === undefined || objectTypeById(to) === undefined) {
      return invalid(`The local CRM does not know the association type ${JSON.stringify(typeId ?? null)}.`);
    }
    const outcome = associate(store, from, { objectTypeId: to, id });
    if ("isProblem" in outcome) return outcome;
  }
  return undefined;
}

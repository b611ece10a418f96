import { invalid, notFound } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { asArray, asObject, type Json } from "../json.ts";
import type { StoredAssociation } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { type AssociationType, findAssociationType, unlabelledType } from "./association-types.ts";

/** One end of an association. */
export interface End {
  readonly objectTypeId: string;
  readonly id: string;
}

const part = (end: End): string => `${end.objectTypeId}/${end.id}`;

function keepTypes(store: Store, [from, to]: readonly [End, End], typeIds: readonly number[]): void {
  const link = { toObjectTypeId: to.objectTypeId, toObjectId: to.id, typeIds: [...new Set(typeIds)] };
  store.put("associations", part(from), part(to), link);
}

/** The types of the link from one record to another; none where there is no link. */
export function linkTypes(store: Store, from: End, to: End): readonly AssociationType[] {
  const typeIds = store.get("associations", part(from), part(to))?.typeIds ?? [];
  // A label that was taken away since leaves its id behind.
  return typeIds.flatMap((typeId) => findAssociationType(store, from.objectTypeId, typeId) ?? []);
}

function isLive(store: Store, end: End): boolean {
  return store.get("records", end.objectTypeId, end.id)?.archived === false;
}

/** The label HubSpot allows once per record: its primary company. */
const isPrimary = ({ category, label, toTypeId }: AssociationType): boolean =>
  category === "HUBSPOT_DEFINED" && label !== undefined && toTypeId === "0-2";

/** Takes types off a link, and the other half of each off its way back; the link itself stays. */
export function unlabel(store: Store, from: End, to: End, typeIds: readonly number[]): void {
  const types = linkTypes(store, from, to).filter(
    ({ typeId, label }) => label !== undefined && typeIds.includes(typeId),
  );
  if (types.length === 0) return;
  const inverse = types.map(({ inverseId }) => inverseId);
  for (const [ends, gone] of [
    [[from, to], typeIds],
    [[to, from], inverse],
  ] as const) {
    const kept = linkTypes(store, ...ends).filter(({ typeId, label }) => label === undefined || !gone.includes(typeId));
    keepTypes(
      store,
      ends,
      kept.map(({ typeId }) => typeId),
    );
  }
}

function makeOnlyPrimary(store: Store, from: End, to: End, { typeId }: AssociationType): void {
  for (const { toObjectId } of linkedRecords(store, from, to.objectTypeId, typeId)) {
    if (toObjectId !== to.id) unlabel(store, from, { ...to, id: toObjectId }, [typeId]);
  }
}

/** The kinds of link that ids name, all between the same two types; HubSpot's 400 for one that is not. */
function typesNamed(
  store: Store,
  from: End,
  to: End,
  typeIds: readonly number[],
): readonly AssociationType[] | Problem {
  const found: AssociationType[] = [];
  for (const typeId of typeIds) {
    const type = findAssociationType(store, from.objectTypeId, typeId);
    if (type?.toTypeId !== to.objectTypeId)
      return invalid(`There is no association type ${typeId} from ${from.objectTypeId} to ${to.objectTypeId}.`);
    found.push(type);
  }
  return found;
}

/** Links two records both ways, with labels where ids of some are given; 404 or 400 when it can't be. */
export function associate(
  store: Store,
  from: End,
  to: End,
  typeIds: readonly number[] = [],
): AssociationType | Problem {
  if (!isLive(store, from) || !isLive(store, to)) return notFound();
  const plain = unlabelledType(from.objectTypeId, to.objectTypeId);
  if (plain === undefined)
    return invalid(`The local CRM does not associate ${from.objectTypeId} with ${to.objectTypeId}.`);
  const named = typesNamed(store, from, to, typeIds);
  if (isProblem(named)) return named;
  for (const type of named) if (isPrimary(type)) makeOnlyPrimary(store, from, to, type);
  for (const type of named) {
    const back = findAssociationType(store, to.objectTypeId, type.inverseId);
    if (back !== undefined && isPrimary(back)) makeOnlyPrimary(store, to, from, back);
  }
  const before = linkTypes(store, from, to);
  const types = [...before, plain, ...named];
  keepTypes(
    store,
    [from, to],
    types.map(({ typeId }) => typeId),
  );
  keepTypes(
    store,
    [to, from],
    types.map(({ inverseId }) => inverseId),
  );
  return plain;
}

/** The live records of a type that a record is linked to, by a kind of link where one is named. */
export function linkedRecords(
  store: Store,
  from: End,
  toObjectTypeId: string,
  typeId?: number,
): readonly StoredAssociation[] {
  return store
    .list("associations", part(from))
    .filter((each) => each.toObjectTypeId === toObjectTypeId)
    .filter((each) => typeId === undefined || each.typeIds.includes(typeId))
    .filter((each) => isLive(store, { objectTypeId: each.toObjectTypeId, id: each.toObjectId }));
}

/** Removes the links between two records. */
export function dissociate(store: Store, from: End, to: End): void {
  store.remove("associations", part(from), part(to));
  store.remove("associations", part(to), part(from));
}

/** Everything a record is linked to, archived records too. */
export function allLinks(store: Store, from: End): readonly StoredAssociation[] {
  return store.list("associations", part(from));
}

/** Links a new record as the `associations` of its body ask. */
export function associateNew(store: Store, from: End, value: Json | undefined): Problem | undefined {
  for (const item of asArray(value)) {
    const fields = asObject(item) ?? {};
    const id = String(asObject(fields["to"])?.["id"] ?? "");
    const typeIds = asArray(fields["types"]).map((type) => Number(asObject(type)?.["associationTypeId"]));
    const [first = Number.NaN] = typeIds;
    const to = findAssociationType(store, from.objectTypeId, first)?.toTypeId;
    if (to === undefined) return invalid(`The local CRM does not know the association type ${first}.`);
    const outcome = associate(store, from, { objectTypeId: to, id }, typeIds);
    if (isProblem(outcome)) return outcome;
  }
  return undefined;
}

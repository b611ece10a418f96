import type { StoredAssociationType } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** HubSpot's own kinds of link between two types: from, to, the ids forth and back, and a label where it has one. */
const own: readonly (readonly [from: string, to: string, forth: number, back: number, label?: string])[] = [
  ["0-1", "0-2", 279, 280],
  ["0-1", "0-2", 1, 2, "Primary"],
  ["0-3", "0-1", 3, 4],
  ["0-3", "0-2", 341, 342],
  ["0-3", "0-2", 5, 6, "Primary"],
  ["0-136", "0-1", 578, 579],
  ["0-136", "0-2", 580, 581],
  ["0-27", "0-1", 204, 203],
  ["0-27", "0-2", 192, 191],
  ["0-27", "0-3", 216, 215],
  ["0-48", "0-1", 194, 193],
  ["0-48", "0-2", 182, 181],
  ["0-48", "0-3", 206, 205],
  ["0-47", "0-1", 200, 199],
  ["0-47", "0-2", 188, 187],
  ["0-47", "0-3", 212, 211],
  ["0-49", "0-1", 198, 197],
  ["0-49", "0-2", 186, 185],
  ["0-49", "0-3", 210, 209],
  ["0-5", "0-1", 16, 15],
];

/** One kind of link, seen from one of its ends. */
export interface AssociationType {
  readonly fromTypeId: string;
  readonly toTypeId: string;
  readonly typeId: number;
  /** The same kind of link seen from the other end. */
  readonly inverseId: number;
  readonly category: "HUBSPOT_DEFINED" | "USER_DEFINED";
  /** Absent: the link that any two associated records have. */
  readonly label?: string;
}

const hubspotDefined: readonly AssociationType[] = own.flatMap(([from, to, forth, back, label]) => {
  const kind = { category: "HUBSPOT_DEFINED" as const, ...(label === undefined ? {} : { label }) };
  return [
    { fromTypeId: from, toTypeId: to, typeId: forth, inverseId: back, ...kind },
    { fromTypeId: to, toTypeId: from, typeId: back, inverseId: forth, ...kind },
  ];
});

const byId: ReadonlyMap<string, AssociationType> = new Map(
  hubspotDefined.map((type) => [`${type.fromTypeId}/${type.typeId}`, type]),
);
const byEnds: ReadonlyMap<string, AssociationType> = new Map(
  hubspotDefined
    .filter(({ label }) => label === undefined)
    .map((type) => [`${type.fromTypeId}/${type.toTypeId}`, type]),
);

const labelsPart = (fromTypeId: string, toTypeId: string): string => `${fromTypeId}/${toTypeId}`;

function typeOfLabel({ name: _, ...type }: StoredAssociationType): AssociationType {
  return { ...type, category: "USER_DEFINED" };
}

/** The link that any two associated records of these types have; undefined where the local CRM links none. */
export function unlabelledType(fromTypeId: string, toTypeId: string): AssociationType | undefined {
  return byEnds.get(`${fromTypeId}/${toTypeId}`);
}

/** Every kind of link from one type to another: HubSpot's, then the labels of the portal. */
export function associationTypes(store: Store, fromTypeId: string, toTypeId: string): readonly AssociationType[] {
  const defined = hubspotDefined.filter((type) => type.fromTypeId === fromTypeId && type.toTypeId === toTypeId);
  return [...defined, ...store.list("associationTypes", labelsPart(fromTypeId, toTypeId)).map(typeOfLabel)];
}

/** The kind of link with an id, seen from a type. */
export function findAssociationType(store: Store, fromTypeId: string, typeId: number): AssociationType | undefined {
  const defined = byId.get(`${fromTypeId}/${typeId}`);
  if (defined !== undefined) return defined;
  const ends = store.get("associationTypeEnds", fromTypeId, String(typeId));
  const label =
    ends === undefined ? undefined : store.get("associationTypes", labelsPart(fromTypeId, ends), String(typeId));
  return label === undefined ? undefined : typeOfLabel(label);
}

/** Keeps one direction of a label. */
export function keepAssociationLabel(store: Store, type: StoredAssociationType): void {
  const key = String(type.typeId);
  store.put("associationTypes", labelsPart(type.fromTypeId, type.toTypeId), key, type);
  store.put("associationTypeEnds", type.fromTypeId, key, type.toTypeId);
}

/** A label of the portal with an id; HubSpot's own kinds are none. */
export function findAssociationLabel(
  store: Store,
  ends: { readonly fromTypeId: string; readonly toTypeId: string },
  typeId: number,
): StoredAssociationType | undefined {
  return store.get("associationTypes", labelsPart(ends.fromTypeId, ends.toTypeId), String(typeId));
}

/** Takes a label away, in both directions; records stay associated without it. */
export function removeAssociationLabel(store: Store, type: StoredAssociationType): void {
  const { fromTypeId, toTypeId, typeId, inverseId } = type;
  for (const [from, to, id] of [
    [fromTypeId, toTypeId, typeId],
    [toTypeId, fromTypeId, inverseId],
  ] as const) {
    store.remove("associationTypes", labelsPart(from, to), String(id));
    store.remove("associationTypeEnds", from, String(id));
  }
}

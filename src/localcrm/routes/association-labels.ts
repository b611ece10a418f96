import type { Call, Route } from "../http/call.ts";
import { checkRequired, invalid, notFound, problem } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asString } from "../json.ts";
import { objectTypes } from "../portal/object-types.ts";
import {
  associationTypes,
  findAssociationLabel,
  keepAssociationLabel,
  removeAssociationLabel,
  unlabelledType,
} from "../rules/association-types.ts";
import type { StoredAssociationType } from "../store/documents.ts";
import { type TypePair, withTypePair } from "./with-type-pair.ts";

/** HubSpot's own kinds count too. */
const mostTypes = 50;

function list({ store }: Call, { fromTypeId, toTypeId }: TypePair): Reply {
  const results = associationTypes(store, fromTypeId, toTypeId).map(({ category, typeId, label = null }) => ({
    category,
    typeId,
    label,
  }));
  return ok({ results });
}

function isNameTaken({ store }: Call, name: string): boolean {
  const ids = objectTypes.map(({ id }) => id);
  return ids.some((from) =>
    ids.some((to) => store.list("associationTypes", `${from}/${to}`).some((type) => type.name === name)),
  );
}

function checkLabel({ store }: Call, pair: TypePair, label: string, except?: number): Problem | undefined {
  const others = associationTypes(store, pair.fromTypeId, pair.toTypeId).filter(({ typeId }) => typeId !== except);
  if (others.every((type) => type.label?.toLowerCase() !== label.toLowerCase())) return undefined;
  return invalid(`An association label "${label}" already exists between these objects.`, {
    subCategory: "AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL",
  });
}

function checkNew(call: Call, pair: TypePair, { name, label }: { name: string; label: string }): Problem | undefined {
  const { fromTypeId, toTypeId } = pair;
  if (unlabelledType(fromTypeId, toTypeId) === undefined)
    return invalid(`The local CRM does not associate ${fromTypeId} with ${toTypeId}.`);
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return invalid(`Invalid association definition name "${name}".`);
  if (isNameTaken(call, name)) return invalid(`Association definition named ${name} already exists for portal`);
  const twin = checkLabel(call, pair, label);
  if (twin !== undefined) return twin;
  if (associationTypes(call.store, fromTypeId, toTypeId).length < mostTypes) return undefined;
  const words = `No more than ${mostTypes} association types are allowed between ${fromTypeId} and ${toTypeId}`;
  return problem(437, words, { category: "VALIDATION_ERROR" });
}

/** Both directions come to be, with an id each; without a label of its own the way back bears the same. */
function create(call: Call, pair: TypePair): Reply {
  const { store, fields } = call;
  const refused = checkRequired(fields, ["name", "label"]);
  if (refused !== undefined) return refused;
  const name = asString(fields["name"]) ?? "";
  const label = asString(fields["label"]) ?? "";
  const wrong = checkNew(call, pair, { name, label });
  if (wrong !== undefined) return wrong;
  const [typeId, inverseId] = [
    Number(store.nextId("associationTypes", 1000)),
    Number(store.nextId("associationTypes", 1000)),
  ];
  const { fromTypeId, toTypeId } = pair;
  const forth: StoredAssociationType = { fromTypeId, toTypeId, typeId, inverseId, name, label };
  const backLabel = asString(fields["inverseLabel"]) ?? label;
  const ends = { fromTypeId: toTypeId, toTypeId: fromTypeId };
  const back: StoredAssociationType = { ...ends, typeId: inverseId, inverseId: typeId, name, label: backLabel };
  for (const type of [forth, back]) keepAssociationLabel(store, type);
  const results = [forth, back].map((type) => ({ category: "USER_DEFINED", typeId: type.typeId, label: type.label }));
  return ok({ results });
}

function find({ store }: Call, pair: TypePair, typeId: number): StoredAssociationType | Problem {
  return findAssociationLabel(store, pair, typeId) ?? notFound(`Association type ${typeId} does not exist`);
}

function update(call: Call, pair: TypePair): Reply {
  const { store, fields } = call;
  const refused = checkRequired(fields, ["associationTypeId", "label"]);
  if (refused !== undefined) return refused;
  const type = find(call, pair, Number(fields["associationTypeId"]));
  if (isProblem(type)) return type;
  const label = asString(fields["label"]) ?? "";
  const twin = checkLabel(call, pair, label, type.typeId);
  if (twin !== undefined) return twin;
  keepAssociationLabel(store, { ...type, label });
  const inverse = find(call, { fromTypeId: pair.toTypeId, toTypeId: pair.fromTypeId }, type.inverseId);
  if (!isProblem(inverse))
    keepAssociationLabel(store, { ...inverse, label: asString(fields["inverseLabel"]) ?? label });
  return noContent;
}

/** Any of the two ids takes the pair away. */
function remove(call: Call, pair: TypePair): Reply {
  const type = find(call, pair, Number(call.param("associationTypeId")));
  if (isProblem(type)) return type;
  removeAssociationLabel(call.store, type);
  return noContent;
}

const base = "/{fromObjectType}/{toObjectType}/labels";

/** The labels that a portal gives to associations. */
export const associationLabelRoutes: readonly Route[] = [
  { method: "GET", path: base, handler: withTypePair(list) },
  { method: "POST", path: base, handler: withTypePair(create) },
  { method: "PUT", path: base, handler: withTypePair(update) },
  { method: "DELETE", path: `${base}/{associationTypeId}`, handler: withTypePair(remove) },
];

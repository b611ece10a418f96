import type { Call, Route } from "../http/call.ts";
import { invalid } from "../http/problems.ts";
import { isProblem, ok, type Reply } from "../http/reply.ts";
import { asStrings } from "../json.ts";
import { inferObjectType, type ObjectType, objectTypes, titleOf } from "../portal/object-types.ts";
import { associationTypes } from "../rules/association-types.ts";
import type { Store } from "../store/store.ts";
import { shownProperty } from "./properties.ts";
import { withType } from "./with-type.ts";

function associationsOf(store: Store, type: ObjectType): readonly object[] {
  return objectTypes.flatMap((other) =>
    associationTypes(store, type.id, other.id).map(({ typeId }) => ({
      id: String(typeId),
      fromObjectTypeId: type.id,
      toObjectTypeId: other.id,
      name: `${type.singular}_to_${other.singular}`,
    })),
  );
}

/** What a read leaves out on request. */
interface Parts {
  readonly hasProperties: boolean;
  readonly hasAssociations: boolean;
}

/** One of HubSpot's own object types, as its schema. */
function shown(store: Store, type: ObjectType, { hasProperties, hasAssociations }: Parts): object {
  const title = titleOf(type);
  const properties = store.list("properties", type.id).filter(({ archived }) => !archived);
  const [first = "hs_object_id", ...others] = type.defaultProperties;
  return {
    id: type.id,
    objectTypeId: type.id,
    name: type.singular.toUpperCase(),
    fullyQualifiedName: type.singular.toUpperCase(),
    labels: { singular: title.singular, plural: title.plural },
    primaryDisplayProperty: first,
    secondaryDisplayProperties: others.slice(0, 2),
    requiredProperties: [],
    searchableProperties: [...type.defaultProperties],
    allowsSensitiveProperties: false,
    archived: false,
    properties: hasProperties ? properties.map(shownProperty) : [],
    associations: hasAssociations ? associationsOf(store, type) : [],
  };
}

const isAsked = (value: unknown): boolean => value !== "false" && value !== false;

function read({ store, query }: Call, type: ObjectType): Reply {
  const hasProperties = isAsked(query.get("includePropertyDefinitions"));
  const hasAssociations = isAsked(query.get("includeAssociationDefinitions"));
  return ok(shown(store, type, { hasProperties, hasAssociations }));
}

function batchRead({ store, fields }: Call): Reply {
  const hasProperties = isAsked(fields["includePropertyDefinitions"]);
  const hasAssociations = isAsked(fields["includeAssociationDefinitions"]);
  const types = asStrings(fields["inputs"]).map(inferObjectType);
  const results = types.flatMap((type) =>
    isProblem(type) ? [] : [shown(store, type, { hasProperties, hasAssociations })],
  );
  return ok({ results });
}

/** Custom objects are for the largest subscription, and the local CRM has none in any. */
function refuse(): Reply {
  return invalid("The local CRM has no custom objects, and does not let definitions of HubSpot's own be written.");
}

const one = "/{objectType}";

/** Definitions of object types; the list of them has the custom ones only, as in HubSpot. */
export const schemaRoutes: readonly Route[] = [
  { method: "GET", path: "/", handler: () => ok({ results: [] }) },
  { method: "POST", path: "/", handler: refuse },
  { method: "POST", path: "/batch/read", handler: batchRead },
  { method: "GET", path: one, handler: withType(read) },
  { method: "PATCH", path: one, handler: withType(refuse) },
  { method: "DELETE", path: one, handler: withType(refuse) },
  { method: "POST", path: `${one}/associations`, handler: withType(refuse) },
  { method: "DELETE", path: `${one}/associations/{associationIdentifier}`, handler: withType(refuse) },
];

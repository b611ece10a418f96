import { createRequire } from "node:module";
import type { Exchange, Operation } from "./hubspot-api.ts";

/** What the official client's models know of an answer. */
interface ObjectSerializer {
  readonly deserialize: (data: unknown, type: string, format: string) => unknown;
}

type ModelClass = abstract new () => object;

/** Where the client keeps the models of a description; it has none for account info, limits and workflows. */
const folders: Readonly<Record<string, string>> = {
  "properties.v3.json": "crm/properties",
  "pipelines.v3.json": "crm/pipelines",
  "lists.v3.json": "crm/lists",
  "objects.v3.json": "crm/objects",
  "contacts.v3.json": "crm/contacts",
  "owners.v3.json": "crm/owners",
  "schemas.v3.json": "crm/schemas",
  "associations.v4.json": "crm/associations/v4",
  "associationsSchema.v4.50914.json": "crm/associations/v4/schema",
  "userProvisioning.v3.json": "settings/users",
};

/** Models that this version of the client has under an earlier name. */
const earlierNames: Readonly<Record<string, string>> = {
  ApiCollectionResponseRecordListMembership: "ApiCollectionResponseRecordListMembershipNoPaging",
  CollectionResponseWithTotalSimplePublicObject: "CollectionResponseWithTotalSimplePublicObjectForwardPaging",
};

/** The client takes an object in it for a date. */
const unlikeClient = new Set(["ReportCreationResponse"]);

const load = createRequire(import.meta.url);

/** Parses an answer. */
export interface Model {
  readonly name: string;
  readonly class: ModelClass;
  readonly serializer: ObjectSerializer;
}

/** The model that the official client has for an answer; undefined where this version of it has none. */
export function modelOf({ file, answers }: Operation, status: number): Model | undefined {
  const [folder, schema] = [folders[file], answers.get(status)];
  if (folder === undefined || schema === undefined || unlikeClient.has(schema)) return undefined;
  const path = `@hubspot/api-client/lib/codegen/${folder}/models`;
  const models = load(`${path}/all.js`) as Readonly<Record<string, ModelClass>>; // the client's own files
  const { ObjectSerializer } = load(`${path}/ObjectSerializer.js`) as { ObjectSerializer: ObjectSerializer }; // likewise
  const name = earlierNames[schema] ?? schema;
  const found = models[name];
  return found === undefined ? undefined : { name, class: found, serializer: ObjectSerializer };
}

/** Places where a parsed answer has lost a date, or something that the model itself declares. */
function lossesIn(parsed: unknown, sent: unknown, place: string): readonly string[] {
  if (parsed instanceof Date) return Number.isNaN(parsed.getTime()) ? [`${place} is no date`] : [];
  if (Array.isArray(parsed) && Array.isArray(sent))
    return parsed.flatMap((item, index) => lossesIn(item, sent[index], `${place}/${index}`));
  if (typeof parsed !== "object" || parsed === null || typeof sent !== "object" || sent === null) return [];
  const before = Object.entries(sent);
  const after = new Map(Object.entries(parsed));
  return before.flatMap(([name, value]) =>
    after.has(name) && after.get(name) === undefined && value !== undefined
      ? [`${place}/${name} is lost`]
      : lossesIn(after.get(name), value, `${place}/${name}`),
  );
}

/** What the official client's model of an answer does not take over. */
export function parseWithModel(model: Model, { method, path, answer }: Exchange): readonly string[] {
  const sent: unknown = JSON.parse(answer);
  const parsed = model.serializer.deserialize(sent, model.name, "");
  if (!(parsed instanceof model.class)) return [`${model.name} was not recognised`];
  return lossesIn(parsed, sent, model.name).map((loss) => `${method} ${path}: ${loss}`);
}

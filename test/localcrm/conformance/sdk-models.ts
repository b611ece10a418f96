import { createRequire } from "node:module";
import { endpoints } from "../endpoints.ts";
import type { Exchange } from "./hubspot-api.ts";
import { finderOf } from "./path-template.ts";

/** What the official client's models know of an answer. */
interface ObjectSerializer {
  readonly deserialize: (data: unknown, type: string, format: string) => unknown;
}

type ModelClass = abstract new () => object;

type Models = Readonly<Record<string, ModelClass>>;

interface Serializers {
  readonly ObjectSerializer: ObjectSerializer;
}

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

const findEndpoint = finderOf(endpoints);

/** The model that the official client has for an answer; undefined where this version of it has none. */
export function modelOf({ method, path, status }: Exchange): Model | undefined {
  const endpoint = findEndpoint(method, path);
  const [folder, schema] = [endpoint?.part.client, endpoint?.answers.get(status)];
  if (folder === undefined || schema === undefined || unlikeClient.has(schema)) return undefined;
  const models = load(`@hubspot/api-client/lib/codegen/${folder}/models/all.js`) as Models; // the client's own files
  const serializer = load(`@hubspot/api-client/lib/codegen/${folder}/models/ObjectSerializer.js`) as Serializers; // likewise
  const name = earlierNames[schema] ?? schema;
  const found = models[name];
  return found === undefined ? undefined : { name, class: found, serializer: serializer.ObjectSerializer };
}

/** Places where a parsed answer has lost a date, or something that the model itself declares. */
function differencesIn(parsed: unknown, sent: unknown, place: string): readonly string[] {
  if (parsed instanceof Date) return Number.isNaN(parsed.getTime()) ? [`${place} is no date`] : [];
  if (Array.isArray(parsed) && Array.isArray(sent))
    return parsed.flatMap((item, index) => differencesIn(item, sent[index], `${place}/${index}`));
  if (typeof parsed !== "object" || parsed === null || typeof sent !== "object" || sent === null) return [];
  const before = Object.entries(sent);
  const after = new Map(Object.entries(parsed));
  return before.flatMap(([name, value]) =>
    after.has(name) && after.get(name) === undefined && value !== undefined
      ? [`${place}/${name} is lost`]
      : differencesIn(after.get(name), value, `${place}/${name}`),
  );
}

/** What the official client's model of an answer does not take over; nothing where it has no model. */
export function lossesIn(exchange: Exchange): readonly string[] {
  const model = modelOf(exchange);
  if (model === undefined) return [];
  const sent: unknown = JSON.parse(exchange.answer);
  const parsed = model.serializer.deserialize(sent, model.name, "");
  const asked = `${exchange.method} ${exchange.path}`;
  if (!(parsed instanceof model.class)) return [`${asked}: ${model.name} was not recognised`];
  return differencesIn(parsed, sent, model.name).map((loss) => `${asked}: ${loss}`);
}

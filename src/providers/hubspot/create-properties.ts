import type { CreateOutcome, Creation, Json, JsonObject } from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";
import { itemErrorOf } from "./read-answer.ts";
import type { ApiAnswer } from "./transport.ts";
import type { WritePlace } from "./write-place.ts";

/**
 * Creates properties of one object in one call. HubSpot may refuse a whole batch for one property: then each goes by
 * itself, so that one refusal names one property and stops no other.
 */
export async function createBatchOfProperties(
  resources: readonly Creation[],
  place: WritePlace,
): Promise<readonly CreateOutcome[]> {
  const [first, second] = resources;
  if (first === undefined) return [];
  if (second === undefined) return [await createProperty(first, place)];
  const path = place.paths.createProperties(first.object);
  const body = { inputs: resources.map(bodyOf) };
  const answer = await place.transport.send({ method: "POST", path, body, replay: "never" });
  if (answer.ok) return resources.map((resource) => outcomeOf(resource, answer.value, path));
  const isRefused = answer.error.code === "invalid" || answer.error.code === "conflict";
  if (!isRefused) return resources.map(() => answer);
  const outcomes: CreateOutcome[] = [];
  for (const resource of resources) outcomes.push(await createProperty(resource, place));
  return outcomes;
}

async function createProperty(resource: Creation, { transport, paths }: WritePlace): Promise<CreateOutcome> {
  const path = paths.properties(resource.object);
  const answer = await transport.send({ method: "POST", path, body: bodyOf(resource), replay: "never" });
  return answer.ok ? { ok: true, value: {} } : answer;
}

function bodyOf({ name, attributes }: Creation): JsonObject {
  return { ...attributes, ...optionsOf(attributes["options"]), name };
}

/** `label`, `value`, `hidden` are required of an option, `displayOrder` from 2026-09 on. */
function optionsOf(options: Json | undefined): JsonObject {
  if (!isJsonArray(options)) return {};
  const whole = options.map((option, displayOrder) =>
    isJsonObject(option) ? { hidden: false, displayOrder, ...option } : option,
  );
  return { options: whole };
}

/** 207 answers list what was created and, apart, errors that name it in their context. */
function outcomeOf({ name }: Creation, { body }: ApiAnswer, path: string): CreateOutcome {
  const { results, errors } = isJsonObject(body) ? body : {};
  const created = isJsonArray(results) && results.some((result) => isJsonObject(result) && result["name"] === name);
  if (created) return { ok: true, value: {} };
  const request = `POST ${path}`;
  const items = isJsonArray(errors) ? errors.filter(isJsonObject) : [];
  const own = items.find((error) => names(error["context"], name)) ?? (items.length === 1 ? items[0] : undefined);
  if (own !== undefined) return { ok: false, error: itemErrorOf(own, request) };
  return { ok: false, error: { code: "ambiguous", reason: "server", request, detail: `no word about "${name}"` } };
}

function names(context: Json | undefined, name: string): boolean {
  if (!isJsonObject(context)) return false;
  return Object.values(context).some((value) => isJsonArray(value) && value.includes(name));
}

import type { Json, JsonObject, ProviderError } from "../../engine/index.ts";
import { isJsonArray, isJsonObject, parseJson } from "../../engine/index.ts";

/** An answer as it came: status, headers by name, body text. */
export interface RawAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

/** The JSON of a body, `null` when it is empty, `undefined` when it is not JSON. */
export function parseBody(text: string): Json | undefined {
  return text === "" ? null : parseJson(text);
}

/** The error an answer of status 300 or more stands for, from status, category, subCategory and policyName only. */
export function errorOf(answer: RawAnswer, request: string): ProviderError {
  const parsed = parseBody(answer.text);
  const body: JsonObject = isJsonObject(parsed) ? parsed : {};
  const context = {
    request,
    status: answer.status,
    ...textOf("detail", body["message"]),
    ...textOf("correlationId", body["correlationId"] ?? answer.header("x-hubspot-correlation-id")),
  };
  const { status } = answer;
  if (status < 400) return { ...context, code: "unavailable", reason: "redirect" };
  if (status === 401) return { ...context, code: "forbidden", scopes: [] };
  if (status === 403) return { ...context, code: "forbidden", scopes: scopesOf(body) };
  if (status === 429 && body["policyName"] === "DAILY") return { ...context, code: "daily-limit" };
  if (status === 429) return { ...context, code: "rate-limited", ...textOf("policy", body["policyName"]) };
  if (status >= 500 || status === 408) return { ...context, code: "unavailable", reason: "server" };
  return { ...context, code: codeOf(status, body) };
}

/** The error of one item of a 207 answer, which has a category but no status of its own. */
export function itemErrorOf(item: JsonObject, request: string): ProviderError {
  const context = { request, ...textOf("detail", item["message"]), ...textOf("correlationId", item["correlationId"]) };
  return { ...context, code: codeOf(400, item) };
}

const codes: Readonly<Record<string, "not-found" | "conflict" | "in-use">> = {
  OBJECT_NOT_FOUND: "not-found",
  OBJECT_ALREADY_EXISTS: "conflict",
  CONFLICT: "conflict",
  INVALID_REVISION_ID_IN_PUT_REQUEST: "conflict",
  "Properties.PROPERTY_WITH_NAME_EXISTS": "conflict",
  "PipelineError.STAGE_ID_EXISTS_IN_ANOTHER_PIPELINE": "conflict",
  "PipelineError.STAGE_LABEL_EXISTS": "conflict",
  "PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE": "in-use",
  "PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES": "in-use",
  "PipelineError.STAGE_ID_IN_USE": "in-use",
};

const statuses: Readonly<Record<number, "not-found" | "conflict" | "locked" | "invalid">> = {
  400: "invalid",
  404: "not-found",
  409: "conflict",
  414: "invalid",
  423: "locked",
  437: "invalid",
  477: "locked",
};

function codeOf(
  status: number,
  body: JsonObject,
): "not-found" | "conflict" | "in-use" | "locked" | "invalid" | "unexpected" {
  const named = codes[String(body["subCategory"])] ?? codes[String(body["category"])];
  return named ?? statuses[status] ?? "unexpected";
}

/** HubSpot names scopes in `errors[].context.requiredScopes`, newer answers in `requiredGranularScopes`. */
function scopesOf(body: JsonObject): readonly string[] {
  const errors = isJsonArray(body["errors"]) ? body["errors"] : [];
  const contexts = [body, ...errors].flatMap((error) => (isJsonObject(error) ? [error["context"]] : []));
  const lists = contexts.flatMap((context) =>
    isJsonObject(context) ? [context["requiredGranularScopes"], context["requiredScopes"]] : [],
  );
  const scopes = lists.flatMap((list) => (isJsonArray(list) ? list : []));
  return [...new Set(scopes.filter((scope) => typeof scope === "string"))].sort();
}

function textOf<K extends string>(key: K, value: Json | undefined): Partial<Record<K, string>> {
  if (typeof value !== "string" || value === "") return {};
  // A single computed key has the type the signature states.
  return { [key]: value.slice(0, 500) } as Partial<Record<K, string>>;
}

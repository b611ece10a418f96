import type { JsonObject, StatedCapabilities } from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";
import { objectName } from "../../targets/index.ts";
import type { Paths } from "./paths.ts";
import { readJson } from "./reading-calls.ts";
import type { Secret } from "./secret.ts";
import type { ApiRequest, Transport } from "./transport.ts";

interface Place {
  readonly transport: Transport;
  readonly paths: Paths;
}

/** Two calls: what the token may do, and how many more properties fit. What HubSpot does not tell stays unknown. */
export async function readCapabilities(
  token: Secret | undefined,
  { transport, paths }: Place,
): Promise<StatedCapabilities> {
  const [scopes, limits] = await Promise.all([
    token === undefined ? undefined : ask(transport, introspection(paths, token)),
    ask(transport, { method: "GET", path: paths.propertyLimits, replay: "safe" }),
  ]);
  return { ...scopesIn(scopes), ...roomIn(limits) };
}

function introspection({ introspection: path }: Paths, token: Secret): ApiRequest {
  return { method: "POST", path, body: { tokenKey: token.reveal() }, replay: "safe" };
}

/** Service keys and smaller portals may answer neither; a portal that answers nothing at all fails where it must be read. */
async function ask(transport: Transport, request: ApiRequest): Promise<JsonObject | undefined> {
  const answer = await readJson(transport, request);
  return answer.ok ? answer.value : undefined;
}

function scopesIn(answer: JsonObject | undefined): Pick<StatedCapabilities, "scopes"> {
  const scopes = answer?.["scopes"];
  return isJsonArray(scopes) ? { scopes: scopes.filter((scope) => typeof scope === "string").sort() } : {};
}

function roomIn(answer: JsonObject | undefined): Pick<StatedCapabilities, "room"> {
  const overall = left(answer?.["overallLimit"], answer?.["overallUsage"]);
  const rows = answer?.["byObjectType"];
  if (overall === undefined || !isJsonArray(rows)) return {};
  const byObject = rows.filter(isJsonObject).flatMap((row): readonly (readonly [string, number])[] => {
    const object = objectName(String(row["objectTypeId"]));
    const room = left(row["limit"], row["usage"]);
    return object === undefined || room === undefined ? [] : [[object, room]];
  });
  return { room: { overall, byObject: new Map(byObject) } };
}

function left(limit: unknown, usage: unknown): number | undefined {
  return typeof limit === "number" && typeof usage === "number" ? Math.max(0, limit - usage) : undefined;
}

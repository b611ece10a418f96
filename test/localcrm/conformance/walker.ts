import { expect } from "vitest";
import { type Answer, openPortal } from "../portal-client.ts";
import type { Exchange } from "./hubspot-api.ts";

/** One generation of HubSpot's paths; what has no path in the newest is asked at the one before. */
export type Version = "v3" | "2026-03" | "2026-09";

const dated: Readonly<Record<string, string>> = {
  "/crm/v3/properties": "/crm/properties/2026-03",
  "/crm/v3/pipelines": "/crm/pipelines/2026-03",
  "/crm/v3/lists": "/crm/lists/2026-03",
  "/crm/v3/objects": "/crm/objects/2026-03",
  "/crm/v3/owners": "/crm/owners/2026-03",
  "/crm/v3/limits": "/crm/limits/2026-03",
  "/crm/v4/associations": "/crm/associations/2026-03",
  "/automation/v4": "/automation/2026-09-beta",
  "/account-info/v3": "/account-info/2026-03",
  "/crm-object-schemas/v3": "/crm-object-schemas/2026-03",
};

const prefixes: Readonly<Record<Version, Readonly<Record<string, string>>>> = {
  v3: {},
  "2026-03": dated,
  "2026-09": {
    ...dated,
    "/crm/v3/properties": "/crm/properties/2026-09",
    "/crm/v3/pipelines": "/crm/pipelines/2026-09",
    "/crm/v3/lists": "/crm/lists/2026-09",
    // Not dated, but newer than the first v4: the description has labels only.
    "/crm/v4/associations": "/crm/associations/v4",
  },
};

/** A path in a version; those that have no other form stay. */
export function pathIn(version: Version, path: string): string {
  const found = Object.entries(prefixes[version]).find(([old]) => new RegExp(`^${old}([/?]|$)`).test(path));
  return found === undefined ? path : `${found[1]}${path.slice(found[0].length)}`;
}

/** Sends requests in one version, expects a status of each, and remembers what was said. */
export interface Walker {
  readonly version: Version;
  readonly send: (status: number, method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly exchanges: readonly Exchange[];
}

/** A walker through an empty portal of the largest subscription, which has everything. */
export async function openWalker(version: Version): Promise<Walker> {
  const { call } = await openPortal({ account: { tier: "enterprise" } });
  const exchanges: Exchange[] = [];
  const send: Walker["send"] = async (status, method, path, request) => {
    const asked = pathIn(version, path);
    const answer = await call(method, asked, request);
    expect({ asked: `${method} ${asked}`, status: answer.status, text: answer.text }).toMatchObject({ status });
    const sent = request === undefined ? {} : { request };
    exchanges.push({ method, path: asked, ...sent, status: answer.status, answer: answer.text });
    return answer;
  };
  return { version, send, exchanges };
}

import { accountRoutes } from "../routes/account.ts";
import { associationRoutes } from "../routes/associations.ts";
import { flowRoutes } from "../routes/flows.ts";
import { eventRoutes, formRoutes } from "../routes/forms-and-events.ts";
import { limitRoutes } from "../routes/limits.ts";
import { listSearchRoutes } from "../routes/list-search.ts";
import { listRoutes } from "../routes/lists.ts";
import { membershipRoutes } from "../routes/memberships.ts";
import { ownerRoutes } from "../routes/owners.ts";
import { pipelineRoutes } from "../routes/pipelines.ts";
import { propertyRoutes } from "../routes/properties.ts";
import { propertyGroupRoutes } from "../routes/property-groups.ts";
import { recordBatchRoutes } from "../routes/record-batches.ts";
import { recordSearchRoutes } from "../routes/record-search.ts";
import { recordRoutes } from "../routes/records.ts";
import { stageRoutes } from "../routes/stages.ts";
import { tokenRoutes } from "../routes/token.ts";
import { teamRoutes, userRoutes } from "../routes/users-and-teams.ts";
import { listNeeds, type Needs, needsOneOf, recordNeeds, schemaNeeds } from "../rules/scopes.ts";
import type { Handler, Route } from "./call.ts";

/** Where a kind of resource is served: each prefix of each API version, and its routes. */
interface Area {
  readonly prefixes: readonly string[];
  readonly routes: readonly Route[];
  /** Absent: every token may. */
  readonly needs?: Needs;
}

const datedObjects = ["/crm/objects/2026-03", "/crm/objects/2026-09"];

const areas: readonly Area[] = [
  {
    prefixes: ["/crm/v3/properties", "/crm/properties/2026-03", "/crm/properties/2026-09"],
    routes: [...propertyGroupRoutes, ...propertyRoutes],
    needs: schemaNeeds,
  },
  {
    prefixes: ["/crm/v3/pipelines", "/crm/pipelines/2026-03", "/crm/pipelines/2026-09"],
    routes: [...pipelineRoutes, ...stageRoutes],
    needs: schemaNeeds,
  },
  {
    prefixes: ["/crm/v3/objects", ...datedObjects],
    routes: [...recordBatchRoutes, ...recordSearchRoutes, ...recordRoutes],
    needs: recordNeeds,
  },
  { prefixes: ["/crm/v4/objects", ...datedObjects], routes: associationRoutes, needs: recordNeeds },
  {
    prefixes: ["/crm/v3/lists", "/crm/lists/2026-03", "/crm/lists/2026-09"],
    routes: [...listSearchRoutes, ...listRoutes, ...membershipRoutes],
    needs: listNeeds,
  },
  {
    prefixes: ["/automation/v4/flows", "/automation/2026-09-beta/flows", "/automation/2027-03-beta/flows"],
    routes: flowRoutes,
    needs: needsOneOf("automation"),
  },
  {
    prefixes: ["/crm/v3/owners", "/crm/owners/2026-03", "/crm/owners/2026-09"],
    routes: ownerRoutes,
    needs: needsOneOf("crm.objects.owners.read", "automation"),
  },
  {
    prefixes: ["/settings/v3/users/teams"],
    routes: teamRoutes,
    needs: needsOneOf("settings.users.teams.read"),
  },
  {
    prefixes: ["/settings/users/v3", "/settings/v3/users"],
    routes: userRoutes,
    needs: needsOneOf("settings.users.read", "crm.objects.users.read"),
  },
  { prefixes: ["/crm/v3/limits", "/crm/limits/2026-03", "/crm/limits/2026-09"], routes: limitRoutes },
  {
    prefixes: ["/marketing/v3/forms", "/marketing/forms/2026-09-beta"],
    routes: formRoutes,
    needs: needsOneOf("forms"),
  },
  {
    prefixes: ["/events/v3/event-definitions", "/events/2026-03/event-definitions"],
    routes: eventRoutes,
    needs: needsOneOf("behavioral_events.event_definitions.read_write"),
  },
  { prefixes: ["/oauth/v2/private-apps/get"], routes: tokenRoutes },
  { prefixes: ["/account-info/v3", "/account-info/2026-03", "/account-info/2026-09"], routes: accountRoutes },
];

/** The handler for a request and the parameters of its path. */
export interface Match {
  readonly handler: Handler;
  readonly params: ReadonlyMap<string, string>;
  /** The scopes of which the token needs one; empty: none. */
  readonly scopes: readonly string[];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): ReadonlyMap<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? "";
    if (expected.startsWith("{")) params.set(expected.slice(1, -1), decode(actual));
    else if (expected !== actual) return undefined;
  }
  return params;
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** Searches and batch reads are POSTs that only read. */
function scopesFor(
  { needs }: Area,
  method: string,
  path: string,
  params: ReadonlyMap<string, string>,
): readonly string[] {
  const isReading = method === "GET" || (method === "POST" && /\/(search|batch\/read)\/?$/.test(path));
  return needs?.({ isReading, object: params.get("objectType") ?? params.get("fromObjectType") }) ?? [];
}

function matchArea(area: Area, method: string, path: string): Match | undefined {
  const prefix = area.prefixes.find((each) => path === each || path.startsWith(`${each}/`));
  if (prefix === undefined) return undefined;
  const segments = segmentsOf(path.slice(prefix.length));
  for (const route of area.routes) {
    if (route.method !== method) continue;
    const params = matchSegments(segmentsOf(route.path), segments);
    if (params !== undefined) return { handler: route.handler, params, scopes: scopesFor(area, method, path, params) };
  }
  return undefined;
}

/** Finds the route for a method and path, with or without a trailing slash; undefined when nothing is served there. */
export function findRoute(method: string, path: string): Match | undefined {
  for (const area of areas) {
    const match = matchArea(area, method, path);
    if (match !== undefined) return match;
  }
  return undefined;
}

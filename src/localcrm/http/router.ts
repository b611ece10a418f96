import { type Area, areas } from "./areas.ts";
import type { Handler, Route } from "./call.ts";

/** The handler for a request and the parameters of its path. */
export interface Match {
  readonly handler: Handler;
  /** Its path under the oldest prefix, with the names of its parameters: the same for every version. */
  readonly route: string;
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

function nameOf(area: Area, { path }: Route): string {
  return `${area.prefixes[0] ?? ""}${path}`.replace(/(.)\/$/, "$1");
}

function matchArea(area: Area, method: string, path: string): Match | undefined {
  const prefix = area.prefixes.find((each) => path === each || path.startsWith(`${each}/`));
  if (prefix === undefined) return undefined;
  const segments = segmentsOf(path.slice(prefix.length));
  for (const route of area.routes) {
    if (route.method !== method) continue;
    const params = matchSegments(segmentsOf(route.path), segments);
    if (params !== undefined)
      return {
        handler: route.handler,
        route: nameOf(area, route),
        params,
        scopes: scopesFor(area, method, path, params),
      };
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

import type { Call } from "../http/call.ts";
import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";

/** A page of results as HubSpot sends it; without `paging` it is the last. */
export interface Page<T> {
  readonly results: readonly T[];
  readonly paging?: { readonly next: { readonly after: string; readonly link: string } };
}

/** How many results a page has. */
interface Limits {
  readonly defaultLimit: number;
  readonly maxLimit: number;
}

/** A whole number from the query; undefined when it is absent, a problem when it is none. */
function wholeNumber({ query }: Call, name: string): number | undefined | Problem {
  const text = query.get(name);
  if (text === null || text === "") return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : invalid(`Invalid ${name}: "${text}" is not a whole number.`);
}

/** The page of `items` that the query's `limit` and `after` ask for. */
export function pageOf<T>(call: Call, items: readonly T[], limits: Limits): Page<T> | Problem {
  const after = wholeNumber(call, "after") ?? 0;
  const limit = wholeNumber(call, "limit") ?? limits.defaultLimit;
  if (typeof after === "object") return after;
  if (typeof limit === "object") return limit;
  if (limit < 1 || limit > limits.maxLimit) return invalid(`Invalid limit: it is between 1 and ${limits.maxLimit}.`);
  const results = items.slice(after, after + limit);
  if (after + limit >= items.length) return { results };
  const next = String(after + limit);
  return { results, paging: { next: { after: next, link: `?after=${next}&limit=${limit}` } } };
}

import { randomUUID } from "node:crypto";
import type { JsonObject } from "../json.ts";
import type { Problem } from "./reply.ts";

/** How many requests the portal allows; refusing beyond them is off unless asked for. */
export interface RateLimits {
  readonly perTenSeconds?: number;
  readonly perDay?: number;
  readonly searchesPerSecond?: number;
  readonly isEnforced?: boolean;
}

/** A request's place in the limits: headers for the answer, and the refusal when one is due. */
export interface Admission {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Problem;
}

/** Counts requests; `admit` counts one. */
export interface RateLimiter {
  readonly admit: (now: number) => Admission;
  /** Counts a search, whose answer carries no headers. */
  readonly admitSearch: (now: number) => Admission;
  /** The requests of the day so far, searches not counted. */
  readonly requests: () => { readonly today: number; readonly perDay: number };
  readonly limits: () => Required<RateLimits>;
  readonly change: (changes: RateLimits) => void;
}

const windowMs = 10_000;
const dayMs = 86_400_000;

const policies = {
  TEN_SECONDLY_ROLLING: "ten_secondly_rolling",
  SECONDLY: "secondly",
  DAILY: "daily",
} as const;

/** The limit that a refusal names. */
type Policy = keyof typeof policies;

/** HubSpot's body for too many requests: it names the group of calls for the rolling window, the request for the others. */
export function rateLimitRefusal(policy: Policy): JsonObject {
  const place =
    policy === "TEN_SECONDLY_ROLLING"
      ? { groupName: "publicapi:private-apps:api-calls-ten-secondly:local" }
      : { requestId: randomUUID() };
  return {
    status: "error",
    message: `You have reached your ${policies[policy]} limit.`,
    errorType: "RATE_LIMIT",
    policyName: policy,
    ...place,
  };
}

/** A limiter with HubSpot's rolling ten seconds, its day and its separate limit for searches. */
export function openRateLimiter(limits: RateLimits): RateLimiter {
  let current: Required<RateLimits> = {
    ...{ perTenSeconds: 190, perDay: 625_000, searchesPerSecond: 5, isEnforced: false },
    ...limits,
  };
  let recent: number[] = [];
  let searches: number[] = [];
  let day = { number: 0, count: 0 };
  const refuse = (policy: Policy): { refusal?: Problem } =>
    current.isEnforced ? { refusal: { isProblem: true, status: 429, body: rateLimitRefusal(policy) } } : {};

  const admitSearch = (now: number): Admission => {
    searches = searches.filter((time) => time > now - 1000);
    const isOver = searches.length >= current.searchesPerSecond;
    if (!isOver) searches.push(now);
    return { headers: {}, ...(isOver ? refuse("SECONDLY") : {}) };
  };

  const admit = (now: number): Admission => {
    const { perTenSeconds, perDay } = current;
    const today = Math.floor(now / dayMs);
    day = { number: today, count: today === day.number ? day.count + 1 : 1 };
    recent = recent.filter((time) => time > now - windowMs);
    const isOver = recent.length >= perTenSeconds;
    if (!isOver) recent.push(now);
    const headers = {
      "X-HubSpot-RateLimit-Max": String(perTenSeconds),
      "X-HubSpot-RateLimit-Remaining": String(perTenSeconds - recent.length),
      "X-HubSpot-RateLimit-Interval-Milliseconds": String(windowMs),
      "X-HubSpot-RateLimit-Daily": String(perDay),
      "X-HubSpot-RateLimit-Daily-Remaining": String(Math.max(0, perDay - day.count)),
    };
    if (day.count > perDay) return { headers, ...refuse("DAILY") };
    return { headers, ...(isOver ? refuse("TEN_SECONDLY_ROLLING") : {}) };
  };
  return {
    admit,
    admitSearch,
    requests: () => ({ today: day.count, perDay: current.perDay }),
    limits: () => current,
    change: (changes) => {
      current = { ...current, ...changes };
    },
  };
}

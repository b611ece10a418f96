import type { Json } from "../json.ts";
import type { FaultEffect } from "./faults.ts";
import { rateLimitRefusal } from "./rate-limit.ts";

function status(code: number, body?: Json, headers?: Readonly<Record<string, string>>): FaultEffect {
  const parts = { ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) };
  return { kind: "status", status: code, ...parts };
}

const refused = (message: string, category: string): Json => ({ status: "error", message, category });

/** What goes wrong with a real portal, by the name that people use for it here. */
const effects: ReadonlyMap<string, FaultEffect> = new Map([
  ["rate-limited", status(429, rateLimitRefusal("TEN_SECONDLY_ROLLING"))],
  ["secondly-limited", status(429, rateLimitRefusal("SECONDLY"))],
  ["daily-limited", status(429, rateLimitRefusal("DAILY"))],
  ["locked", status(423, refused("The resource is locked by another request.", "LOCKED"))],
  ["migrating", status(477, refused("A migration is in progress.", "MIGRATION_IN_PROGRESS"), { "Retry-After": "2" })],
  ["token-expired", status(401, refused("The OAuth token used to make this call expired.", "EXPIRED_AUTHENTICATION"))],
  ["empty-500", status(500)],
  ["unavailable", status(503, refused("Service unavailable.", "SERVICE_UNAVAILABLE"))],
  ["bad-gateway", { kind: "html502" }],
  ["slow", { kind: "slow", ms: 2000 }],
  ["no-answer", { kind: "hang" }],
  ["dropped", { kind: "drop" }],
  ["answer-lost", { kind: "drop-after-commit" }],
  ["answer-never", { kind: "hang-after-commit" }],
  ["cut-short", { kind: "cut" }],
  ["edited-meanwhile", { kind: "edited-meanwhile" }],
  ["echo-only", { kind: "echo-only" }],
]);

/** The names in order of the table. */
export const faultNames: readonly string[] = [...effects.keys()];

/** What a name stands for. */
export function effectNamed(name: string): FaultEffect | undefined {
  return effects.get(name);
}

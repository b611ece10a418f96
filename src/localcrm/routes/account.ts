import type { Call, Route } from "../http/call.ts";
import { ok, type Reply } from "../http/reply.ts";

function offsetMinutes(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

function written(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function details({ store, now }: Call): Reply {
  const account = store.get("account", "", "account");
  const minutes = offsetMinutes(account?.timeZone ?? "UTC", now);
  // HubSpot says neither of these here.
  const { tier: _, scopes: __, ...told } = account ?? {};
  return ok({
    ...told,
    additionalCurrencies: [],
    utcOffset: written(minutes),
    utcOffsetMilliseconds: minutes * 60_000,
  });
}

const dayMs = 86_400_000;

/** Like HubSpot's, of calls by private apps; it has one here. */
function usage({ now, timestamp, requests }: Call): Reply {
  const resetsAt = new Date((Math.floor(now / dayMs) + 1) * dayMs).toISOString();
  const counted = { usageLimit: requests.perDay, currentUsage: requests.today, collectedAt: timestamp, resetsAt };
  return ok({ results: [{ name: "private-apps-api-calls-daily", ...counted, fetchStatus: "SUCCESS" }] });
}

/** Account information. */
export const accountRoutes: readonly Route[] = [
  { method: "GET", path: "/details", handler: details },
  { method: "GET", path: "/api-usage/daily/private-apps", handler: usage },
];

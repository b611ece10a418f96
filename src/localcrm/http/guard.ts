import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { problem, unauthorized } from "./problems.ts";
import type { Problem } from "./reply.ts";

const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Refuses a request meant for another host (a web page that rebinds its name to us) or without our token. */
export function guard(request: IncomingMessage, token: string): Problem | undefined {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  if (!loopbackNames.has(host)) {
    return problem(403, "The local CRM answers only requests to 127.0.0.1 or localhost.", { category: "FORBIDDEN" });
  }
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token)) ? undefined : unauthorized;
}

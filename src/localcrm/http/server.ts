import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { asObject } from "../json.ts";
import { checkScopes } from "../rules/scopes.ts";
import type { Store } from "../store/store.ts";
import { callOf } from "./call.ts";
import { type Fault, type Faults, parseFaults } from "./faults.ts";
import { guard } from "./guard.ts";
import { invalid, problem } from "./problems.ts";
import type { RateLimiter } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import { isProblem, ok, type Reply } from "./reply.ts";
import { findRoute } from "./router.ts";

/** What the server works with. */
export interface Portal {
  readonly store: Store;
  readonly token: string;
  readonly now: () => number;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  readonly onRequest: (request: { method: string; path: string; status: number }) => void;
}

const faultsPath = "/__revpact/faults";

function answerFaults(portal: Portal, method: string, body: Parameters<typeof parseFaults>[0]): Reply {
  if (method === "DELETE") {
    portal.faults.disarm();
    return ok({ armed: 0 });
  }
  const faults = parseFaults(body);
  if (method !== "POST" || faults === undefined) {
    return invalid('Send POST {"faults":[{"method","path","kind", …}]} to arm faults, DELETE to disarm them.');
  }
  portal.faults.arm(faults);
  return ok({ armed: faults.length });
}

/** Runs a route and makes what it wrote durable, or undoes it. */
function answerRoute(portal: Portal, method: string, url: URL, body: Parameters<typeof parseFaults>[0]): Reply {
  const match = findRoute(method, url.pathname);
  if (match === undefined) return problem(404, `The local CRM does not serve ${method} ${url.pathname}.`);
  const { store } = portal;
  const refusal = checkScopes(store, match.scopes);
  if (refusal !== undefined) return refusal;
  const isDated = /\/20\d\d-\d\d(-beta)?(\/|$)/.test(url.pathname);
  const call = callOf({
    store,
    now: portal.now(),
    isDated,
    params: match.params,
    query: url.searchParams,
    body,
    sameValues: "ignored",
  });
  try {
    const reply = match.handler(call);
    if (isProblem(reply)) store.rollback();
    else store.commit();
    return reply;
  } catch (error) {
    store.rollback();
    const reason = error instanceof Error ? error.message : String(error);
    return problem(500, `The local CRM failed: ${reason}`, { category: "INTERNAL_ERROR" });
  }
}

function textOf(reply: Reply, correlationId: string): string {
  if (reply.body === undefined) return "";
  const body = asObject(reply.body);
  const isEnvelope = reply.status >= 400 && body !== undefined;
  return JSON.stringify(isEnvelope ? { correlationId, ...body } : reply.body);
}

function send(response: ServerResponse, reply: Reply, fault: Fault | undefined): void {
  const correlationId = randomUUID();
  const text = textOf(reply, correlationId);
  const bytes = Buffer.from(text);
  response.statusCode = reply.status;
  response.setHeader("X-HubSpot-Correlation-Id", correlationId);
  if (bytes.length > 0) response.setHeader("Content-Type", "application/json;charset=utf-8");
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.status !== 204) response.setHeader("Content-Length", bytes.length);
  if (fault?.kind !== "cut") {
    response.end(bytes);
    return;
  }
  if (bytes.length === 0) response.destroy();
  else response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

/** What happens instead of an answer; "answer" when the request is to be served. */
function strikeBefore(response: ServerResponse, fault: Fault | undefined): "answer" | "struck" {
  switch (fault?.kind) {
    case "hang":
      return "struck";
    case "drop":
      response.destroy();
      return "struck";
    case "html502":
      response.writeHead(502, { "Content-Type": "text/html" });
      response.end("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
      return "struck";
    case "status":
      send(response, { isProblem: true, ...fault } as Reply, fault); // a status fault has a reply's fields
      return "struck";
    default:
      return "answer";
  }
}

function finish(response: ServerResponse, reply: Reply, fault: Fault | undefined): void {
  if (fault?.kind === "hang-after-commit") return;
  if (fault?.kind === "drop-after-commit") {
    response.destroy();
    return;
  }
  if (fault?.kind === "slow") {
    setTimeout(() => send(response, reply, undefined), fault.ms).unref();
    return;
  }
  send(response, reply, fault);
}

async function serve(portal: Portal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const report = (status: number) => portal.onRequest({ method, path: url.pathname, status });
  const refused = guard(request, portal.token);
  const body = refused ?? (await readBody(request));
  if (isProblem(body)) {
    request.resume();
    report(body.status);
    send(response, body, undefined);
    return;
  }
  if (url.pathname === faultsPath) {
    send(response, answerFaults(portal, method, body.json), undefined);
    return;
  }
  const fault = portal.faults.next(method, url.pathname.replace(/(.)\/$/, "$1"));
  if (strikeBefore(response, fault) === "struck") {
    report(fault?.kind === "status" || fault?.kind === "html502" ? response.statusCode : 0);
    return;
  }
  const isSearch = method === "POST" && /\/search\/?$/.test(url.pathname) && url.pathname.startsWith("/crm/");
  const admission = isSearch ? portal.limiter.admitSearch(portal.now()) : portal.limiter.admit(portal.now());
  const reply = admission.refusal ?? answerRoute(portal, method, url, body.json);
  report(reply.status);
  finish(response, { ...reply, headers: { ...admission.headers, ...reply.headers } }, fault);
}

/** An HTTP server for a portal, not yet listening. */
export function createPortalServer(portal: Portal): Server {
  const server = createServer((request, response) => {
    serve(portal, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 30_000;
  return server;
}

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerControl, type Control, isControlPath } from "../control/control-routes.ts";
import { asObject, type Json } from "../json.ts";
import { checkScopes } from "../rules/scopes.ts";
import { habitsOf } from "../runner/behaviour.ts";
import { callOf } from "./call.ts";
import type { Fault } from "./faults.ts";
import { guard } from "./guard.ts";
import { problem } from "./problems.ts";
import type { Admission } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import { isProblem, type Reply } from "./reply.ts";
import { findRoute, type Match } from "./router.ts";

/** What the server works with. */
export interface Portal {
  readonly control: Control;
  readonly token: string;
  /** Real time, also while the portal's clock stands: limits of rate are about real seconds. */
  readonly realNow: () => number;
  readonly onRequest: (request: { method: string; path: string; status: number }) => void;
}

/** A request on its way to a route. */
interface Asked {
  readonly match: Match;
  readonly url: URL;
  readonly body: Json | undefined;
  readonly fault: Fault | undefined;
}

/** Somebody else saves the workflow of a request: only its revision tells. */
function editMeanwhile({ store }: Control, { params }: Match, now: number): void {
  const flow = store.get("flows", "", params.get("flowId") ?? "");
  if (flow === undefined) return;
  const revisionId = String(Number(flow.revisionId) + 1);
  store.put("flows", "", flow.id, { ...flow, revisionId, updatedAt: new Date(now).toISOString() });
}

/** Runs a route and makes what it wrote durable, or undoes it. */
function answerRoute(portal: Portal, { match, url, body, fault }: Asked): Reply {
  const { store, runner, clock, timekeeper, lags } = portal.control;
  const refusal = checkScopes(store, match.scopes);
  if (refusal !== undefined) return refusal;
  const isDated = /\/20\d\d-\d\d(-beta)?(\/|$)/.test(url.pathname);
  try {
    timekeeper.catchUp();
    const now = clock.now();
    if (fault?.kind === "edited-meanwhile") {
      editMeanwhile(portal.control, match, now);
      runner.commit(now);
    }
    const habits = habitsOf(runner.behaviour());
    const reply = match.handler(
      callOf({
        ...{ store, now, isDated, params: match.params, query: url.searchParams, body, habits },
        requests: portal.control.limiter.requests(),
        searchLagMs: lags.searchMs,
      }),
    );
    if (isProblem(reply) || fault?.kind === "echo-only") runner.rollback();
    else runner.commit(now);
    return reply;
  } catch (error) {
    runner.rollback();
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

function admit({ control: { limiter }, realNow }: Portal, method: string, path: string): Admission {
  const isSearch = method === "POST" && /\/search\/?$/.test(path) && path.startsWith("/crm/");
  return isSearch ? limiter.admitSearch(realNow()) : limiter.admit(realNow());
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
  if (isControlPath(url.pathname)) {
    send(response, await answerControl(portal.control, { method, path: url.pathname, body: body.json }), undefined);
    return;
  }
  const match = findRoute(method, url.pathname);
  const fault = portal.control.faults.next({
    ...{ method, path: url.pathname.replace(/(.)\/$/, "$1") },
    ...(match === undefined ? {} : { route: match.route }),
  });
  if (strikeBefore(response, fault) === "struck") {
    report(fault?.kind === "status" || fault?.kind === "html502" ? response.statusCode : 0);
    return;
  }
  const admission = admit(portal, method, url.pathname);
  const unserved = problem(404, `The local CRM does not serve ${method} ${url.pathname}.`);
  const served = () => (match === undefined ? unserved : answerRoute(portal, { match, url, body: body.json, fault }));
  const reply = admission.refusal ?? served();
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

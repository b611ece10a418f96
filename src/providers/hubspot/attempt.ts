/**
 * One HTTP exchange through `Client.apiRequest` of @hubspot/api-client 13.5.0, which passes on neither agent, signal
 * nor timeout, follows redirects, and never settles when a body is cut short. Its call runs synchronously up to
 * Node's `http.request`, which takes the global agent; so for that one synchronous stretch the global agent is ours.
 * It hands us the request: we own its deadline, its socket and its end, and a redirect never leaves with the token.
 */
import http from "node:http";
import https from "node:https";
import type { SilenceReason } from "../../engine/index.ts";
import { createForwardAgent, createTunnelAgent, type ProxyEnvironment, proxyFor, type RequestTaker } from "./proxy.ts";
import type { Secret } from "./secret.ts";

/** What goes over the wire, retries apart. */
export interface WireRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query. */
  readonly path: string;
  readonly body?: unknown;
  readonly timeoutMs: number;
  /** A connection of its own, so that an idle one closed by the server never loses a write. */
  readonly isFresh: boolean;
}

/** An answer read to its end, or the reason why there is none and whether the request may have arrived. */
export type Attempt =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly header: (name: string) => string | null;
      readonly text: string;
    }
  | { readonly kind: "silence"; readonly reason: SilenceReason; readonly wasSent: boolean; readonly detail: string };

/** Sends single requests to one base URL. */
export interface Wire {
  send(request: WireRequest): Promise<Attempt>;
  /** Closes the idle connections. */
  close(): void;
}

/** Where a wire leads; `baseUrl` without a final slash. */
export interface WireOptions {
  readonly baseUrl: string;
  readonly token: Secret;
  readonly environment: ProxyEnvironment;
}

/** Opens a wire; the SDK is loaded at the first call. */
export function createWire(options: WireOptions): Wire {
  const url = new URL(options.baseUrl);
  const pooled = createAgent(url, options.environment, { keepAlive: true, maxSockets: 8 });
  const fresh = createAgent(url, options.environment, { keepAlive: false });
  const swap = url.protocol === "https:" ? withHttpsAgent : withHttpAgent;
  const client = loadClient(options);
  return {
    send: async (request) => {
      const { apiRequest } = await client();
      const pool = request.isFresh ? fresh : pooled;
      const attempt = await exchange(request, pool, (agent) => swap(agent, () => apiRequest(request)));
      return withoutToken(attempt, options.token);
    },
    close: () => {
      pooled.destroy();
      fresh.destroy();
    },
  };
}

/** Shorter than any token of HubSpot's: such a text may be an ordinary word of an answer. */
const shortestToken = 12;

/** An answer may repeat the token that it was sent; what is read of it is printed and kept, so it is struck out. */
function withoutToken(attempt: Attempt, token: Secret): Attempt {
  const secret = token.reveal();
  if (attempt.kind === "silence" || secret.length < shortestToken) return attempt;
  const strike = (text: string): string => text.replaceAll(secret, String(token));
  const header = (name: string): string | null => {
    const value = attempt.header(name);
    return value === null ? null : strike(value);
  };
  return { ...attempt, header, text: strike(attempt.text) };
}

interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Decompressed; node-fetch gives one for every answer. */
  readonly body: AsyncIterable<Uint8Array | string>;
}

type ApiRequest = (request: WireRequest) => Promise<Answer>;

function loadClient({ baseUrl, token }: WireOptions): () => Promise<{ readonly apiRequest: ApiRequest }> {
  let loaded: Promise<{ readonly apiRequest: ApiRequest }> | undefined;
  const load = async () => {
    const { Client } = await import("@hubspot/api-client");
    const client = new Client({ accessToken: token.reveal(), basePath: baseUrl, numberOfApiCallRetries: 0 });
    // Without a Connection header node-fetch asks to close: it does not know our agent.
    const headers = { Connection: "keep-alive" };
    const apiRequest: ApiRequest = ({ method, path, body }) =>
      client.apiRequest({ method, path, headers, ...(body === undefined ? {} : { body }) });
    return { apiRequest };
  };
  return () => {
    loaded ??= load();
    return loaded;
  };
}

function createAgent(url: URL, environment: ProxyEnvironment, options: http.AgentOptions): http.Agent {
  const proxy = proxyFor(url, environment);
  if (url.protocol !== "https:") {
    return proxy === undefined ? new http.Agent(options) : createForwardAgent(proxy, options);
  }
  return proxy === undefined ? new https.Agent(options) : createTunnelAgent(proxy, options);
}

function withHttpAgent<T>(agent: http.Agent, call: () => T): T {
  const before = http.globalAgent;
  http.globalAgent = agent;
  try {
    return call();
  } finally {
    http.globalAgent = before;
  }
}

function withHttpsAgent<T>(agent: http.Agent, call: () => T): T {
  const before = https.globalAgent;
  // The agent inherits from an https.Agent whenever the base URL is https.
  https.globalAgent = agent as https.Agent;
  try {
    return call();
  } finally {
    https.globalAgent = before;
  }
}

async function exchange(
  { timeoutMs }: WireRequest,
  pool: http.Agent,
  call: (agent: http.Agent) => Promise<Answer>,
): Promise<Attempt> {
  const watch = createWatch(timeoutMs);
  try {
    const answered = call(watch.lend(pool)).then(async (answer): Promise<Attempt> => {
      const text = await readText(answer.body, watch.refuseLength);
      if (text === undefined) return watch.failure;
      return { kind: "answer", status: answer.status, header: (name) => answer.headers.get(name), text };
    });
    // The watch tells why there is no answer; what node-fetch says of the same failure comes second.
    const failed = answered.catch((error: unknown) => watch.silence("network", describeError(error)));
    return await Promise.race([watch.failure, failed]);
  } finally {
    watch.end();
  }
}

const megabyte = 1024 * 1024;

/** Far above what a hundred workflows take; beyond it something else answers, and memory is not for it to fill. */
const mostBytes = 32 * megabyte;

/** A body's text, counted after decompression; undefined, and the connection refused, once it is longer than we take. */
async function readText(body: Answer["body"], refuse: () => void): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    const chunk = Buffer.from(piece);
    length += chunk.length;
    if (length > mostBytes) {
      refuse();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

interface Watch {
  /** The pool behind an agent that takes one request and no more. */
  readonly lend: (pool: http.Agent) => http.Agent;
  /** Settles when the exchange has failed. */
  readonly failure: Promise<Attempt>;
  readonly silence: (reason: SilenceReason, detail: string) => Attempt;
  /** Hangs up on an answer that is too long. */
  readonly refuseLength: () => void;
  readonly end: () => void;
}

function createWatch(timeoutMs: number): Watch {
  let request: http.ClientRequest | undefined;
  let wasSent = false;
  let settle: (attempt: Attempt) => void = () => undefined;
  const failure = new Promise<Attempt>((resolve) => {
    settle = resolve;
  });
  const silence = (reason: SilenceReason, detail: string): Attempt => ({ kind: "silence", reason, wasSent, detail });
  const fail = (reason: SilenceReason, detail: string): void => settle(silence(reason, detail));
  const timer = setTimeout(() => {
    fail("timeout", `no complete answer within ${timeoutMs / 1000} s`);
    request?.destroy();
  }, timeoutMs);
  const observe = (taken: http.ClientRequest): void => {
    request = taken;
    onConnected(taken, () => {
      wasSent = true;
    });
    taken.once("error", (error) => fail("network", describeError(error)));
    taken.once("response", (response) => {
      // Without a Location node-fetch gives the redirect itself as the answer.
      delete response.headers.location;
      response.once("close", () => {
        if (!response.complete) fail("cut-short", "the answer stopped before its end");
      });
    });
  };
  const refuseLength = (): void => {
    fail("too-large", `the answer is longer than ${mostBytes / megabyte} MB`);
    request?.destroy();
  };
  return { lend: (pool) => lendOnce(pool, observe), failure, silence, refuseLength, end: () => clearTimeout(timer) };
}

function lendOnce(pool: http.Agent, observe: (request: http.ClientRequest) => void): http.Agent {
  // Node documents neither addRequest nor its types; agents have been replaced through it since Node 0.12.
  const inner = pool as unknown as RequestTaker;
  let isTaken = false;
  const addRequest: RequestTaker["addRequest"] = (request, target) => {
    if (isTaken) {
      request.destroy(new Error("a second request, such as a redirect, is refused"));
      return;
    }
    isTaken = true;
    observe(request);
    inner.addRequest.call(pool, request, target);
  };
  return Object.create(pool, { addRequest: { value: addRequest } });
}

function onConnected(request: http.ClientRequest, act: () => void): void {
  request.once("socket", (socket) => {
    // A connection used before; a tunnel, whose TLS may still fail, counts as one to be on the safe side.
    if (!socket.connecting) act();
    else socket.once("encrypted" in socket ? "secureConnect" : "connect", act);
  });
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

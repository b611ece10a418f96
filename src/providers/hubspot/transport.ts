import type { Json, ProviderError, ProviderOutcome } from "../../engine/index.ts";
import { type Attempt, createWire, type WireOptions, type WireRequest } from "./attempt.ts";
import { isReadingPost } from "./paths.ts";
import { errorOf, parseBody } from "./read-answer.ts";
import { pauseAfter } from "./retry.ts";

/** One call to HubSpot. */
export interface ApiRequest {
  readonly method: WireRequest["method"];
  /** Path and query. */
  readonly path: string;
  readonly body?: Json;
  /**
   * safe: may be sent again whatever became of it. never: a creation; once it may have arrived it is not repeated.
   * A write without a usable answer ends as `ambiguous`.
   */
  readonly replay: "safe" | "never";
  /** Milliseconds over headers and body, where shorter than the transport's. */
  readonly timeoutMs?: number;
  /** Asked right before each sending, also of a repetition: whether this process may still write. */
  readonly mayLeave?: () => Promise<boolean>;
}

/** A successful answer; `body` is null where HubSpot sends none. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: Json;
}

/** The only way out to HubSpot. */
export interface Transport {
  send(request: ApiRequest): Promise<ProviderOutcome<ApiAnswer>>;
  close(): void;
}

/** What the transport needs from the process, passed in so that tests own the clock and the dice. */
export interface TransportOptions extends WireOptions {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** Default 30,000. */
  readonly timeoutMs?: number;
  /** Told before each pause, for progress: HubSpot asked to wait, or did not answer. */
  readonly onPause?: (pause: { readonly milliseconds: number; readonly error: ProviderError }) => void;
}

const defaultTimeoutMs = 30_000;

/** Opens the transport; nothing is sent before the first call. */
export function createTransport(options: TransportOptions): Transport {
  const wire = createWire(options);
  const sendOnce = async (request: ApiRequest): Promise<Reply> => {
    const { method, path, body, replay } = request;
    const attempt = await wire.send({
      ...{ method, path, isFresh: replay === "never" },
      ...(body === undefined ? {} : { body }),
      timeoutMs: Math.min(request.timeoutMs ?? Number.POSITIVE_INFINITY, options.timeoutMs ?? defaultTimeoutMs),
    });
    return replyOf(attempt, request);
  };
  return { send: (request) => sendPatiently(request, sendOnce, options), close: wire.close };
}

/** The same transport for planning: anything but a GET or a reading POST is a bug, caught before it leaves. */
export function createReadOnlyTransport(transport: Transport): Transport {
  const send: Transport["send"] = async (request) => {
    if (!isReading(request)) throw new Error(`A reading client tried ${nameOf(request)}`);
    return transport.send(request);
  };
  return { send, close: transport.close };
}

/** The same transport for one who may write as long as a lease holds; reads go through without being asked. */
export function createGuardedTransport(transport: Transport, mayWrite: () => Promise<boolean>): Transport {
  const send: Transport["send"] = (request) =>
    transport.send(isReading(request) ? request : { ...request, mayLeave: mayWrite });
  return { send, close: transport.close };
}

interface Reply {
  readonly outcome: ProviderOutcome<ApiAnswer>;
  readonly header: (name: string) => string | null;
  /** Whether the request may have arrived. */
  readonly wasSent: boolean;
}

async function sendPatiently(
  request: ApiRequest,
  sendOnce: (request: ApiRequest) => Promise<Reply>,
  options: TransportOptions,
): Promise<ProviderOutcome<ApiAnswer>> {
  let mayHaveArrived = false;
  for (let taken = 0; ; taken += 1) {
    if (request.mayLeave !== undefined && !(await request.mayLeave())) {
      return { ok: false, error: withdrawn(request, mayHaveArrived) };
    }
    const { outcome, header, wasSent } = await sendOnce(request);
    if (outcome.ok) return outcome;
    mayHaveArrived ||= wasSent && outcome.error.code === "unavailable";
    const mayRepeat = request.replay === "safe" || !wasSent;
    const pause = pauseAfter(outcome.error, { mayRepeat, pauses: { taken }, header, random: options.random });
    if (pause === undefined) return { ok: false, error: doubted(outcome.error, request, wasSent) };
    options.onPause?.({ milliseconds: pause, error: outcome.error });
    await options.sleep(pause);
  }
}

function replyOf(attempt: Attempt, request: ApiRequest): Reply {
  const name = nameOf(request);
  if (attempt.kind === "silence") {
    const { reason, detail, wasSent } = attempt;
    const error: ProviderError = { code: "unavailable", reason, request: name, detail };
    return { outcome: { ok: false, error }, header: () => null, wasSent };
  }
  const { status, text, header } = attempt;
  if (status >= 300) return { outcome: { ok: false, error: errorOf(attempt, name) }, header, wasSent: true };
  const body = parseBody(text);
  if (body !== undefined) return { outcome: { ok: true, value: { status, body } }, header, wasSent: true };
  const error: ProviderError = { code: "unavailable", reason: "not-json", request: name, status };
  return { outcome: { ok: false, error }, header, wasSent: true };
}

/** A write without a usable answer may have been carried out or not: only reading back tells. */
function doubted(error: ProviderError, request: ApiRequest, wasSent: boolean): ProviderError {
  if (error.code !== "unavailable" || error.reason === "redirect" || !wasSent || isReading(request)) return error;
  return { ...error, code: "ambiguous" };
}

function withdrawn(request: ApiRequest, mayHaveArrived: boolean): ProviderError {
  const context = { request: nameOf(request) };
  return mayHaveArrived ? { code: "ambiguous", reason: "interrupted", ...context } : { code: "withdrawn", ...context };
}

function isReading({ method, path }: ApiRequest): boolean {
  return method === "GET" || (method === "POST" && isReadingPost(path));
}

function nameOf({ method, path }: ApiRequest): string {
  return `${method} ${path.split("?")[0] ?? ""}`;
}

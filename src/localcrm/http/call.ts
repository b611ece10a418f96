import { asObject, type Json, type JsonObject } from "../json.ts";
import type { WritingHabits } from "../rules/record-writes.ts";
import type { Store } from "../store/store.ts";
import type { Reply } from "./reply.ts";

/** One request as a route sees it. */
export interface Call {
  readonly store: Store;
  /** Milliseconds since the epoch; one value for the whole request. */
  readonly now: number;
  /** The request's time as HubSpot writes times. */
  readonly timestamp: string;
  /** Whether the path is a date-based one: there HubSpot requires some fields that v3 lets out. */
  readonly isDated: boolean;
  /** A named part of the path, decoded. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  readonly habits: WritingHabits;
  /** The requests of the day, this one included, and how many there may be. */
  readonly requests: { readonly today: number; readonly perDay: number };
  /** How far a search's index is behind. */
  readonly searchLagMs: number;
  /** The body when it is an object, else an empty one. */
  readonly fields: JsonObject;
}

/** Answers a request; writes go to the store and are committed by the server when the reply is no problem. */
export type Handler = (call: Call) => Reply;

/** One method and path of an area; segments in braces are parameters, the first match wins. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handler: Handler;
}

/** What a call is made of. */
export interface CallParts {
  readonly store: Store;
  readonly now: number;
  readonly isDated: boolean;
  readonly params: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  readonly habits: WritingHabits;
  readonly requests: Call["requests"];
  readonly searchLagMs: number;
}

/** A call from its parts. */
export function callOf(parts: CallParts): Call {
  const { params, ...rest } = parts;
  return {
    ...rest,
    timestamp: new Date(parts.now).toISOString(),
    param: (name) => params.get(name) ?? "",
    fields: asObject(parts.body) ?? {},
  };
}

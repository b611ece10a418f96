import type { IncomingMessage } from "node:http";
import type { Json } from "../json.ts";
import { invalid, problem } from "./problems.ts";
import type { Problem } from "./reply.ts";

const limitBytes = 10 * 1024 * 1024;

/** A request's JSON, undefined when it has no body. */
export interface Body {
  readonly json: Json | undefined;
}

const tooLarge: Problem = {
  ...problem(413, "The request body is larger than 10 MB.", { category: "VALIDATION_ERROR" }),
  headers: { Connection: "close" },
};

/** Reads and parses a body of at most 10 MB: 413 above, 400 when it is not JSON in UTF-8. */
export async function readBody(request: IncomingMessage): Promise<Body | Problem> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer; // no encoding is set on the request, so it yields buffers
    length += bytes.length;
    if (length > limitBytes) return tooLarge;
    chunks.push(bytes);
  }
  if (length === 0) return { json: undefined };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return { json: JSON.parse(text) as Json }; // JSON.parse yields Json by definition
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return invalid(`Invalid input JSON: ${reason}`);
  }
}

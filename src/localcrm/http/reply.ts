import type { Json } from "../json.ts";

/** What a route answers; without a body the answer is empty. */
export interface Reply {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A reply that refuses; its writes, if any, are undone. */
export interface Problem extends Reply {
  readonly isProblem: true;
}

/** A successful answer with a JSON body. Documents are interfaces of JSON values, which TypeScript does not see as Json. */
export function ok(body: object, status = 200): Reply {
  return { status, body: body as Json };
}

/** 204. */
export const noContent: Reply = { status: 204 };

/** Whether an outcome is a refusal. */
export function isProblem(outcome: object | undefined): outcome is Problem {
  return outcome !== undefined && "isProblem" in outcome;
}

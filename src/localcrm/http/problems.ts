import type { Json, JsonObject } from "../json.ts";
import { defined } from "../json.ts";
import type { Problem } from "./reply.ts";

/** The parts of HubSpot's error envelope that differ from case to case. */
export interface ProblemDetails {
  readonly category?: string;
  readonly subCategory?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly errors?: readonly JsonObject[];
  readonly links?: Readonly<Record<string, string>>;
}

/** A refusal in HubSpot's envelope; the server adds the correlation id. */
export function problem(status: number, message: string, details: ProblemDetails = {}): Problem {
  return { isProblem: true, status, body: { status: "error", message, ...defined(details) } as unknown as Json };
}

/** 400 VALIDATION_ERROR. */
export function invalid(message: string, details: ProblemDetails = {}): Problem {
  return problem(400, message, { category: "VALIDATION_ERROR", ...details });
}

/** 404 OBJECT_NOT_FOUND. */
export function notFound(message = "resource not found", details: ProblemDetails = {}): Problem {
  return problem(404, message, { category: "OBJECT_NOT_FOUND", ...details });
}

/** An error without a body, as HubSpot sends a few of. */
export function emptyProblem(status: number): Problem {
  return { isProblem: true, status };
}

/** 400 for keys that must be there. */
export function missingFields(names: readonly string[]): Problem {
  return invalid(`Some required fields were not set: [${names.join(", ")}]`);
}

/** 400 when required keys are absent or null, else undefined. */
export function checkRequired(body: JsonObject, names: readonly string[]): Problem | undefined {
  const missing = names.filter((name) => body[name] === undefined || body[name] === null);
  return missing.length === 0 ? undefined : missingFields(missing);
}

/** 401, with the header that goes with it. */
export const unauthorized: Problem = {
  ...problem(
    401,
    "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
    { category: "INVALID_AUTHENTICATION" },
  ),
  headers: { "X-HubSpot-Auth-Failure": "401 Unauthorized" },
};

/** 400 for more than 100 inputs. */
export function tooManyInputs(inputs: readonly Json[], limit = 100): Problem | undefined {
  if (inputs.length <= limit) return undefined;
  return invalid(
    `The maximum number of inputs supported in a batch is ${limit}. Please reduce the number of items and try again`,
  );
}

/** A refusal as an entry of a batch's `errors`. */
export function batchError(refusal: Problem, context: Readonly<Record<string, readonly string[]>>): JsonObject {
  const body = (refusal.body ?? {}) as JsonObject; // problem() writes nothing but objects
  return { context, errors: [], links: {}, ...body, status: "error" };
}

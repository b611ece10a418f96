import type { Call } from "../http/call.ts";
import { ok, type Reply } from "../http/reply.ts";

/** What a batch came to. */
interface Outcome {
  /** The status when nothing went wrong. */
  readonly status: number;
  readonly results: readonly object[];
  readonly errors: readonly object[];
}

/** The answer to a batch: the given status, or 207 with the errors. */
export function batchReply({ timestamp }: Call, { status, results, errors }: Outcome): Reply {
  const body = { status: "COMPLETE", results, startedAt: timestamp, completedAt: timestamp };
  return errors.length === 0 ? ok(body, status) : ok({ ...body, numErrors: errors.length, errors }, 207);
}

import type { JsonObject, LiveResource } from "../targets/index.ts";
import { type AttributeChange, compareAttributes } from "./compare-attributes.ts";
import type { Step } from "./plan.ts";
import type { Semantics } from "./provider.ts";
import { settledAttributes } from "./settled-attributes.ts";

/**
 * What of an object is no longer as a plan saw it, three ways: `was` as the plan saw it, `now` as it is, `want` as the
 * plan would make it. Empty where the object is gone, or where it was only saved again.
 */
export function editedSince(
  step: Pick<Step, "kind" | "name" | "changes" | "record" | "send">,
  live: LiveResource | undefined,
  semantics: Semantics,
): readonly AttributeChange[] {
  if (live === undefined || live.isArchived) return [];
  const now = semantics.normalise(live);
  const want = step.record ?? semantics.normalise({ ...step, attributes: step.send });
  const was = step.record === undefined ? undefined : seenBy(step, want, semantics);
  const changes = compareAttributes(step.kind, { want, now, was }, semantics);
  return changes.filter(({ verdict }) => was === undefined || verdict === "drift" || verdict === "conflict");
}

/** The object as the plan saw it: as it would be made, with each change taken back. */
function seenBy({ kind, changes }: Pick<Step, "kind" | "changes">, want: JsonObject, semantics: Semantics): JsonObject {
  const back = changes.map(({ path, now }) => ({
    ...{ path, verdict: "drift" as const },
    ...(now === undefined ? {} : { was: now }),
  }));
  return settledAttributes(kind, want, { changes: back, semantics });
}

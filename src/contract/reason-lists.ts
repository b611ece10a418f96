import type { Path } from "../criteria/index.ts";
import type { Contract, Reason } from "./contract.ts";
import type { Id } from "./entry.ts";

/** A list that a person chooses a reason from: a handoff's refusals, or a stage's ways out. */
export interface ReasonList {
  readonly owner: Id;
  readonly path: Path;
  readonly reasons: readonly Id[];
}

/** The lists that a person chooses from; a reason that only an expiry or a limit names is in none. */
export function reasonListsOf(contract: Contract): readonly ReasonList[] {
  return [
    ...[...contract.handoffs.values()]
      .filter(({ acceptance }) => acceptance !== "automatic")
      .map(({ id, path, feedback }) => ({
        owner: id,
        path: [...path, "feedback", "reasons"],
        reasons: feedback?.reasons ?? [],
      })),
    ...[...contract.stages.values()].map(({ id, path, exitReasons }) => ({
      owner: id,
      path: [...path, "exitReasons"],
      reasons: exitReasons,
    })),
  ].filter(({ reasons }) => reasons.length > 0);
}

/** Every reason that some list offers, once. */
export function offeredReasons(contract: Contract): readonly Reason[] {
  const offered = new Set(reasonListsOf(contract).flatMap(({ reasons }) => reasons));
  return [...offered].map((id) => contract.reasons.get(id)).filter((reason) => reason !== undefined);
}

/** What a reason is called, in every language and by its id. */
export function namesOfReason({ id, label }: Reason): readonly string[] {
  return [id.replaceAll("-", " "), ...Object.values(label)];
}

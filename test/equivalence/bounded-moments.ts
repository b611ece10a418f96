import { onlyRecord } from "../../src/journey/index.ts";
import type { StatedError } from "../../src/targets/index.ts";
import type { Moment } from "./observe-journey.ts";
import { latest, statedError } from "./stated-errors.ts";
import type { Subject } from "./subject.ts";

/** A moment of the interpreter with the latest moment by which the portal must have followed. */
export interface Bounded {
  readonly moment: Moment;
  readonly limit: number;
}

/** What one history makes a portal show. */
export interface ExpectationScene {
  readonly subject: Subject;
  readonly moments: readonly Moment[];
  /** HubSpot's own delays for all that follows from one act. */
  readonly latencyMs: number;
  /** Until then the portal is watched. */
  readonly end: number;
}

/** How late the portal may follow each moment: an act within HubSpot's delays, an expiry within its stated error. */
export function boundMoments({
  subject,
  moments,
  latencyMs,
}: Pick<ExpectationScene, "subject" | "moments" | "latencyMs">): readonly Bounded[] {
  let entered = Number.NEGATIVE_INFINITY;
  return moments.map((moment) => {
    const limit = latencyMs + limitOf(subject, moment, entered);
    if (moment.steps.some(({ kind, record }) => kind === "entered" && record === onlyRecord)) entered = limit;
    return { moment, limit };
  });
}

function limitOf(subject: Subject, { at, steps }: Moment, entered: number): number {
  const expiry = steps.find(({ kind, cause }) => kind === "entered" && cause === "expiry");
  const stage = subject.contract.stages.get(expiry?.from ?? "");
  if (stage?.expires === undefined) return at;
  return expiryLimit(subject, stage.id, entered) ?? at;
}

/** When a record that entered a stage by a moment has left it at the latest, by its expiry. */
export function expiryLimit(
  { contract, terms, configuration }: Subject,
  stageId: string,
  entered: number,
): number | undefined {
  const stage = contract.stages.get(stageId);
  if (stage?.expires === undefined) return undefined;
  const clock = terms.clockOf(stage.owner);
  const due = clock.dueAt(entered, stage.expires.after);
  return due === undefined ? undefined : latest(clock, due, expiryError(configuration, stageId));
}

/** The error that a stage's expiry states. */
export const expiryError = ({ notes }: Subject["configuration"], stageId: string): StatedError =>
  statedError(notes, { clause: `stages.${stageId}.expires`, of: "expired" });

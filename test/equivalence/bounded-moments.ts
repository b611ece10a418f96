import { isBusinessTime } from "../../src/contract/index.ts";
import { onlyRecord } from "../../src/journey/index.ts";
import type { StatedError } from "../../src/targets/index.ts";
import { type CoolOff, coolOffEnd } from "./cool-off-end.ts";
import type { Moment } from "./observe-journey.ts";
import { earliest, latest, statedError } from "./stated-errors.ts";
import type { Subject } from "./subject.ts";

/** A moment of the interpreter with the latest moment by which the portal must have followed. */
export interface Bounded {
  readonly moment: Moment;
  /** The earliest moment at which the portal may show it. */
  readonly from: number;
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

/** What an interpretation so far means for the moments to come. */
interface Standing {
  /** When the record had entered its stage at the latest. */
  entered: number;
  /** The cool-off that was set last, and how much later than the interpreter the portal may have set it. */
  coolOff: (CoolOff & { readonly slack: number }) | undefined;
}

/** How late the portal may follow each moment: an act within HubSpot's delays, an expiry within its stated error. */
export function boundMoments({
  subject,
  moments,
  latencyMs,
}: Pick<ExpectationScene, "subject" | "moments" | "latencyMs">): readonly Bounded[] {
  const standing: Standing = { entered: Number.NEGATIVE_INFINITY, coolOff: undefined };
  return moments.map((moment) => {
    const { from, to } = spanOf(subject, moment, standing);
    const limit = to + latencyMs;
    if (moment.steps.some(({ kind, record }) => kind === "entered" && record === onlyRecord)) standing.entered = limit;
    const { coolOff, at } = moment;
    if (coolOff !== undefined && coolOff.until !== standing.coolOff?.until)
      standing.coolOff = { ...coolOff, since: at, slack: limit - at };
    return { moment, from, limit };
  });
}

/** HubSpot's own delays left out. */
function spanOf(
  subject: Subject,
  { at, steps }: Moment,
  { entered, coolOff }: Standing,
): { readonly from: number; readonly to: number } {
  if (coolOff !== undefined && steps.some(({ kind }) => kind === "rested")) {
    const end = coolOffEnd(subject, coolOff);
    return { from: Math.min(at, end), to: Math.max(at, end) + coolOff.slack };
  }
  const expiry = steps.find(({ kind, cause }) => kind === "entered" && cause === "expiry");
  const stage = subject.contract.stages.get(expiry?.from ?? "");
  if (stage?.expires === undefined) return { from: at, to: at };
  const office = subject.terms.clockOf(stage.owner);
  const isCounted = isBusinessTime(stage.expires.after);
  return {
    from: isCounted ? earliest(office, at, expiryError(subject.configuration, stage.id)) : at,
    to: expiryLimit(subject, stage.id, entered) ?? at,
  };
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

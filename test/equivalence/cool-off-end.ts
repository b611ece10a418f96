import { isBusinessTime } from "../../src/contract/index.ts";
import { windowDays } from "../../src/targets/hubspot/clocks/window-days.ts";
import type { Subject } from "./subject.ts";

/** A cool-off as the interpreter counts it. */
export interface CoolOff {
  readonly until: number;
  readonly reason: string;
  readonly since: number;
}

// Two months from the last minute of February and from the first of March end three days apart.
const monthEndMs = 4 * 86_400_000;

/** "Business days count as the calendar days that contain them in an ordinary week": when a portal ends a cool-off. */
export function coolOffEnd({ contract, model, terms }: Subject, { until, reason, since }: CoolOff): number {
  const duration = contract.reasons.get(reason)?.coolOff;
  if (duration === undefined || !isBusinessTime(duration)) return until;
  const days = windowDays(model, duration);
  return days === undefined ? until : terms.after(since, { kind: "calendar", amount: days, unit: "days" });
}

/** The stretch in which one side has ended a cool-off and the other may not have. */
export function coolOffBetween(subject: Subject, coolOff: CoolOff): { readonly from: number; readonly to: number } {
  const end = coolOffEnd(subject, coolOff);
  const slack = subject.contract.reasons.get(coolOff.reason)?.coolOff?.kind === "months" ? monthEndMs : 0;
  return { from: Math.min(end, coolOff.until), to: Math.max(end, coolOff.until) + slack };
}

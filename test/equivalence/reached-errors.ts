import type { StatedError } from "../../src/targets/index.ts";
import { conservative } from "./behaviours.ts";
import { checkHistory } from "./check-history.ts";
import { startOf } from "./classic-histories.ts";
import { preparePortal, type Subject } from "./subject.ts";

/** An error that a note states, and how much of it a history reached, in open minutes. */
export interface Reached {
  readonly clause: string;
  readonly error: StatedError;
  readonly lateMinutes: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Everything that waits for an opening waits as long as it may; HubSpot's own delays, of which no note speaks, are none. */
const slowest = {
  ...conservative,
  triggerLagSeconds: { from: 0, to: 0 },
  actionLagSeconds: { from: 0, to: 0 },
  spreadMinutes: { from: 15, to: 15 },
};

/** Looks for a history of the classic contract that comes as late as a note says it may; stops where it has found enough. */
export function reach(subject: Subject, clause: string, error: StatedError, enough: number): Reached {
  const portal = preparePortal(subject);
  let lateMinutes = 0;
  for (const start of startsNear(error.worst ?? Date.UTC(2027, 2, 1, 7, 59))) {
    const wanted = startOf(clause, error.variant, start);
    const { matches } = checkHistory(subject, portal, {
      wanted,
      trial: { seed: 1, behaviour: slowest, watchMs: 60 * dayMs },
    });
    for (const { key, expectation, at } of matches) {
      if (!isAbout(key, expectation, { clause, error })) continue;
      lateMinutes = Math.max(lateMinutes, subject.terms.clock.openTimeBetween(expectation.from, at) / minuteMs);
    }
    if (lateMinutes >= enough * error.lateMinutes) break;
  }
  return { clause, error, lateMinutes };
}

/** The moment itself, and the days before it: of an escalation it is the due time, which comes some time after a start. */
function startsNear(worst: number): readonly number[] {
  const before = Array.from({ length: 5 * 48 }, (_, half) => worst - half * 30 * minuteMs);
  return [worst, worst - minuteMs, ...before];
}

function isAbout(
  key: string,
  { value, clause: told }: { readonly value: string; readonly clause: string },
  { clause, error }: { readonly clause: string; readonly error: StatedError },
): boolean {
  const isOurs = told === clause || told.startsWith(`${clause}.`) || clause.startsWith(told);
  if (error.of === "due") return isOurs && key.endsWith(" due");
  if (error.of === "expired") return key === "stage" && told.startsWith("reasons.");
  return isOurs && value === error.of;
}

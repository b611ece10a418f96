import type { Instant } from "../calendar/index.ts";
import type { Clock, Verdict } from "./state.ts";

/** How a clock stands at a moment: a stop at the due time itself is in time, and so is the due time without a stop. */
export function verdictOf(clock: Clock, now: Instant): Verdict {
  if (clock.final !== undefined) return clock.final;
  return now > clock.due ? "overdue" : "pending";
}

import { type Duration, printDuration } from "../../calendar/index.ts";
import { replaced, type Variant } from "./mutant.ts";

/** A duration one unit longer; the end of a day becomes that of the next, and the other way round. */
export function otherDurations(clause: string, duration: Duration): readonly Variant<Duration>[] {
  const other = otherDuration(duration);
  return [replaced(clause, printDuration(duration), printDuration(other), other)];
}

function otherDuration(duration: Duration): Duration {
  switch (duration.kind) {
    case "business":
    case "calendar":
    case "months":
      return { ...duration, amount: duration.amount + 1 };
    case "end-of-business-day":
      return { ...duration, next: !duration.next };
    default:
      return duration satisfies never;
  }
}

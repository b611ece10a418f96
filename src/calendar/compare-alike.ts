import type { Duration } from "./duration.ts";

/**
 * Which of two durations is longer where no calendar is needed to tell: both in the same kind of time, in days or not.
 * Negative, 0 or positive as the first is shorter, as long or longer; undefined where it depends on the start.
 */
export function compareAlike(first: Duration, second: Duration): number | undefined {
  const [one, other] = [lengthOf(first), lengthOf(second)];
  return one.unit === other.unit ? one.amount - other.amount : undefined;
}

function lengthOf(duration: Duration): { readonly unit: string; readonly amount: number } {
  switch (duration.kind) {
    case "months":
      return { unit: "months", amount: duration.amount };
    case "end-of-business-day":
      return { unit: "closings", amount: duration.next ? 1 : 0 };
    case "business":
    case "calendar": {
      const { kind, unit, amount } = duration;
      if (unit === "days") return { unit: `${kind} days`, amount };
      return { unit: `${kind} minutes`, amount: unit === "hours" ? amount * 60 : amount };
    }
    default:
      return duration satisfies never;
  }
}

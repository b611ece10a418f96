import type { Instant } from "../calendar/index.ts";
import type { FieldValue } from "../journey/index.ts";
import type { FieldOrigin } from "./scheme.ts";

/** The value itself, a whole number of a range, or a moment seen from now. */
export function drawValue(origin: FieldOrigin, now: Instant, next: () => number): FieldValue | undefined {
  switch (origin.kind) {
    case "unknown":
      return undefined;
    case "value":
      return origin.value;
    case "range":
      return Math.floor(origin.low + next() * (origin.high - origin.low + 1));
    case "moment": {
      const written = new Date(now + origin.offsetMs).toISOString();
      return origin.isDate ? written.slice(0, 10) : written;
    }
    default:
      return origin satisfies never;
  }
}

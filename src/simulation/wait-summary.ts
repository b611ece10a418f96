import type { WaitSummary } from "./result.ts";
import type { WaitHistogram } from "./wait-histogram.ts";

const minuteMs = 60_000;
/** Classes that people think in: minutes, then hours, then working days of eight hours. */
const classes = [0, 15, 30, 60, 120, 240, 480, 960, 1920, 3840, Number.POSITIVE_INFINITY].map(
  (minutes) => minutes * minuteMs,
);

/** Waits of one kind, told by a few numbers and a chart. */
export function summarise(waits: WaitHistogram): WaitSummary {
  let before = 0;
  const counted = classes.map((upToMs) => {
    const held = upToMs === Number.POSITIVE_INFINITY ? waits.count() : waits.upTo(upToMs);
    const count = held - before;
    before = held;
    return { upToMs, count };
  });
  return {
    count: waits.count(),
    meanMs: waits.meanMs(),
    medianMs: waits.quantileMs(0.5),
    p90Ms: waits.quantileMs(0.9),
    classes: counted,
  };
}

import type { Instant } from "../../../calendar/index.ts";
import { type InstantRange, minuteMs } from "./due-runs.ts";
import type { Horizon } from "./horizon.ts";

/** Closed although the ordinary week is open: a workflow runs then, and time counts from the next opening only. */
export function idleStretches({ days, plainHours, zone }: Horizon): readonly InstantRange[] {
  return days
    .filter(({ isPlain, open }) => !isPlain && open.length > 0)
    .flatMap(({ from: midnight, weekday, open }) => {
      const local = zone.localAt(midnight);
      const at = (minute: number): Instant => zone.instantAt(local + minute * minuteMs);
      const ordinary = (plainHours.get(weekday) ?? []).map(({ from, to }) => ({ from: at(from), to: at(to) }));
      return ordinary.flatMap((one) => without(one, open));
    });
}

/** What is left of a stretch when others, in order, are taken out. */
function without({ from, to }: InstantRange, others: readonly InstantRange[]): readonly InstantRange[] {
  const left: InstantRange[] = [];
  let since = from;
  for (const other of others) {
    if (other.from >= to || other.to <= since) continue;
    if (other.from > since) left.push({ from: since, to: other.from });
    since = other.to;
  }
  return since < to ? [...left, { from: since, to }] : left;
}

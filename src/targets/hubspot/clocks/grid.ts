import type { Duration } from "../../../calendar/index.ts";
import { minuteMs } from "./due-runs.ts";
import type { Horizon } from "./horizon.ts";

/** The widest grid in minutes that holds every opening, closing and midnight of a calendar, and their distance from a due time. */
export function gridOf(horizon: Horizon, within: Duration): number {
  const known = grids.get(horizon) ?? hourGrid(horizon);
  grids.set(horizon, known);
  const hasMinutes = (within.kind === "business" || within.kind === "calendar") && within.unit === "minutes";
  return hasMinutes ? common(known, within.amount) : known;
}

const grids = new WeakMap<Horizon, number>();
const hourMinutes = 60;

function hourGrid({ days, plainHours }: Horizon): number {
  const first = days[0]?.from ?? 0;
  const dated = days.flatMap(({ from, open }) => [from, ...open.flatMap((one) => [one.from, one.to])]);
  const plain = [...plainHours.values()].flatMap((intervals) => intervals.flatMap(({ from, to }) => [from, to]));
  return [...dated.map((instant) => Math.abs(instant - first) / minuteMs), ...plain].reduce(common, hourMinutes);
}

/** The greatest common divisor. */
function common(one: number, other: number): number {
  return other === 0 ? one : common(other, one % other);
}

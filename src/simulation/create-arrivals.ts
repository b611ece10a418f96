import type { Profile } from "./profile.ts";
import type { ArrivalScheme } from "./scheme.ts";

const dayMs = 86_400_000;

/** When leads arrive: evenly around the clock, unless the profile knows better. */
export function createArrivals({ days, hours, months }: Profile, perDay: number): ArrivalScheme {
  return {
    perMs: perDay / dayMs,
    hours: days === undefined && hours === undefined ? [] : hoursOfWeek(days, hours),
    months: months ?? new Map(),
  };
}

/** The weights of 168 hours, made so that an average week has as many leads as one without a pattern. */
function hoursOfWeek(days: Profile["days"], hours: Profile["hours"]): readonly number[] {
  const ofDay = Array.from({ length: 24 }, (_, hour) => hourWeight(hours, hour));
  const weights = Array.from({ length: 7 }, (_, day) =>
    ofDay.map((weight) => weight * (days?.get(day) ?? dayRest(days))),
  ).flat();
  const mean = weights.reduce((total, weight) => total + weight, 0) / weights.length;
  return mean === 0 ? weights : weights.map((weight) => weight / mean);
}

function dayRest(days: Profile["days"]): number {
  return days === undefined ? 1 : 0;
}

/** A part of the day spreads its weight over its hours; it may pass midnight. */
function hourWeight(hours: Profile["hours"], hour: number): number {
  if (hours === undefined) return 1;
  let weight = 0;
  for (const { from, to, weight: share } of hours) {
    const length = (to - from + 24) % 24 || 24;
    if ((hour - from + 24) % 24 < length) weight += share / length;
  }
  return weight;
}

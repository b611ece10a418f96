import type { Instant } from "../../../calendar/index.ts";
import type { DuePlan, ExceptionBranch, PlainWindow } from "./due-plan.ts";
import { minuteMs } from "./due-runs.ts";
import type { Day, Horizon } from "./horizon.ts";
import { actingInHours } from "./lateness.ts";
import { spreadMinutes } from "./spread.ts";

/** The latest due time that a record may bear for a start. */
export type LatestStamp = (start: Instant) => Instant | undefined;

/**
 * The latest due time that a plan's workflows stamp for a start: at once with the delay of its moment, or up to
 * HubSpot's spread after the opening it has to wait for.
 */
export function latestStamp(horizon: Horizon, plan: Exclude<DuePlan, { kind: "impossible" }>): LatestStamp {
  const acting = actingInHours(horizon);
  const inBranch = lookUp(plan.branches);
  const shiftOf = plan.kind === "table" ? () => undefined : shiftsByWeek(horizon, plan.groups);
  const stampAt = (moment: Instant): Instant | undefined => {
    const branch = inBranch(moment);
    if (branch?.kind === "at") return branch.due;
    const shift = branch?.shift ?? shiftOf(moment);
    return shift === undefined ? undefined : moment + shift * minuteMs;
  };
  const afterOpening = remembering((opening) => {
    const stamps = Array.from({ length: spreadMinutes + 1 }, (_, spread) => stampAt(opening + spread * minuteMs));
    const known = stamps.filter((stamp) => stamp !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
  });
  return (start) => {
    // By the ordinary week, dated exceptions are looked up by the start itself, without waiting for an opening.
    if (plan.kind === "windows" && inBranch(start) !== undefined) return stampAt(start);
    const moment = acting({ earliest: start, latest: start })?.earliest;
    if (moment === undefined) return undefined;
    return moment === start ? stampAt(start) : afterOpening(moment);
  };
}

function remembering(compute: LatestStamp): LatestStamp {
  const known = new Map<Instant, Instant | undefined>();
  return (moment) => {
    if (!known.has(moment)) known.set(moment, compute(moment));
    return known.get(moment);
  };
}

/** The branch that a moment falls into. */
function lookUp(branches: readonly ExceptionBranch[]): (moment: Instant) => ExceptionBranch | undefined {
  const ranges = branches.flatMap((branch) => branch.ranges.map((range) => ({ ...range, branch })));
  ranges.sort((one, other) => one.from - other.from);
  return (moment) => {
    const range = ranges[lastBefore(ranges, moment)];
    return range !== undefined && range.to > moment ? range.branch : undefined;
  };
}

/** The delay of a moment by its minute of the ordinary week. */
function shiftsByWeek({ days }: Horizon, groups: readonly ShiftOf[]): (moment: Instant) => number | undefined {
  const windows = groups.flatMap(({ shift, windows }) => windows.map((window) => ({ ...window, shift })));
  return (moment) => {
    const day: Day | undefined = days[lastBefore(days, moment)];
    if (day === undefined) return undefined;
    const minute = (moment - day.from) / minuteMs;
    return windows.find(({ weekday, from, to }) => weekday === day.weekday && from <= minute && minute < to)?.shift;
  };
}

interface ShiftOf {
  readonly shift: number;
  readonly windows: readonly PlainWindow[];
}

/** The place of the last of some sorted stretches that begins by a moment; -1 where none does. */
export function lastBefore(stretches: readonly { readonly from: Instant }[], moment: Instant): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? 0) > moment) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

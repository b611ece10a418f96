import type { Duration, Instant, Weekday } from "../../calendar/index.ts";
import { weekdays } from "../../calendar/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import { type Day, type Horizon, plainMonday } from "./due-days.ts";
import { type Due, minuteMs, type Run, runsIn, shiftAt } from "./due-runs.ts";

const dayMinutes = 1440;
// More than these would be more workflows or branches for one deadline than anyone can keep an eye on.
const mostGroups = 12;
const mostBranches = 100;
// A due time that may come more than an hour late is no longer the contract's deadline.
const mostSlack = 60;

/** Opening hours of one group: minutes after midnight. */
export interface PlainWindow {
  readonly weekday: Weekday;
  readonly from: number;
  readonly to: number;
}

/** Starts of an ordinary week with the same delay in minutes: one workflow that runs in these windows. */
export interface ShiftGroup {
  readonly shift: number;
  readonly windows: readonly PlainWindow[];
}

/** Starts around closures and clock changes: absolute ranges with an absolute due time, or a delay of their own. */
export type ExceptionBranch =
  | { readonly kind: "at"; readonly due: Instant; readonly ranges: readonly InstantRange[] }
  | { readonly kind: "after"; readonly shift: number; readonly ranges: readonly InstantRange[] };

/** From one instant (included) to another (excluded). */
export interface InstantRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** How a due time is stamped without computing in the CRM. */
export type DuePlan =
  | {
      readonly kind: "windows";
      readonly groups: readonly ShiftGroup[];
      readonly branches: readonly ExceptionBranch[];
      /** Dates on which the groups must not run: `2027-03-26`. */
      readonly blockedDates: readonly string[];
      /** The most minutes by which a due time may be late besides the 15 of HubSpot's own spread. */
      readonly slack: number;
      /** The least open minutes between a start and its due time in an ordinary week. */
      readonly leastOpenMinutes: number;
    }
  | { readonly kind: "impossible"; readonly why: Bilingual };

/** Plans the stamps of a deadline in business time. */
export function planDue(horizon: Horizon, within: Duration): DuePlan {
  const plain: Due = (start) => horizon.plainClock.dueAt(start, within);
  const real: Due = (start) => horizon.clock.dueAt(start, within);
  const plainRuns = runsOfPlainWeek(horizon, plain);
  if (plainRuns === undefined) return { kind: "impossible", why: neverDue };
  const groups = groupRuns(plainRuns);
  const slack = Math.max(0, ...plainRuns.map((run) => run.slack));
  if (groups.length > mostGroups) return { kind: "impossible", why: tooManyShifts(groups.length) };
  if (slack > mostSlack) return { kind: "impossible", why: tooLate(slack) };
  const irregular = irregularDays(horizon, { real, plain });
  const branches = irregular === undefined ? undefined : exceptionBranches(horizon, irregular, real);
  if (irregular === undefined || branches === undefined) return { kind: "impossible", why: neverDue };
  if (branches.length > mostBranches) return { kind: "impossible", why: tooManyExceptions(branches.length) };
  const leastOpenMinutes = Math.min(
    ...plainRuns.map(({ from }) => horizon.plainClock.openTimeBetween(from, plain(from) ?? from) / minuteMs),
  );
  const blockedDates = irregular.map(({ date }) => date);
  return { kind: "windows", groups, branches, blockedDates, slack, leastOpenMinutes };
}

function runsOfPlainWeek({ plainHours }: Horizon, due: Due): readonly Run[] | undefined {
  const all: Run[] = [];
  for (const [index, weekday] of weekdays.entries()) {
    for (const { from, to } of plainHours.get(weekday) ?? []) {
      const midnight = plainMonday + index * dayMinutes * minuteMs;
      const runs = runsIn(due, midnight + from * minuteMs, midnight + to * minuteMs);
      if (runs === undefined) return undefined;
      all.push(...runs);
    }
  }
  return all.length === 0 ? undefined : all;
}

function groupRuns(runs: readonly Run[]): readonly ShiftGroup[] {
  const groups = new Map<number, ShiftGroup>();
  for (const { from, to, shift } of runs) {
    const minute = (from - plainMonday) / minuteMs;
    const day = Math.floor(minute / dayMinutes);
    const start = minute - day * dayMinutes;
    const window = { weekday: weekdays[day] ?? "mon", from: start, to: start + (to - from) / minuteMs };
    const known = groups.get(shift)?.windows ?? [];
    groups.set(shift, { shift, windows: [...known, window] });
  }
  return [...groups.values()];
}

/** The dates whose starts would be judged wrongly by the plain week, and those with other hours. */
function irregularDays(
  { days, zone }: Horizon,
  due: { readonly real: Due; readonly plain: Due },
): readonly Day[] | undefined {
  const odd = days.filter((day) => !day.isPlain).map((day) => day.from);
  const irregular: Day[] = [];
  for (const day of days) {
    const last = day.open.at(-1);
    if (!day.isPlain) irregular.push(day);
    if (!day.isPlain || last === undefined) continue;
    const end = due.real(last.to - minuteMs);
    if (end === undefined) return undefined;
    const mayDiffer =
      odd.some((instant) => instant >= day.from && instant <= end) || offsetAt(zone, end) !== offsetAt(zone, day.from);
    if (mayDiffer && differs(day, due)) irregular.push(day);
  }
  return irregular;
}

const offsetAt = (zone: Horizon["zone"], instant: Instant): number => zone.localAt(instant) - instant;

function differs(day: Day, due: { readonly real: Due; readonly plain: Due }): boolean {
  const plainMidnight = plainMonday + weekdays.indexOf(day.weekday) * dayMinutes * minuteMs;
  return day.open.some(({ from, to }) => {
    for (let start = from; start < to; start += minuteMs) {
      if (shiftAt(due.real, start) !== shiftAt(due.plain, plainMidnight + (start - day.from))) return true;
    }
    return false;
  });
}

function exceptionBranches(
  { days }: Horizon,
  irregular: readonly Day[],
  due: Due,
): readonly ExceptionBranch[] | undefined {
  const dates = new Set(irregular.map(({ date }) => date));
  const branches: ExceptionBranch[] = [];
  let closedSince = days[0]?.from ?? 0;
  for (const day of days) {
    for (const interval of day.open) {
      const found = dates.has(day.date) ? branchesOf(interval, closedSince, due) : [];
      if (found === undefined) return undefined;
      branches.push(...found);
      closedSince = interval.to;
    }
  }
  return mergeBranches(branches);
}

/** The closed time before an opening, whose starts all wait for it, and the runs after it. */
function branchesOf(interval: InstantRange, closedSince: Instant, due: Due): readonly ExceptionBranch[] | undefined {
  const opening = due(interval.from);
  const runs = runsIn(due, interval.from, interval.to);
  if (opening === undefined || runs === undefined) return undefined;
  const closed: ExceptionBranch = { kind: "at", due: opening, ranges: [{ from: closedSince, to: interval.from }] };
  const open = runs.map(({ from, to, shift, slack }): ExceptionBranch => {
    const ranges = [{ from, to }];
    // Along a run whose delay shrinks everyone is due at one instant, which on a date can be said exactly.
    return slack > 0 ? { kind: "at", due: from + shift * minuteMs, ranges } : { kind: "after", shift, ranges };
  });
  return closedSince < interval.from ? [closed, ...open] : open;
}

function mergeBranches(branches: readonly ExceptionBranch[]): readonly ExceptionBranch[] {
  const merged = new Map<string, ExceptionBranch>();
  for (const branch of branches) {
    const key = branch.kind === "at" ? `at ${branch.due}` : `after ${branch.shift}`;
    merged.set(key, { ...branch, ranges: [...(merged.get(key)?.ranges ?? []), ...branch.ranges] });
  }
  return [...merged.values()];
}

const neverDue: Bilingual = {
  en: "the calendar never opens long enough",
  fr: "le calendrier n'ouvre jamais assez longtemps",
};

const tooManyShifts = (count: number): Bilingual => ({
  en: `the calendar needs ${count} different delays, and ${mostGroups} workflows are the most we write for one deadline`,
  fr: `le calendrier demande ${count} délais différents, et nous n'écrivons pas plus de ${mostGroups} workflows par échéance`,
});

const tooManyExceptions = (count: number): Bilingual => ({
  en: `closures and clock changes need ${count} cases, and ${mostBranches} are the most we write for one deadline`,
  fr: `les fermetures et changements d'heure demandent ${count} cas, et nous n'en écrivons pas plus de ${mostBranches} par échéance`,
});

const tooLate = (minutes: number): Bilingual => ({
  en: `the due time would come up to ${minutes} minutes late`,
  fr: `l'échéance tomberait jusqu'à ${minutes} minutes trop tard`,
});

import { type Duration, type Instant, printDuration, type Weekday, weekdays } from "../../../calendar/index.ts";
import type { Bilingual } from "../../../diagnostics/index.ts";
import { type Due, type InstantRange, isOutlastedBySpread, minuteMs, type Run, runsIn, shiftsIn } from "./due-runs.ts";
import { gridOf } from "./grid.ts";
import { type Day, dueIn, type Horizon, plainMonday } from "./horizon.ts";
import { idleStretches } from "./idle-stretches.ts";
import { stampLate } from "./stamp-late.ts";
import {
  mostBranches,
  mostGroups,
  neverDue,
  outlasted,
  tooLate,
  tooManyExceptions,
  tooManyShifts,
} from "./why-impossible.ts";

const dayMinutes = 1440;
// A due time that may come more than an hour late is no longer the contract's deadline.
const mostSlack = 60;
// What one way of a branch can ask without growing past HubSpot's limit of filters.
const mostRanges = 200;
const mostTableBranches = 120;

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

/** How a due time is stamped without computing in the CRM. */
export type DuePlan =
  | {
      readonly kind: "windows";
      readonly groups: readonly ShiftGroup[];
      readonly branches: readonly ExceptionBranch[];
      /** Dates on which the groups must not run: `2027-03-26`. */
      readonly blockedDates: readonly string[];
      /** The most minutes by which a due time may be stamped late, HubSpot's spread after an opening included. */
      readonly late: number;
      /** The least open minutes between a start and its due time in an ordinary week. */
      readonly leastOpenMinutes: number;
    }
  | {
      /** Every start of the horizon falls into a range; starts are moments of open time. */
      readonly kind: "table";
      readonly branches: readonly ExceptionBranch[];
      readonly late: number;
      readonly leastOpenMinutes: number;
    }
  | { readonly kind: "impossible"; readonly why: Bilingual };

/** Plans the stamps of a deadline in business time: by the week where its exceptions are few, else by a table of dates. */
export function planDue(horizon: Horizon, within: Duration): DuePlan {
  const known = plans.get(horizon) ?? new Map<string, DuePlan>();
  plans.set(horizon, known);
  const key = printDuration(within);
  const plan = known.get(key) ?? planAnew(horizon, within);
  known.set(key, plan);
  return plan;
}

// The same deadline of one calendar is asked for by several clauses.
const plans = new WeakMap<Horizon, Map<string, DuePlan>>();

function planAnew(horizon: Horizon, within: Duration): DuePlan {
  const byWeek = planWindows(horizon, within);
  if (byWeek.kind !== "impossible") return byWeek;
  return planTable(horizon, within) ?? byWeek;
}

function planWindows(horizon: Horizon, within: Duration): DuePlan {
  const plain: Due = (start) => horizon.plainClock.dueAt(start, within);
  const real: Due = dueIn(horizon, within);
  const grid = gridOf(horizon, within);
  const plainRuns = runsOfPlainWeek(horizon, plain, grid);
  if (plainRuns === undefined) return { kind: "impossible", why: neverDue };
  const groups = groupRuns(plainRuns);
  const slack = Math.max(0, ...plainRuns.map((run) => run.slack));
  if (groups.length > mostGroups) return { kind: "impossible", why: tooManyShifts(groups.length) };
  if (slack > mostSlack) return { kind: "impossible", why: tooLate(slack) };
  if (plainRuns.some(isOutlastedBySpread)) return { kind: "impossible", why: outlasted };
  const exceptions = exceptionsOf(horizon, { real, plain, grid });
  if (exceptions === undefined) return { kind: "impossible", why: neverDue };
  const { branches, blockedDates } = exceptions;
  if (branches.length > mostBranches) return { kind: "impossible", why: tooManyExceptions };
  const leastOpenMinutes = Math.min(
    ...plainRuns.map(({ from }) => horizon.plainClock.openTimeBetween(from, plain(from) ?? from) / minuteMs),
  );
  return { kind: "windows", groups, branches, blockedDates, late: stampLate(plainRuns, plain), leastOpenMinutes };
}

function runsOfPlainWeek({ plainHours }: Horizon, due: Due, grid: number): readonly Run[] | undefined {
  const all: Run[] = [];
  for (const [index, weekday] of weekdays.entries()) {
    for (const { from, to } of plainHours.get(weekday) ?? []) {
      const midnight = plainMonday + index * dayMinutes * minuteMs;
      const runs = runsIn(due, { from: midnight + from * minuteMs, to: midnight + to * minuteMs }, grid);
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

/** Due times as the calendar gives them and as its plain week does, and the grid on which their delays change. */
interface DueTimes {
  readonly real: Due;
  readonly plain: Due;
  readonly grid: number;
}

/** What the plain week does not tell, and the dates of it. */
interface Exceptions {
  readonly branches: readonly ExceptionBranch[];
  readonly blockedDates: readonly string[];
}

/** Walks the horizon until there are more branches than are written: then it does not matter how many more. */
function exceptionsOf(horizon: Horizon, due: DueTimes): Exceptions | undefined {
  const isIrregular = irregularity(horizon, due);
  const blockedDates: string[] = [];
  let branches: readonly ExceptionBranch[] = [];
  let closedSince = horizon.days[0]?.from ?? 0;
  for (const day of horizon.days) {
    if (isIrregular(day)) {
      const found = branchesOn(day, closedSince, due);
      if (found === undefined) return undefined;
      blockedDates.push(day.date);
      branches = mergeBranches([...branches, ...found]);
    }
    closedSince = day.open.at(-1)?.to ?? closedSince;
    if (branches.length > mostBranches) break;
  }
  return { branches, blockedDates };
}

function branchesOn({ open }: Day, closedSince: Instant, due: DueTimes): readonly ExceptionBranch[] | undefined {
  const found = open.map((interval, index) => branchesOf(interval, open[index - 1]?.to ?? closedSince, due));
  return found.some((branches) => branches === undefined) ? undefined : found.flatMap((branches = []) => branches);
}

/** Whether starts of a date would be judged wrongly by the plain week, or its hours are others. */
function irregularity({ days, zone }: Horizon, due: DueTimes): (day: Day) => boolean {
  const odd = days.filter((day) => !day.isPlain).map((day) => day.from);
  return (day) => {
    const last = day.open.at(-1);
    if (!day.isPlain) return true;
    if (last === undefined) return false;
    const end = due.real(last.to - minuteMs);
    // Without an end its branches say that the calendar never opens long enough.
    if (end === undefined) return true;
    const mayDiffer =
      odd.some((instant) => instant >= day.from && instant <= end) || offsetAt(zone, end) !== offsetAt(zone, day.from);
    return mayDiffer && differs(day, due);
  };
}

const offsetAt = (zone: Horizon["zone"], instant: Instant): number => zone.localAt(instant) - instant;

function differs({ weekday, from: midnight, open }: Day, { real, plain, grid }: DueTimes): boolean {
  const ahead = plainMonday + weekdays.indexOf(weekday) * dayMinutes * minuteMs - midnight;
  return open.some(({ from, to }) => {
    const expected = shiftsIn(plain, { from: from + ahead, to: to + ahead }, grid);
    const found = shiftsIn(real, { from, to }, grid);
    return found === undefined || found.some((shift, minute) => shift !== expected?.[minute]);
  });
}

/** The closed time before an opening, whose starts all wait for it, and the runs after it. */
function branchesOf(
  interval: InstantRange,
  closedSince: Instant,
  { real, grid }: Pick<DueTimes, "real" | "grid">,
): readonly ExceptionBranch[] | undefined {
  const opening = real(interval.from);
  const runs = runsIn(real, interval, grid);
  if (opening === undefined || runs === undefined) return undefined;
  const closed: ExceptionBranch = { kind: "at", due: opening, ranges: [{ from: closedSince, to: interval.from }] };
  const open = runs.map((run) => branchOf(run, 0));
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

/** Undefined where the table would be too long to keep an eye on, as for `end of business day`: each day its own due time. */
function planTable(horizon: Horizon, within: Duration): DuePlan | undefined {
  const { days, clock } = horizon;
  const due: Due = dueIn(horizon, within);
  const opens = days.flatMap(({ open }) => open);
  const runs: Run[] = [];
  const grid = gridOf(horizon, within);
  for (const open of opens) {
    const more = runsIn(due, open, grid);
    if (more === undefined || runs.length > mostTableBranches * mostRanges) return undefined;
    runs.push(...more);
  }
  const idle = idleStretches(horizon);
  const waiting = idle.map(
    ({ from, to }): ExceptionBranch => ({ kind: "at", due: due(from) ?? to, ranges: [{ from, to }] }),
  );
  const branches = splitRanges(mergeBranches([...joinRuns(runs, idle), ...waiting, ...afterwardsOf(horizon, within)]));
  if (branches.length > mostTableBranches) return undefined;
  const leastOpenMinutes = Math.min(
    ...opens.map(({ from }) => clock.openTimeBetween(from, due(from) ?? from) / minuteMs),
  );
  const tolerated = runs.filter((run) => run.slack <= mostSlack);
  const late = stampLate(tolerated, due);
  return { kind: "table", branches, late, leastOpenMinutes };
}

/** Past the horizon closures are unknown: the longest delay of the ordinary week, for years to come. */
function afterwardsOf(horizon: Horizon, within: Duration): readonly ExceptionBranch[] {
  const end = horizon.days.at(-1)?.to;
  const plainRuns = runsOfPlainWeek(
    horizon,
    (start) => horizon.plainClock.dueAt(start, within),
    gridOf(horizon, within),
  );
  if (end === undefined || plainRuns === undefined) return [];
  const shift = Math.max(...plainRuns.map((run) => run.shift));
  return [{ kind: "after", shift, ranges: [{ from: end, to: end + yearsToCome }] }];
}

const yearsToCome = 10 * 365 * dayMinutes * minuteMs;

/** Runs that follow each other with one delay become one range where nothing starts in between. */
function joinRuns(runs: readonly Run[], idle: readonly InstantRange[]): readonly ExceptionBranch[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const isSteady = before !== undefined && before.shift === run.shift && before.slack === 0 && run.slack === 0;
    if (isSteady && idle.every(({ from }) => from < before.to || from >= run.from))
      joined[joined.length - 1] = { ...before, to: run.to };
    else joined.push(run);
  }
  return joined.map((run) => branchOf(run, mostSlack));
}

/** Along a run whose delay shrinks everyone is due at one instant, which on a date can be said exactly. */
function branchOf({ from, to, shift, slack }: Run, tolerated: number): ExceptionBranch {
  const ranges = [{ from, to }];
  return slack > tolerated ? { kind: "at", due: from + shift * minuteMs, ranges } : { kind: "after", shift, ranges };
}

function splitRanges(branches: readonly ExceptionBranch[]): readonly ExceptionBranch[] {
  return branches.flatMap((branch) => {
    const parts = Math.ceil(branch.ranges.length / mostRanges);
    return Array.from({ length: parts }, (_, part) => ({
      ...branch,
      ranges: branch.ranges.slice(part * mostRanges, (part + 1) * mostRanges),
    }));
  });
}

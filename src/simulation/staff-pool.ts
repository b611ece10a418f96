import type { Instant } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import { createAgenda } from "./agenda.ts";
import { createWaitHistogram } from "./wait-histogram.ts";
import type { StaffPool, Work } from "./work.ts";

/** Lengths of time that are looked at one by one. */
export const weekMs = 7 * 86_400_000;

/** People who begin with nothing on their desks. */
export function createStaffPool(
  role: Id,
  staff: number,
  { clock, span }: Pick<StaffPool, "clock" | "span">,
): StaffPool {
  const measures = {
    changedAt: span.start,
    area: 0,
    weeks: [],
    waitedMs: 0,
    joined: 0,
    started: 0,
    gaveUp: 0,
    longest: 0,
    longestAt: span.start,
    busyMs: 0,
    openWaitedMs: 0,
    openWaits: createWaitHistogram(),
  };
  const line = createAgenda<Work>();
  return { kind: "opening", role, staff, clock, line, span, waiting: 0, busy: 0, opensAt: -1, measures };
}

/** A piece of work joins the line. */
export function join(pool: StaffPool, work: Work, now: Instant): void {
  measure(pool, now);
  pool.line.add(work.rank, 0, work);
  pool.waiting += 1;
  pool.measures.joined += 1;
  if (pool.waiting <= pool.measures.longest) return;
  pool.measures.longest = pool.waiting;
  pool.measures.longestAt = now;
}

/** A piece of work is wanted no more: out of the line at once; who works on it already finishes for nothing. */
export function giveUp(pool: StaffPool, work: Work, now: Instant): void {
  if (work.state === "waiting") {
    leaveLine(pool, work, now);
    pool.measures.gaveUp += 1;
  }
  work.state = "void";
}

/** The next piece of work for somebody who is free while the office is open. */
export function takeNext(pool: StaffPool, now: Instant): Work | undefined {
  if (pool.busy >= pool.staff || pool.waiting === 0 || !pool.clock.isOpen(now)) return undefined;
  for (let work = pool.line.take(); work !== undefined; work = pool.line.take()) {
    if (work.state !== "waiting") continue;
    work.state = "busy";
    leaveLine(pool, work, now);
    pool.busy += 1;
    pool.measures.started += 1;
    return work;
  }
  return undefined;
}

/** When work that takes so much open time is done, and how busy that keeps somebody until the end. */
export function occupy(pool: StaffPool, now: Instant, effortMs: number): Instant {
  const { clock, span, measures } = pool;
  const doneAt = clock.addOpenTime(now, effortMs) ?? Number.POSITIVE_INFINITY;
  measures.busyMs += doneAt <= span.end ? effortMs : clock.openTimeBetween(now, span.end);
  return doneAt;
}

function leaveLine(pool: StaffPool, { wantedAt }: Work, now: Instant): void {
  measure(pool, now);
  pool.waiting -= 1;
  const { measures, clock } = pool;
  measures.waitedMs += now - wantedAt;
  const open = now === wantedAt ? 0 : clock.openTimeBetween(wantedAt, now);
  measures.openWaitedMs += open;
  measures.openWaits.add(open);
}

/** Who still waits at the end has waited until then. */
export function closeLine(pool: StaffPool): void {
  const { end } = pool.span;
  for (let work = pool.line.take(); work !== undefined; work = pool.line.take())
    if (work.state === "waiting") leaveLine(pool, work, end);
  measure(pool, end);
}

function measure({ measures, waiting, span }: StaffPool, now: Instant): void {
  let from = measures.changedAt;
  measures.changedAt = now;
  measures.area += waiting * (now - from);
  while (from < now) {
    const week = Math.floor((from - span.start) / weekMs);
    const to = Math.min(now, span.start + (week + 1) * weekMs);
    while (measures.weeks.length <= week) measures.weeks.push(0);
    measures.weeks[week] = (measures.weeks[week] ?? 0) + waiting * (to - from);
    from = to;
  }
}

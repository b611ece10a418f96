import { expect, test } from "vitest";
import { createBusinessClock } from "../../src/calendar/index.ts";
import { createStaffPool, giveUp, join, occupy, takeNext } from "../../src/simulation/staff-pool.ts";
import type { Desk, StaffPool, Work } from "../../src/simulation/work.ts";

const clock = createBusinessClock({
  timezone: "UTC",
  hours: { mon: [{ from: 540, to: 1020 }], tue: [{ from: 540, to: 1020 }] },
  holidays: [],
  exceptions: [],
});
const monday = (time: string) => Date.parse(`2027-01-04T${time}Z`);
const tuesday = (time: string) => Date.parse(`2027-01-05T${time}Z`);
const span = { start: monday("00:00"), end: tuesday("24:00") };
// The line never looks at what the work is about.
const desk = {} as Desk;

function work(pool: StaffPool, rank: number, wantedAt: number): Work {
  const made: Work = {
    kind: "done",
    task: "decision",
    desk,
    subject: {},
    role: "sdr",
    pool,
    rank,
    wantedAt,
    state: "waiting",
  };
  join(pool, made, wantedAt);
  return made;
}

test("nobody begins while the office is closed, and not more at once than there are people", () => {
  const pool = createStaffPool("sdr", 2, { clock, span });
  const [first, second, third] = [1, 2, 3].map(() => work(pool, 0, monday("08:00")));
  expect(takeNext(pool, monday("08:30"))).toBeUndefined();
  expect(takeNext(pool, monday("09:00"))).toBe(first);
  expect(takeNext(pool, monday("09:00"))).toBe(second);
  expect(takeNext(pool, monday("09:00"))).toBeUndefined();
  pool.busy -= 1;
  expect(takeNext(pool, monday("17:00"))).toBeUndefined();
  expect(takeNext(pool, tuesday("09:00"))).toBe(third);
  // Open time only: the first two waited through none of it, the third through one day.
  expect(pool.measures.openWaitedMs).toBe(8 * 3_600_000);
  expect(pool.measures.waitedMs).toBe(pool.measures.area);
});

test("a higher priority goes first, then who came first, and what was given up is passed over", () => {
  const pool = createStaffPool("sdr", 1, { clock, span });
  const early = work(pool, 1, monday("08:00"));
  const late = work(pool, 1, monday("08:10"));
  const hot = work(pool, 0, monday("08:20"));
  const gone = work(pool, 0, monday("08:05"));
  giveUp(pool, gone, monday("08:30"));
  const order: (Work | undefined)[] = [];
  for (let now = monday("09:00"); pool.waiting > 0; now += 60_000) {
    order.push(takeNext(pool, now));
    pool.busy -= 1;
  }
  expect(order.map((one) => [hot, early, late].findIndex((known) => known?.wantedAt === one?.wantedAt))).toEqual([
    0, 1, 2,
  ]);
  expect(pool.measures).toMatchObject({ gaveUp: 1, started: 3, longest: 4 });
});

test("what is not done at closing goes on at the next opening, and is no work after the end", () => {
  const pool = createStaffPool("sdr", 1, { clock, span });
  expect(occupy(pool, monday("16:00"), 2 * 3_600_000)).toBe(tuesday("10:00"));
  expect(pool.measures.busyMs).toBe(2 * 3_600_000);
  occupy(pool, tuesday("16:00"), 5 * 3_600_000);
  expect(pool.measures.busyMs).toBe(3 * 3_600_000);
});

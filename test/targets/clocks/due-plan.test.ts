import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarDefinition, type Duration, weekdays } from "../../../src/calendar/index.ts";
import { type DuePlan, planDue } from "../../../src/targets/hubspot/clocks/due-plan.ts";
import { createHorizon, type Horizon } from "../../../src/targets/hubspot/clocks/horizon.ts";

type Possible = Exclude<DuePlan, { kind: "impossible" }>;
type WindowPlan = Extract<DuePlan, { kind: "windows" }>;

const minuteMs = 60_000;
const dayMs = 86_400_000;
const longDay = [
  { from: 540, to: 750 },
  { from: 840, to: 1080 },
];
const office: CalendarDefinition = {
  timezone: "Europe/Paris",
  hours: {
    mon: longDay,
    tue: longDay,
    wed: longDay,
    thu: longDay,
    fri: [
      { from: 540, to: 750 },
      { from: 840, to: 1020 },
    ],
  },
  holidays: ["2027-03-29", "2027-05-06", "2027-11-01", "2027-11-11"],
  exceptions: [{ from: "2027-08-02", to: "2027-08-20", hours: [{ from: 600, to: 720 }], days: "working" }],
};
const hours = (amount: number): Duration => ({ kind: "business", unit: "hours", amount });
const days = (amount: number): Duration => ({ kind: "business", unit: "days", amount });

/** What the workflows would stamp for a record received at an instant, without HubSpot's own delays. */
function stamped(horizon: Horizon, plan: Possible, received: number): number | undefined {
  const counted = plan.kind === "table" ? (horizon.clock.nextOpening(received) ?? received) : received;
  for (const branch of plan.branches) {
    if (!branch.ranges.some(({ from, to }) => counted >= from && counted < to)) continue;
    return branch.kind === "at" ? branch.due : counted + branch.shift * minuteMs;
  }
  if (plan.kind === "table") return undefined;
  const held = firstWindow(horizon, plan, received);
  return held === undefined ? undefined : held.at + held.shift * minuteMs;
}

/** The first moment at which the window of some workflow lets its first action run. */
function firstWindow(horizon: Horizon, plan: WindowPlan, received: number): { at: number; shift: number } | undefined {
  const localDay = Math.floor(horizon.zone.localAt(received) / dayMs);
  for (let day = localDay; day < localDay + 40; day += 1) {
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    if (plan.blockedDates.includes(date)) continue;
    const openings = plan.groups.flatMap(({ shift, windows }) =>
      windows
        .filter(({ weekday }) => weekday === weekdays[(day + 3) % 7])
        .map(({ from, to }) => ({
          from: horizon.zone.instantAt(day * dayMs + from * minuteMs),
          to: horizon.zone.instantAt(day * dayMs + to * minuteMs),
          shift,
        })),
    );
    const next = openings.filter(({ to }) => to > received).sort((a, b) => a.from - b.from)[0];
    if (next !== undefined) return { at: Math.max(next.from, received), shift: next.shift };
  }
  return undefined;
}

/** The least and the most minutes by which a stamp is late, over starts some minutes apart until near the horizon's end. */
function lateness(definition: CalendarDefinition, within: Duration, everyMinutes: number): readonly number[] {
  const horizon = createHorizon(definition, "2027-01-04");
  const plan = planDue(horizon, within);
  if (plan.kind === "impossible") throw new Error(plan.why.en);
  const first = horizon.days[0]?.from ?? 0;
  const last = (horizon.days.at(-40)?.from ?? 0) - 1;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let start = first; start < last; start += everyMinutes * minuteMs) {
    const late =
      ((stamped(horizon, plan, start) ?? Number.NaN) - (horizon.clock.dueAt(start, within) ?? Number.NaN)) / minuteMs;
    least = Math.min(least, late);
    most = Math.max(most, late);
  }
  return [least, most, plan.late];
}

describe("the due time that workflows stamp", () => {
  test.each([15, 30, 60])("is never early and at most an hour late for %i business days", (amount) => {
    const [least, most, late = 0] = lateness(office, days(amount), 29);
    expect(planDue(createHorizon(office, "2027-01-04"), days(amount)).kind).toBe("table");
    expect(least).toBe(0);
    expect(late).toBeLessThanOrEqual(75);
    expect(most).toBeLessThanOrEqual(late);
  });

  test("is looked up by date where the delay of an opening does not outlast HubSpot's spread after it", () => {
    const day = [
      { from: 540, to: 785 },
      { from: 840, to: 1080 },
    ];
    const short = { ...office, hours: { mon: day, tue: day, wed: day, thu: day, fri: day } };
    // From 9:05 on four hours reach into the afternoon: a workflow for 9:00 to 9:05 would write on the next day what came at night.
    expect(planDue(createHorizon(short, "2027-01-04"), hours(4)).kind).not.toBe("windows");
    expect(planDue(createHorizon(office, "2027-01-04"), hours(4)).kind).toBe("windows");
  });

  test("is the contract's, to the minute, for 4 business hours and every start of nearly two years", () => {
    expect(lateness(office, hours(4), 7)).toEqual([0, 0, 15]);
  });

  test("is never early and at most 59 minutes late for 1 business day on the office calendar", () => {
    const [least, most, late] = lateness(office, days(1), 7);
    expect([least, late]).toEqual([0, 59]);
    // Starts 7 minutes apart miss the very worst one.
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThanOrEqual(59);
  });

  test("is never early nor later than it says on any calendar", () => {
    const hour = (low: number, high: number) => fc.integer({ min: low, max: high }).map((quarter) => quarter * 15);
    const calendar = fc.record({ open: hour(28, 40), lunch: hour(46, 50), back: hour(52, 58), close: hour(64, 76) });
    const closed = fc.record({ week: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(
        calendar,
        closed,
        fc.integer({ min: 1, max: 9 }),
        ({ open, lunch, back, close }, { week, length }, amount) => {
          const usual = [
            { from: open, to: lunch },
            { from: back, to: close },
          ];
          const from = new Date(Date.UTC(2027, 0, 11) + week * 7 * dayMs).toISOString().slice(0, 10);
          const to = new Date(Date.parse(from) + length * dayMs).toISOString().slice(0, 10);
          const definition: CalendarDefinition = {
            timezone: "Europe/Paris",
            hours: { mon: usual, tue: usual, wed: usual, thu: usual, fri: [{ from: open, to: lunch }] },
            holidays: ["2027-05-06"],
            exceptions: [{ from, to, hours: [], days: "working" }],
          };
          const [least = Number.NaN, most = Number.NaN, late = Number.NaN] = lateness(definition, hours(amount), 61);
          expect(least).toBeGreaterThanOrEqual(0);
          expect(most).toBeLessThanOrEqual(late);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("is left to people where it would come hours late", () => {
    const plan = planDue(createHorizon(office, "2027-01-04"), { kind: "end-of-business-day", next: false });
    expect(plan).toMatchObject({ kind: "impossible", why: { en: "the due time would come up to 239 minutes late" } });
  });
});

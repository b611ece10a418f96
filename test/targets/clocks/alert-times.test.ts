import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarDefinition, type Duration, weekdays } from "../../../src/calendar/index.ts";
import { type AlertTiming, reminderTime, rungTimes } from "../../../src/targets/hubspot/clocks/alert-times.ts";
import { planDue } from "../../../src/targets/hubspot/clocks/due-plan.ts";
import { runsIn } from "../../../src/targets/hubspot/clocks/due-runs.ts";
import { gridOf } from "../../../src/targets/hubspot/clocks/grid.ts";
import { createHorizon, dueIn } from "../../../src/targets/hubspot/clocks/horizon.ts";
import { latestStamp } from "../../../src/targets/hubspot/clocks/latest-stamp.ts";

const day = [
  { from: 540, to: 750 },
  { from: 840, to: 1080 },
];
const office: CalendarDefinition = {
  timezone: "Europe/Paris",
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: ["2027-03-29", "2027-05-06"],
  exceptions: [{ from: "2027-08-02", to: "2027-08-20", hours: [{ from: 600, to: 720 }], days: "working" }],
};
const business = (amount: number, unit: "minutes" | "hours" | "days"): Duration => ({ kind: "business", amount, unit });

function timingOf(within: Duration): AlertTiming {
  const horizon = createHorizon(office, "2027-01-04");
  if (within.kind === "calendar")
    return { horizon, within, dueLate: 0, latestStamp: dueIn(horizon, within), isHeld: true };
  const plan = planDue(horizon, within);
  if (plan.kind === "impossible") throw new Error(plan.why.en);
  return { horizon, within, dueLate: plan.late, latestStamp: latestStamp(horizon, plan), isHeld: true };
}

describe("what alerts are worth", () => {
  test("a reminder that falls before an opening waits for it and is late by as much as that takes", () => {
    // From 12:00 half an hour is over at 14:00; a quarter before is 13:45, so the reminder of 12:15 comes at 14:15.
    expect(reminderTime(timingOf(business(30, "minutes")), 0.5)?.bounds.lateMinutes).toBe(30);
  });

  test("an escalation after a deadline in calendar days is never early, though dates with other hours come between", () => {
    const { bounds, special } = rungTimes(timingOf({ kind: "calendar", amount: 30, unit: "days" }), [
      business(5, "days"),
    ]);
    expect(bounds.map((bound) => bound?.earlyMinutes)).toEqual([0]);
    expect(special?.days.length).toBeGreaterThan(0);
  });

  test("an escalation is as late as the latest stamp and the hops after it make it, not as all slack added up", () => {
    const [bound] = rungTimes(timingOf(business(1, "days")), [business(1, "days")]).bounds;
    // A day of 7 h 30, one more hop of 24 hours for what a weekend hides, and the minute before closing.
    expect(bound?.lateMinutes).toBeGreaterThan(450);
    expect(bound?.lateMinutes).toBeLessThan(540);
  });

  test("an escalation after one that counts hours begins its hops of a day where those of hours ended", () => {
    const timing = timingOf(business(1, "days"));
    const [, second] = rungTimes(timing, [business(1, "hours"), business(1, "days")]).bounds;
    const [alone] = rungTimes(timing, [business(1, "days")]).bounds;
    // Due on Friday at 17:30, the hour is marked on Monday at 10:00, two days later it is Wednesday.
    expect(second?.lateMinutes).toBeGreaterThanOrEqual((alone?.lateMinutes ?? 0) + 60);
    expect(second?.earlyMinutes).toBe(0);
  });

  test("a deadline in calendar time that begins at night may end in the morning, and its reminder come early", () => {
    const timing = timingOf({ kind: "calendar", amount: 36, unit: "hours" });
    // From Saturday 22:00 it is due on Monday at 10:00, half of its open time is over at 9:30, and the reminder waits since Sunday.
    expect(reminderTime(timing, 0.5)?.bounds.earlyMinutes).toBeGreaterThan(15);
    // Due in open time, an escalation of one day can be late by more than a day that is waited for an opening.
    const [bound] = rungTimes(timing, [business(1, "days")]).bounds;
    expect(bound?.earlyMinutes).toBe(0);
    expect(bound?.lateMinutes).toBeGreaterThan(450);
  });
});

describe("delays looked up on a calendar's grid", () => {
  test("are those of every minute", () => {
    const minute = (low: number, high: number) => fc.integer({ min: low, max: high }).map((five) => five * 5);
    const calendar = fc.record({
      open: minute(90, 120),
      lunch: minute(130, 150),
      back: minute(156, 170),
      close: minute(190, 230),
    });
    const within = fc.oneof(
      fc.record({ amount: fc.integer({ min: 1, max: 90 }), unit: fc.constant("minutes" as const) }),
      fc.record({ amount: fc.integer({ min: 1, max: 9 }), unit: fc.constantFrom("hours" as const, "days" as const) }),
    );
    fc.assert(
      fc.property(
        calendar,
        within,
        fc.integer({ min: 0, max: 200 }),
        ({ open, lunch, back, close }, { amount, unit }, index) => {
          const hours = Object.fromEntries(
            weekdays.slice(0, 5).map((weekday) => [
              weekday,
              [
                { from: open, to: lunch },
                { from: back, to: close },
              ],
            ]),
          );
          const horizon = createHorizon({ ...office, hours }, "2027-01-04");
          const duration = business(amount, unit);
          const due = dueIn(horizon, duration);
          for (const interval of horizon.days[index]?.open ?? [])
            expect(runsIn(due, interval, gridOf(horizon, duration))).toEqual(runsIn(due, interval, 1));
        },
      ),
      { numRuns: 60 },
    );
  });
});

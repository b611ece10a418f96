import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarDefinition, createBusinessClock, type Interval, weekdays } from "../../src/calendar/index.ts";
import { createMinuteOracle, localMinutes, type MinuteOracle } from "./minute-oracle.ts";
import { intervals, office } from "./office-calendars.ts";

const minuteMs = 60_000;
const windowDays = 45;

// Each window begins some days before a change of the clock, except in Kolkata, which has none.
const windows = [
  { timezone: "Europe/Paris", start: "2027-03-20" },
  { timezone: "Europe/Paris", start: "2027-10-23" },
  { timezone: "America/New_York", start: "2027-03-06" },
  { timezone: "America/New_York", start: "2027-10-30" },
  { timezone: "Asia/Kolkata", start: "2027-12-20" },
  { timezone: "Australia/Lord_Howe", start: "2027-03-27" },
  { timezone: "Australia/Lord_Howe", start: "2027-09-25" },
].map(({ timezone, start }) => {
  const origin = Date.parse(`${start}T00:00Z`);
  return { timezone, start, origin, local: localMinutes(timezone, origin, windowDays * 1440) };
});

function compare(definition: CalendarDefinition, place: (typeof windows)[number], starts: Iterable<number>) {
  const clock = createBusinessClock(definition);
  const oracle = createMinuteOracle(definition, place.local);
  const disagreements: string[] = [];
  for (const start of starts) {
    const at = place.origin + start * minuteMs;
    const differing = answers(clock, oracle, { start, at }).filter((answer) => !agrees(answer, place));
    disagreements.push(...differing.map(([name, ours]) => `${name} from ${iso(at)}: ${iso(ours)}`));
    if (clock.isOpen(at) !== oracle.isOpen(start)) {
      disagreements.push(`open at ${iso(at)}`);
    }
  }
  expect(disagreements).toEqual([]);
}

/** What the oracle finds beyond its window must lie beyond it for the clock too. */
function agrees([, ours, theirs]: Answer, { origin }: (typeof windows)[number]): boolean {
  const end = origin + (windowDays - 2) * 1440 * minuteMs;
  const expected = theirs === undefined ? end : origin + theirs * minuteMs;
  return expected >= end ? ours === undefined || ours >= end : ours === expected;
}

type Answer = readonly [name: string, ours: number | undefined, theirs: number | undefined];

function answers(
  clock: ReturnType<typeof createBusinessClock>,
  oracle: MinuteOracle,
  { start, at }: { start: number; at: number },
): Answer[] {
  const minutes = [1, 30, 240, 481].flatMap((amount): Answer[] => [
    [
      `${amount} business minutes`,
      clock.dueAt(at, { kind: "business", amount, unit: "minutes" }),
      oracle.nextOpening(oracle.afterOpenMinutes(start, amount)),
    ],
    [`${amount} open minutes`, clock.addOpenTime(at, amount * minuteMs), oracle.afterOpenMinutes(start, amount)],
  ]);
  const days = [1, 2, 5].flatMap((amount): Answer[] => [
    [
      `${amount} business days`,
      clock.dueAt(at, { kind: "business", amount, unit: "days" }),
      oracle.afterBusinessDays(start, amount),
    ],
    [
      `${amount} calendar days`,
      clock.dueAt(at, { kind: "calendar", amount, unit: "days" }),
      oracle.afterCalendarDays(start, amount),
    ],
  ]);
  const ends = [false, true].map(
    (next): Answer => [
      next ? "end of next business day" : "end of business day",
      clock.dueAt(at, { kind: "end-of-business-day", next }),
      oracle.endOfBusinessDay(start, next ? 1 : 0),
    ],
  );
  return [...minutes, ...days, ...ends, ["opening", clock.nextOpening(at), oracle.nextOpening(start)]];
}

function iso(instant: number | undefined): string {
  return instant === undefined ? "never" : new Date(instant).toISOString();
}

const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from: from * 15, to: Math.min(1440, (from + length) * 15) }));

const dayHours = fc.oneof(
  { weight: 3, arbitrary: fc.array(interval, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant([{ from: 0, to: 1440 }]) },
);

function calendarIn(place: (typeof windows)[number]): fc.Arbitrary<CalendarDefinition> {
  const date = fc
    .integer({ min: 0, max: windowDays })
    .map((day) => new Date(place.origin + day * 1440 * minuteMs).toISOString().slice(0, 10));
  const exception = fc
    .tuple(date, date, dayHours, fc.constantFrom("working" as const, "all" as const))
    .map(([one, other, hours, days]) => ({
      from: one < other ? one : other,
      to: one < other ? other : one,
      hours,
      days,
    }));
  return fc.record({
    timezone: fc.constant(place.timezone),
    hours: fc.record(Object.fromEntries(weekdays.map((weekday) => [weekday, dayHours])), { requiredKeys: [] }),
    holidays: fc.array(date, { maxLength: 4 }),
    exceptions: fc.array(exception, { maxLength: 3 }),
  });
}

describe.each(windows)("business time in $timezone from $start, against a count of every minute", (place) => {
  test("agrees on random calendars from random starts", () => {
    // The first two days are left out: the oracle does not know the hours of the day its window begins in.
    const start = fc.integer({ min: 2 * 1440, max: 30 * 1440 });
    fc.assert(
      fc.property(calendarIn(place), fc.array(start, { minLength: 40, maxLength: 40 }), (definition, starts) => {
        compare(definition, place, starts);
      }),
      { numRuns: 15 },
    );
  });

  test("agrees at every minute of the week in which the clock changes", () => {
    const definition = office(
      place.timezone,
      { mon: ["09:00-17:00"], "tue-fri": ["08:30-12:00", "13:30-24:00"], "sat-sun": ["00:00-02:15", "02:30-09:00"] },
      {
        exceptions: [{ from: "2027-11-09", to: "2027-11-10", hours: intervals(["10:00-12:00"]), days: "working" }],
      },
    );
    const from = 4 * 1440;
    compare(
      definition,
      place,
      Array.from({ length: 7 * 1440 }, (_, minute) => from + minute),
    );
  });

  test("open time between two instants is the number of open minutes between them", () => {
    const minute = fc.integer({ min: 2 * 1440, max: 40 * 1440 });
    fc.assert(
      fc.property(calendarIn(place), minute, minute, (definition, one, other) => {
        const at = (start: number) => place.origin + start * minuteMs;
        const oracle = createMinuteOracle(definition, place.local);
        const counted = createBusinessClock(definition).openTimeBetween(at(one), at(other));
        expect(counted).toBe(oracle.openMinutesBetween(one, other) * minuteMs);
      }),
      { numRuns: 8 },
    );
  });
});

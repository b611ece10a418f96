import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CalendarDefinition,
  createBusinessClock,
  type Duration,
  elapsed,
  type Instant,
  type Interval,
  instantAt,
  localTime,
  parseDuration,
  printDuration,
  type Starts,
  shortestWait,
  type Wait,
  weekdays,
  widestLead,
  worstWaits,
} from "../../src/calendar/index.ts";
import { office, officeFr } from "./office-calendars.ts";

const minuteMs = 60_000;
const hourMs = 3_600_000;

function duration(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(`not a duration: ${text}`);
  return parsed.value;
}

function startsOf(definition: CalendarDefinition, from: string, to: string): Starts {
  const clock = createBusinessClock(definition);
  return { clock, from: instantAt(from, 0, clock.zone), to: instantAt(to, 0, clock.zone) };
}

function said(wait: Wait | undefined, { clock }: Starts): string {
  const say = (instant: Instant) => {
    const { weekday, date, time } = localTime(instant, clock.zone);
    return `${weekday} ${date} ${time}`;
  };
  return wait === undefined ? "none" : `${say(wait.start)} → ${say(wait.due)}, ${elapsed(wait) / hourMs} h`;
}

describe("the longest wait of the reference year", () => {
  const year = startsOf(officeFr, "2027-01-04", "2028-01-01");
  test.each([
    [
      "4 business hours",
      "thu 2027-08-05 10:15 → mon 2027-08-09 10:15, 96 h",
      "wed 2027-08-04 12:00 → mon 2027-08-09 10:00, 118 h",
    ],
    // 17:00 is no open time of the Friday: due when the office opens again, after All Saints and an hour of winter time.
    [
      "1 business day",
      "thu 2027-10-28 17:00 → tue 2027-11-02 09:00, 113 h",
      "fri 2027-10-29 17:00 → wed 2027-11-03 09:00, 113 h",
    ],
    [
      "end of business day",
      "mon 2027-01-04 09:00 → mon 2027-01-04 18:00, 9 h",
      "fri 2027-10-29 17:00 → tue 2027-11-02 18:00, 98 h",
    ],
  ])("%s", (text, whileOpen, whileClosed) => {
    const worst = worstWaits(year, duration(text));
    expect([said(worst.whileOpen, year), said(worst.whileClosed, year)]).toEqual([whileOpen, whileClosed]);
  });
});

describe("offices that close in unusual ways", () => {
  test("an office that never closes has no wait while closed", () => {
    const always = startsOf(office("Europe/Paris", { "mon-sun": ["00:00-24:00"] }), "2027-01-04", "2027-03-01");
    const worst = worstWaits(always, duration("4 business hours"));
    expect(worst.whileClosed).toBeUndefined();
    expect(said(worst.whileOpen, always)).toBe("mon 2027-01-04 00:15 → mon 2027-01-04 04:15, 4 h");
  });

  test("an office that never opens has none at all", () => {
    const never = startsOf(office("Europe/Paris", {}), "2027-01-04", "2027-03-01");
    expect(worstWaits(never, duration("1 business hour"))).toEqual({});
    expect(widestLead(never, { first: duration("1 business hour"), second: duration("1 month") })).toBeUndefined();
  });

  test("an office that opens for ten minutes has a start within them", () => {
    const brief = startsOf(office("Europe/Paris", { mon: ["09:03-09:13"] }), "2027-01-04", "2027-01-11");
    const worst = worstWaits(brief, duration("10 business minutes"));
    expect(said(worst.whileOpen, brief)).toBe("mon 2027-01-04 09:04 → mon 2027-01-11 09:04, 168 h");
    expect(said(worst.whileClosed, brief)).toBe("mon 2027-01-04 09:13 → mon 2027-01-18 09:03, 335.8333333333333 h");
  });
});

describe("turns that random calendars seldom show", () => {
  test("the clock goes forward during open hours: from then on a business day is 24 hours again", () => {
    const night = createBusinessClock(office("Europe/Paris", { "mon-sun": ["00:00-06:00"] }));
    const at = (minutes: number) => instantAt("2027-03-28", minutes, night.zone);
    const starts = { clock: night, from: at(60), to: at(300) };
    const { whileOpen } = worstWaits(starts, duration("1 business day"));
    expect(said(whileOpen, starts)).toBe("sun 2027-03-28 03:15 → mon 2027-03-29 03:15, 24 h");
  });

  test("a longer month begins at midnight", () => {
    const closed = startsOf(office("Asia/Kolkata", {}), "2027-02-10", "2027-03-20");
    const { whileClosed } = worstWaits(closed, duration("1 month"));
    expect(said(whileClosed, closed)).toBe(`mon 2027-03-01 00:00 → thu 2027-04-01 00:00, ${31 * 24} h`);
  });
});

const places = [
  { timezone: "Europe/Paris", start: "2027-03-20" },
  { timezone: "Europe/Paris", start: "2027-10-23" },
  { timezone: "America/New_York", start: "2027-10-30" },
  { timezone: "Asia/Kolkata", start: "2027-12-20" },
  { timezone: "Australia/Lord_Howe", start: "2027-03-27" },
  { timezone: "Australia/Lord_Howe", start: "2027-09-25" },
];
const spanDays = 21;
const dateAfter = (start: string, days: number) =>
  new Date(Date.parse(`${start}T00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10);

/** Hours that begin and end on a multiple of `grid` minutes. */
function dayHours(grid: number): fc.Arbitrary<readonly Interval[]> {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 1440 / grid - 1 }), fc.integer({ min: 1, max: 600 / grid }))
    .map(([from, length]) => ({ from: from * grid, to: Math.min(1440, (from + length) * grid) }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(interval, { minLength: 1, maxLength: 3 }) },
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ from: 0, to: 1440 }]) },
  );
}

function calendarIn(place: (typeof places)[number], grid: number): fc.Arbitrary<CalendarDefinition> {
  const hours = dayHours(grid);
  const date = fc.integer({ min: 0, max: spanDays + 10 }).map((day) => dateAfter(place.start, day));
  const exception = fc
    .tuple(date, date, hours, fc.constantFrom("working" as const, "all" as const))
    .map(([one, other, opened, days]) => ({
      from: one < other ? one : other,
      to: one < other ? other : one,
      hours: opened,
      days,
    }));
  return fc.record({
    timezone: fc.constant(place.timezone),
    hours: fc.record(Object.fromEntries(weekdays.map((weekday) => [weekday, hours])), { requiredKeys: [] }),
    holidays: fc.array(date, { maxLength: 4 }),
    exceptions: fc.array(exception, { maxLength: 3 }),
  });
}

/** Any duration; minutes come in multiples of the grid, so that every turn of the due time lies on it. */
function durationOn(grid: number): fc.Arbitrary<Duration> {
  const amount = (max: number) => fc.integer({ min: 1, max });
  return fc.oneof(
    amount(Math.floor(2000 / grid)).map(
      (steps): Duration => ({ kind: "business", amount: steps * grid, unit: "minutes" }),
    ),
    amount(6).map((days): Duration => ({ kind: "business", amount: days, unit: "days" })),
    fc.boolean().map((next): Duration => ({ kind: "end-of-business-day", next })),
    amount(100).map((hours): Duration => ({ kind: "calendar", amount: hours, unit: "hours" })),
    amount(6).map((days): Duration => ({ kind: "calendar", amount: days, unit: "days" })),
    fc.constant<Duration>({ kind: "months", amount: 1 }),
  );
}

/** The greatest value over every start on the grid; undefined where there is none. */
function greatest({ from, to }: Starts, grid: number, valueAt: (start: Instant) => number | undefined) {
  let best: number | undefined;
  for (let start = from; start < to; start += grid * minuteMs) {
    const value = valueAt(start);
    if (value !== undefined && (best === undefined || value > best)) best = value;
  }
  return best;
}

function scanned(starts: Starts, grid: number, length: Duration) {
  const waitWhere = (isOpen: boolean) =>
    greatest(starts, grid, (start) => {
      const due = starts.clock.isOpen(start) === isOpen ? starts.clock.dueAt(start, length) : undefined;
      return due === undefined ? undefined : due - start;
    });
  return { whileOpen: waitWhere(true), whileClosed: waitWhere(false) };
}

const lengthOf = (wait: Wait | undefined) => (wait === undefined ? undefined : elapsed(wait));

/** What is claimed of a wait must be so: its start is of its kind, and its due time is the clock's. */
function isTrue(starts: Starts, length: Duration, wait: Wait | undefined, isOpen: boolean): boolean {
  if (wait === undefined) return true;
  const { clock, from, to } = starts;
  const { start, due } = wait;
  return from <= start && start < to && clock.isOpen(start) === isOpen && clock.dueAt(start, length) === due;
}

test.each(places)("no wait in $timezone falls short of the bound of its duration", (place) => {
  const check = (definition: CalendarDefinition, length: Duration) => {
    const starts = startsOf(definition, dateAfter(place.start, 2), dateAfter(place.start, 2 + spanDays));
    const short = greatest(starts, 15, (start) => {
      const due = starts.clock.dueAt(start, length);
      return due === undefined ? undefined : start - due;
    });
    expect(-(short ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(shortestWait(length));
  };
  fc.assert(fc.property(calendarIn(place, 15), durationOn(15), check), { numRuns: 30 });
});

describe.each(places)("in $timezone from $start, against a scan of every start", (place) => {
  const spanOf = (definition: CalendarDefinition) =>
    startsOf(definition, dateAfter(place.start, 2), dateAfter(place.start, 2 + spanDays));

  test.each([
    { grid: 15, numRuns: 60 },
    { grid: 1, numRuns: 6 },
  ])("the longest waits are the longest (every $grid min)", ({ grid, numRuns }) => {
    const check = (definition: CalendarDefinition, length: Duration) => {
      const starts = spanOf(definition);
      const { whileOpen, whileClosed } = worstWaits(starts, length);
      const found = { whileOpen: lengthOf(whileOpen), whileClosed: lengthOf(whileClosed) };
      expect({ length: printDuration(length), ...found }).toEqual({
        length: printDuration(length),
        ...scanned(starts, grid, length),
      });
      expect(isTrue(starts, length, whileOpen, true) && isTrue(starts, length, whileClosed, false)).toBe(true);
    };
    fc.assert(fc.property(calendarIn(place, grid), durationOn(grid), check), { numRuns });
  });

  test.each([{ onlyOpen: false }, { onlyOpen: true }])(
    "one duration outruns another nowhere more ($onlyOpen)",
    ({ onlyOpen }) => {
      const check = (definition: CalendarDefinition, first: Duration, second: Duration) => {
        const starts = spanOf(definition);
        const leadAt = (start: Instant) => {
          if (onlyOpen && !starts.clock.isOpen(start)) return undefined;
          const dues = [starts.clock.dueAt(start, first), starts.clock.dueAt(start, second)] as const;
          return dues[0] === undefined || dues[1] === undefined ? undefined : dues[0] - dues[1];
        };
        const race = widestLead(starts, { first, second, onlyOpen });
        expect(race === undefined ? undefined : race.first - race.second).toBe(greatest(starts, 1, leadAt));
        if (race !== undefined) expect(leadAt(race.start)).toBe(race.first - race.second);
      };
      fc.assert(fc.property(calendarIn(place, 15), durationOn(15), durationOn(15), check), { numRuns: 6 });
    },
  );
});

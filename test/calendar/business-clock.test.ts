import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CalendarDefinition,
  createBusinessClock,
  localTime,
  parseDuration,
  parseLocalDateTime,
} from "../../src/calendar/index.ts";
import { intervals, office, officeFr } from "./office-calendars.ts";

const nineToFive = office("Europe/Paris", { "mon-fri": ["09:00-17:00"] });
const hourMs = 3_600_000;

function at(text: string, timezone = "Europe/Paris"): number {
  const instant = parseLocalDateTime(text, timezone);
  if (instant === undefined) {
    throw new Error(`not a local time: ${text}`);
  }
  return instant;
}

function show(instant: number | undefined, timezone = "Europe/Paris"): string {
  if (instant === undefined) {
    return "never";
  }
  const { weekday, date, time } = localTime(instant, timezone);
  return `${weekday} ${date} ${time}`;
}

function due(definition: CalendarDefinition, start: string, text: string): string {
  const duration = parseDuration(text);
  if (!duration.ok) {
    throw new Error(`not a duration: ${text}`);
  }
  const instant = createBusinessClock(definition).dueAt(at(start, definition.timezone), duration.value);
  return show(instant, definition.timezone);
}

describe("a deadline on the reference calendar", () => {
  test.each([
    // The worst wait of the reference contract: the summer duty opens two hours a day.
    ["2027-08-05T10:15", "4 business hours", "mon 2027-08-09 10:15"],
    ["2027-01-04T10:00", "4 business hours", "mon 2027-01-04 15:30"],
    ["2027-01-04T12:15", "30 business minutes", "mon 2027-01-04 14:15"],
    ["2027-03-26T16:45", "30 business minutes", "tue 2027-03-30 09:15"],
    ["2027-12-23T17:30", "1 business day", "mon 2027-12-27 09:00"],
  ])("%s + %s is %s", (start, duration, expected) => {
    expect(due(officeFr, start, duration)).toBe(expected);
  });
});

describe("a deadline from nine to five", () => {
  test.each([
    ["a last minute of Friday counts from Friday", "2027-03-05T16:59", "1 business day", "mon 2027-03-08 16:59"],
    ["after closing on Friday counts from Monday", "2027-03-05T17:15", "1 business day", "tue 2027-03-09 09:00"],
    ["closing time is closed", "2027-03-05T17:00", "1 business day", "tue 2027-03-09 09:00"],
    ["a Saturday counts from Monday", "2027-03-06T11:00", "2 business days", "wed 2027-03-10 09:00"],
    [
      "ending exactly at closing ends at the next opening",
      "2027-03-05T13:00",
      "4 business hours",
      "mon 2027-03-08 09:00",
    ],
    ["one minute before closing stays", "2027-03-05T12:59", "4 business hours", "fri 2027-03-05 16:59"],
    ["the end of the day is its closing", "2027-03-05T16:59", "end of business day", "fri 2027-03-05 17:00"],
    ["at closing the day is over", "2027-03-05T17:00", "end of business day", "mon 2027-03-08 17:00"],
    ["the end of the next day", "2027-03-05T10:00", "end of next business day", "mon 2027-03-08 17:00"],
    [
      "the end of the day after the one that opens next",
      "2027-03-06T10:00",
      "end of next business day",
      "tue 2027-03-09 17:00",
    ],
    ["calendar hours ignore the office", "2027-03-05T16:30", "1 calendar hour", "fri 2027-03-05 17:30"],
    ["calendar minutes ignore the office", "2027-03-05T23:30", "45 calendar minutes", "sat 2027-03-06 00:15"],
    [
      "calendar days keep the clock time over a clock change",
      "2027-03-27T10:00",
      "1 calendar day",
      "sun 2027-03-28 10:00",
    ],
    ["a skipped clock time is the moment of the change", "2027-03-27T02:30", "1 calendar day", "sun 2027-03-28 03:00"],
    ["calendar hours do not keep it", "2027-03-27T10:00", "24 calendar hours", "sun 2027-03-28 11:00"],
    ["months end on the last day of a shorter month", "2027-01-31T10:00", "1 month", "sun 2027-02-28 10:00"],
    ["months know leap years", "2027-08-31T10:00", "6 months", "tue 2028-02-29 10:00"],
    ["months pass the end of the year", "2027-11-15T10:00", "36 months", "fri 2030-11-15 10:00"],
  ])("%s", (_, start, duration, expected) => {
    expect(due(nineToFive, start, duration)).toBe(expected);
  });

  test("a clock time that exists twice is the first", () => {
    const clock = createBusinessClock(nineToFive);
    const instant = clock.dueAt(at("2027-10-30T02:30"), { kind: "calendar", amount: 1, unit: "days" });
    expect(instant).toBe(Date.parse("2027-10-31T00:30Z"));
  });

  test("a start in the lunch break is due at the end of the same day", () => {
    expect(due(officeFr, "2027-03-05T13:00", "end of business day")).toBe("fri 2027-03-05 17:00");
  });
});

describe("exceptions and holidays", () => {
  const closed = { hours: [], days: "working" } as const;
  const open = { hours: intervals(["10:00-12:00"]) };
  const opening = (definition: CalendarDefinition, start: string) =>
    show(createBusinessClock(definition).nextOpening(at(start)));
  const with_ = (exceptions: CalendarDefinition["exceptions"], holidays: readonly string[] = []) => ({
    ...nineToFive,
    exceptions,
    holidays,
  });

  test("an exception without hours closes both its first and its last day", () => {
    const definition = with_([{ from: "2027-03-08", to: "2027-03-09", ...closed }]);
    expect(opening(definition, "2027-03-08T09:00")).toBe("wed 2027-03-10 09:00");
  });

  test("an exception for working days leaves a Saturday closed", () => {
    const definition = with_([{ from: "2027-03-06", to: "2027-03-08", ...open, days: "working" }]);
    expect(opening(definition, "2027-03-06T00:00")).toBe("mon 2027-03-08 10:00");
  });

  test("an exception for all days opens a Saturday", () => {
    const definition = with_([{ from: "2027-03-06", to: "2027-03-08", ...open, days: "all" }]);
    expect(opening(definition, "2027-03-06T00:00")).toBe("sat 2027-03-06 10:00");
  });

  test("a holiday stays closed under an exception for working days", () => {
    const definition = with_([{ from: "2027-03-08", to: "2027-03-08", ...open, days: "working" }], ["2027-03-08"]);
    expect(opening(definition, "2027-03-08T00:00")).toBe("tue 2027-03-09 09:00");
  });

  test("a holiday opens under an exception for all days", () => {
    const definition = with_([{ from: "2027-03-08", to: "2027-03-08", ...open, days: "all" }], ["2027-03-08"]);
    expect(opening(definition, "2027-03-08T00:00")).toBe("mon 2027-03-08 10:00");
  });

  test("of two exceptions for one day the last written wins", () => {
    const summer = { from: "2027-03-01", to: "2027-03-31", ...open, days: "working" } as const;
    const bridge = { from: "2027-03-08", to: "2027-03-08", ...closed } as const;
    expect(opening(with_([summer, bridge]), "2027-03-08T00:00")).toBe("tue 2027-03-09 10:00");
    expect(opening(with_([bridge, summer]), "2027-03-08T00:00")).toBe("mon 2027-03-08 10:00");
  });

  test("hours that overlap or touch count once", () => {
    const clock = createBusinessClock(office("UTC", { mon: ["12:00-15:00", "09:00-12:00", "11:00-14:00"] }));
    expect(clock.openTimeBetween(at("2027-03-08T00:00", "UTC"), at("2027-03-09T00:00", "UTC"))).toBe(6 * hourMs);
    expect(show(clock.nextClosing(at("2027-03-08T10:00", "UTC")), "UTC")).toBe("mon 2027-03-08 15:00");
  });
});

test("a day whose only hours are skipped by the clock is no working day", () => {
  const clock = createBusinessClock(office("Europe/Paris", { sun: ["02:00-03:00"], mon: ["09:00-17:00"] }));
  expect(show(clock.dueAt(at("2027-03-22T10:00"), { kind: "business", amount: 1, unit: "days" }))).toBe(
    "mon 2027-03-29 10:00",
  );
  expect(clock.businessDaysBetween("2027-03-28", "2027-03-28")).toBe(0);
  expect(clock.businessDaysBetween("2027-03-21", "2027-03-21")).toBe(1);
});

describe("a calendar that does not open", () => {
  const monday = at("2027-03-08T10:00");
  const reopensAfter = (to: string) => ({
    ...nineToFive,
    exceptions: [{ from: "2027-03-01", to, hours: [], days: "working" as const }],
  });

  test.each([
    ["without hours", office("Europe/Paris", {})],
    ["closed for six years", reopensAfter("2033-03-01")],
  ])("gives no due time in business time: %s", (_, definition) => {
    const clock = createBusinessClock(definition);
    // Reading far into the future must not change the answers that follow.
    clock.openTimeBetween(monday, at("2040-01-01T00:00"));
    expect(clock.nextOpening(monday)).toBeUndefined();
    expect(clock.nextClosing(monday)).toBeUndefined();
    expect(clock.isOpen(monday)).toBe(false);
    expect(clock.dueAt(monday, { kind: "business", amount: 4, unit: "hours" })).toBeUndefined();
    expect(clock.dueAt(monday, { kind: "business", amount: 1, unit: "days" })).toBeUndefined();
    expect(clock.dueAt(monday, { kind: "end-of-business-day", next: false })).toBeUndefined();
    expect(clock.atShare(monday, monday + hourMs, 0.5)).toBe(monday);
  });

  test("still gives due times in calendar time", () => {
    expect(due(office("Europe/Paris", {}), "2027-03-08T10:00", "6 months")).toBe("wed 2027-09-08 10:00");
  });

  test("a closure of four years ends", () => {
    expect(show(createBusinessClock(reopensAfter("2031-03-02")).nextOpening(monday))).toBe("mon 2031-03-03 09:00");
  });

  test("no working date is found without hours", () => {
    expect(createBusinessClock(office("UTC", {})).addBusinessDaysToDate("2027-03-08", 1)).toBeUndefined();
  });

  test("more open time than a century holds has no due time", () => {
    const clock = createBusinessClock(office("Europe/Paris", { mon: ["09:00-09:01"] }));
    expect(clock.dueAt(monday, { kind: "business", amount: 10_000, unit: "hours" })).toBeUndefined();
    expect(clock.dueAt(monday, { kind: "business", amount: 10_000, unit: "days" })).toBeUndefined();
  });

  test("an office that never closes has no closing", () => {
    const clock = createBusinessClock(office("Europe/Paris", { "mon-sun": ["00:00-24:00"] }));
    expect(clock.nextClosing(monday)).toBeUndefined();
    expect(clock.dueAt(monday, { kind: "business", amount: 48, unit: "hours" })).toBe(monday + 48 * hourMs);
  });
});

describe("reminders", () => {
  const clock = createBusinessClock(nineToFive);

  test.each([
    ["half of four hours", "2027-03-05T15:00", "mon 2027-03-08 11:00", 0.5, "fri 2027-03-05 17:00"],
    ["eighty percent", "2027-03-05T15:00", "mon 2027-03-08 11:00", 0.8, "mon 2027-03-08 10:12"],
    ["whole minutes only", "2027-03-05T09:00", "fri 2027-03-05 09:05", 0.5, "fri 2027-03-05 09:03"],
    ["no minute lost to binary fractions", "2027-03-05T09:00", "fri 2027-03-05 10:40", 0.55, "fri 2027-03-05 09:55"],
    ["all of it is due", "2027-03-05T09:00", "fri 2027-03-05 10:40", 1, "fri 2027-03-05 10:40"],
  ])("%s", (_, start, dueText, share, expected) => {
    const dueTime = at(dueText.slice(4).replace(" ", "T"));
    expect(show(clock.atShare(at(start), dueTime, share))).toBe(expected);
  });

  test("never come after the due time, even where it is not a whole minute", () => {
    const start = at("2027-03-05T09:00");
    expect(clock.atShare(start, start + 90_500, 0.99)).toBe(start + 90_500);
  });
});

describe("laws of the clock", () => {
  const clock = createBusinessClock(officeFr);
  const instant = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2029-01-01") });
  const openMs = fc.integer({ min: 1, max: 400 * hourMs });

  test("the open time until the instant found is the time asked for", () => {
    fc.assert(
      fc.property(instant, openMs, (start, time) => {
        const reached = clock.addOpenTime(start, time) ?? Number.NaN;
        expect(clock.openTimeBetween(start, reached)).toBe(time);
        expect(clock.openTimeBetween(start, reached - 1)).toBe(time - 1);
      }),
    );
  });

  test("a due time is open, and late begins one millisecond of open time later", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 500 }), (start, amount) => {
        const dueTime = clock.dueAt(start, { kind: "business", amount, unit: "hours" }) ?? Number.NaN;
        expect(clock.isOpen(dueTime)).toBe(true);
        expect(clock.openTimeBetween(start, dueTime)).toBe(amount * hourMs);
        expect(clock.openTimeBetween(start, dueTime + 1)).toBe(amount * hourMs + 1);
      }),
    );
  });

  test("the order of questions never changes an answer", () => {
    fc.assert(
      fc.property(fc.array(instant, { minLength: 2, maxLength: 5 }), (starts) => {
        const answers = (asked: typeof clock, order: readonly number[]) =>
          new Map(order.map((start) => [start, asked.dueAt(start, { kind: "business", amount: 30, unit: "days" })]));
        const forwards = answers(createBusinessClock(officeFr), starts);
        const backwards = answers(createBusinessClock(officeFr), starts.toReversed());
        for (const start of starts) {
          expect(backwards.get(start)).toBe(forwards.get(start));
        }
      }),
      { numRuns: 20 },
    );
  });

  test("years far apart are answered alike, in any order", () => {
    for (const year of ["2027", "1975", "2490", "1800", "2027"]) {
      expect(due({ ...nineToFive, timezone: "UTC" }, `${year}-01-04T00:00`, "end of business day")).toMatch(/17:00$/);
    }
    const asked = createBusinessClock({ ...nineToFive, timezone: "UTC" });
    for (const date of ["2027-03-05", "1975-03-07", "2490-03-03", "1800-03-07", "2027-03-05"]) {
      expect(asked.nextClosing(Date.parse(`${date}T10:00Z`))).toBe(Date.parse(`${date}T17:00Z`));
    }
  });
});

describe("dates", () => {
  test("a closed date counts from the next working day forwards and the previous one backwards", () => {
    const clock = createBusinessClock(nineToFive);
    expect(clock.addBusinessDaysToDate("2027-03-06", 0)).toBe("2027-03-08");
    expect(clock.addBusinessDaysToDate("2027-03-06", 1)).toBe("2027-03-09");
    expect(clock.addBusinessDaysToDate("2027-03-06", -1)).toBe("2027-03-04");
  });

  test("2027 has 254 working days in the reference calendar", () => {
    expect(createBusinessClock(officeFr).businessDaysBetween("2027-01-01", "2027-12-31")).toBe(254);
  });

  test("a date that does not exist is refused, not moved", () => {
    expect(() => createBusinessClock({ ...nineToFive, holidays: ["2027-02-30"] })).toThrow(RangeError);
  });
});

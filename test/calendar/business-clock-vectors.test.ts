import { describe, expect, test } from "vitest";
import { createBusinessClock, localTime } from "../../src/calendar/index.ts";
import { definitionOf, gemSource, gemVectors, type Vector } from "./gem-vectors.ts";
import { office, officeFr } from "./office-calendars.ts";
import frenchHolidays from "./vectors/french-holidays.json" with { type: "json" };
import networkdays from "./vectors/networkdays.json" with { type: "json" };

const secondsIn: Readonly<Record<string, number>> = {
  addWorkingSeconds: 1,
  addWorkingMinutes: 60,
  addWorkingHours: 3600,
};

function answer(vector: Vector): string | boolean | number | undefined {
  const clock = createBusinessClock(definitionOf(vector));
  const from = Date.parse(vector.from_);
  switch (vector.op) {
    case "addWorkingDays":
      return clock.addBusinessDaysToDate(vector.from_, vector.n ?? 0);
    case "advanceToWorking":
      return clock.nextOpening(from);
    case "advanceToClosing":
      return clock.nextClosing(from);
    case "isWorking":
      return clock.isOpen(from);
    default:
      return clock.addOpenTime(from, (vector.n ?? 0) * (secondsIn[vector.op] ?? Number.NaN) * 1000);
  }
}

describe(`the numbers of ${gemSource}`, () => {
  test("the file has all 27 of them", () => {
    expect(gemVectors).toHaveLength(27);
  });

  test.each(gemVectors.map((vector) => [`${vector.op} ${vector.n ?? ""} from ${vector.from_}`, vector] as const))(
    "%s",
    (_, vector) => {
      const isInstant = typeof vector.expect === "string" && vector.expect.includes("T");
      expect(answer(vector)).toBe(isInstant ? Date.parse(String(vector.expect)) : vector.expect);
    },
  );
});

describe(`the numbers of ${networkdays.source}`, () => {
  test.each(networkdays.cases)("$from_ to $to with $holidays.length holidays has $expect working days", (given) => {
    const clock = createBusinessClock(office("UTC", { "mon-fri": ["09:00-17:00"] }, { holidays: given.holidays }));
    expect(clock.businessDaysBetween(given.from_, given.to)).toBe(given.expect);
    expect(clock.businessDaysBetween(given.to, given.from_)).toBe(-given.expect);
  });
});

describe(`the numbers of ${frenchHolidays.source}`, () => {
  test("the reference calendar closes on every French public holiday of 2027 that falls on a weekday", () => {
    const onWeekdays = Object.values(frenchHolidays.holidays["2027"])
      .filter((date) => !["sat", "sun"].includes(localTime(Date.parse(`${date}T12:00Z`), "Europe/Paris").weekday))
      .sort();
    expect(officeFr.holidays).toEqual(onWeekdays);
  });

  test.each(Object.entries(frenchHolidays.holidays))(
    "a French office is closed on the public holidays of %s",
    (_, named) => {
      const holidays = Object.values(named);
      const clock = createBusinessClock(office("Europe/Paris", { "mon-sun": ["00:00-24:00"] }, { holidays }));
      for (const date of holidays) {
        expect(clock.isOpen(Date.parse(`${date}T11:00Z`))).toBe(false);
        expect(clock.businessDaysBetween(date, date)).toBe(0);
      }
    },
  );
});

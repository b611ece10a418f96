import { describe, expect, test } from "vitest";
import { frenchPublicHolidays } from "../../src/calendar/index.ts";
import vectors from "./vectors/french-holidays.json" with { type: "json" };

describe("the public holidays of France", () => {
  test.each(Object.entries(vectors.holidays))("are those of the Code du travail in %s", (year, holidays) => {
    expect(frenchPublicHolidays(Number(year))).toEqual(Object.values(holidays).sort());
  });

  // Easter Sundays that are known for being the earliest and latest, and for the exceptions of other rules.
  test.each([
    [1818, "03-23"],
    [1943, "04-26"],
    [1954, "04-19"],
    [1981, "04-20"],
    [2038, "04-26"],
    [2049, "04-19"],
    [2076, "04-20"],
    [2285, "03-23"],
  ])("put Easter Monday of %i on %s", (year, day) => {
    expect(frenchPublicHolidays(year)).toContain(`${year}-${day}`);
  });

  test("name a day once on which two fall", () => {
    expect(frenchPublicHolidays(2008).filter((day) => day === "2008-05-01")).toHaveLength(1);
    expect(frenchPublicHolidays(2008)).toHaveLength(10);
  });
});

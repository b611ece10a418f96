import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTime } from "../../src/events/index.ts";

const paris = "Europe/Paris";
const utc = (text: string) => ({ value: Date.parse(text) });

describe("a moment", () => {
  test.each([
    ["2027-03-01 09:00", "2027-03-01T08:00:00Z"],
    ["2027-03-01T09:00", "2027-03-01T08:00:00Z"],
    ["2027-07-01T09:00:30", "2027-07-01T07:00:30Z"],
    ["  2027-03-01 09:00:00.250 ", "2027-03-01T08:00:00.250Z"],
    ["2027-03-01T09:00Z", "2027-03-01T09:00:00Z"],
    ["2027-03-01 09:00:00 +01:00", "2027-03-01T08:00:00Z"],
    ["2027-03-01T09:00-0330", "2027-03-01T12:30:00Z"],
    ["2027-03-01T09:00+02", "2027-03-01T07:00:00Z"],
    // The hour that exists twice is the first; the one that does not exist is the moment of the change.
    ["2026-10-25 02:30", "2026-10-25T00:30:00Z"],
    ["2027-03-28 02:30", "2027-03-28T01:00:00Z"],
  ])("%s is read", (text, expected) => {
    expect(readTime(text, paris)).toEqual(utc(expected));
  });

  test.each([
    ["2027-03-01", "date-only"],
    ["2027-02-30", "impossible"],
    ["2027-02-30 09:00", "impossible"],
    ["2027-03-01 24:00", "impossible"],
    ["2027-03-01 09:00+15:00", "impossible"],
    ["01/03/2027 09:00", "day-first"],
    ["1.3.27", "day-first"],
    ["46082.375", "number"],
    ["1772355600000", "number"],
    ["yesterday", "unreadable"],
    ["2027-03-01 9:00", "unreadable"],
    ["2027-03-01 09:00 PM", "unreadable"],
    ["", "unreadable"],
  ])("%s is refused: %s", (text, problem) => {
    expect(readTime(text, paris)).toEqual({ problem });
  });

  test("what is read in UTC and written again is the same", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-02"), max: new Date("9998-12-30"), noInvalidDate: true }),
        (date) => {
          expect(readTime(date.toISOString(), paris)).toEqual({ value: date.getTime() });
        },
      ),
    );
  });

  test("no text makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readTime(text, paris)));
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789-: TZ+.,/") });
    fc.assert(fc.property(digits, (text) => void readTime(text, paris)));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  describeDate,
  describeInstant,
  describeTime,
  describeWeekday,
  instantAt,
  localTime,
  parseLocalDateTime,
} from "../../src/calendar/index.ts";
import { localMinutes } from "./minute-oracle.ts";

describe("local time", () => {
  test("shows what the wall shows", () => {
    expect(localTime(Date.parse("2027-03-26T16:15:59Z"), "Europe/Paris")).toEqual({
      date: "2027-03-26",
      time: "17:15",
      weekday: "fri",
      minutes: 1035,
      offsetMinutes: 60,
    });
  });

  test.each([
    ["an ordinary time", "2027-03-26", 1035, "Europe/Paris", "2027-03-26T16:15Z"],
    ["a skipped time is the moment of the change", "2027-03-28", 150, "Europe/Paris", "2027-03-28T01:00Z"],
    ["a time that exists twice is the first", "2027-10-31", 150, "Europe/Paris", "2027-10-31T00:30Z"],
    ["half an hour skipped", "2027-10-03", 135, "Australia/Lord_Howe", "2027-10-02T15:30Z"],
    ["half an hour twice", "2027-04-04", 105, "Australia/Lord_Howe", "2027-04-03T14:45Z"],
    ["midnight at the end of a day", "2027-03-26", 1440, "Europe/Paris", "2027-03-26T23:00Z"],
    ["a day that never was", "2011-12-30", 600, "Pacific/Apia", "2011-12-30T10:00Z"],
    ["midnight reached a second time", "2018-02-17", 1440, "America/Sao_Paulo", "2018-02-18T03:00Z"],
    ["New Year in another year of UTC", "2028-01-01", 0, "Asia/Kolkata", "2027-12-31T18:30Z"],
    ["a change that lasts a month", "2027-02-10", 600, "Africa/Casablanca", "2027-02-10T10:00Z"],
  ])("%s", (_, date, minutes, timezone, expected) => {
    expect(new Date(instantAt(date, minutes, timezone)).toISOString()).toBe(new Date(expected).toISOString());
  });

  test("agrees with the runtime's formatter in any zone", () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const minute = fc.integer({ min: Date.parse("1971-01-01") / 60_000, max: Date.parse("2060-01-01") / 60_000 });
    fc.assert(
      fc.property(zone, minute, (timezone, at) => {
        const { date, time } = localTime(at * 60_000, timezone);
        const [shown = Number.NaN] = localMinutes(timezone, at * 60_000, 1);
        expect(`${date}T${time}`).toBe(new Date(shown * 60_000).toISOString().slice(0, 16));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["2027-03-26T17:15", "2027-03-26T16:15:00.000Z"],
    ["2027-03-26T17:15:30", "2027-03-26T16:15:30.000Z"],
  ])("%s is read", (text, expected) => {
    expect(new Date(parseLocalDateTime(text, "Europe/Paris") ?? 0).toISOString()).toBe(expected);
  });

  test.each(["2027-03-26", "2027-02-30T10:00", "2027-03-26T24:00", "2027-03-26T17:15Z", "2027-03-26 17:15", ""])(
    "%s is no local time",
    (text) => {
      expect(parseLocalDateTime(text, "Europe/Paris")).toBeUndefined();
    },
  );
});

describe("moments in words", () => {
  test.each([
    ["2027-08-09T08:15Z", "Monday 9 August 2027, 10:15", "lundi 9 août 2027 à 10\u00a0h\u00a015"],
    ["2027-01-01T08:00Z", "Friday 1 January 2027, 09:00", "vendredi 1er janvier 2027 à 9\u00a0h"],
    ["2027-02-28T23:05Z", "Monday 1 March 2027, 00:05", "lundi 1er mars 2027 à 0\u00a0h\u00a005"],
  ])("%s", (instant, english, french) => {
    expect(describeInstant(Date.parse(instant), "Europe/Paris", "en")).toBe(english);
    expect(describeInstant(Date.parse(instant), "Europe/Paris", "fr")).toBe(french);
  });

  test("dates, weekdays and times of day", () => {
    expect(describeDate("2027-01-04", "en")).toBe("4 January 2027");
    expect(describeDate("2027-01-04", "fr")).toBe("4 janvier 2027");
    expect(describeDate("2027-12-01", "fr")).toBe("1er décembre 2027");
    expect(describeWeekday("sun", "fr")).toBe("dimanche");
    expect(describeTime(1440, "fr")).toBe("24\u00a0h");
    expect(() => describeDate("2027-02-30", "fr")).toThrow(RangeError);
  });
});

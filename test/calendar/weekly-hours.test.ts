import { describe, expect, test } from "vitest";
import { isCalendarDate, isTimeZone, parseInterval, parseWeekdays } from "../../src/calendar/index.ts";

describe("opening hours", () => {
  test.each([
    ["09:00-12:30", { from: 540, to: 750 }],
    ["00:00-24:00", { from: 0, to: 1440 }],
    [" 22:15 - 23:59 ", { from: 1335, to: 1439 }],
  ])("%s is an interval", (text, interval) => {
    expect(parseInterval(text)).toEqual(interval);
  });

  test.each(["12:30-09:00", "09:00-09:00", "9:00-12:00", "09:00-24:01", "09:60-10:00", "24:00-25:00", "09:00", ""])(
    "%s is none",
    (text) => {
      expect(parseInterval(text)).toBeUndefined();
    },
  );
});

describe("weekdays", () => {
  test.each([
    ["fri", ["fri"]],
    ["mon-thu", ["mon", "tue", "wed", "thu"]],
    ["sat-mon", ["sat", "sun", "mon"]],
    ["mon-sun", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]],
    ["wed-wed", ["wed"]],
  ])("%s are %j", (text, days) => {
    expect(parseWeekdays(text)).toEqual(days);
  });

  test.each(["", "-", "monday", "Mon", "mon-", "mon-wed-fri", "lun-ven"])("%s are none", (text) => {
    expect(parseWeekdays(text)).toBeUndefined();
  });
});

describe("time zones", () => {
  test.each(["Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "Etc/GMT+5"])(
    "%s is one",
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  test.each(["+02:00", "-05", "Europe/Pari", "europe/paris", "Paris", "", "CET+1", "Europe/Paris "])(
    "%s is none",
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

describe("dates", () => {
  test.each(["2027-01-01", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s exists", (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  test.each([
    "2027-02-29",
    "2027-02-30",
    "1900-02-29",
    "2027-13-01",
    "2027-00-10",
    "2027-01-00",
    "0000-01-01",
    "2027-1-1",
    "01/01/2027",
    "",
  ])("%s does not", (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });
});

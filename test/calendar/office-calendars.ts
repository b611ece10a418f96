import type { CalendarDefinition, Interval, Weekday } from "../../src/calendar/index.ts";
import { parseInterval, parseWeekdays } from "../../src/calendar/index.ts";

/** Hours written as in a contract: `{ "mon-thu": ["09:00-12:30", "14:00-18:00"] }`. */
export type WrittenHours = Readonly<Record<string, readonly string[]>>;

export function intervals(written: readonly string[]): readonly Interval[] {
  return written.map((text) => {
    const interval = parseInterval(text);
    if (interval === undefined) {
      throw new Error(`not an interval: ${text}`);
    }
    return interval;
  });
}

export function weeklyHours(written: WrittenHours): CalendarDefinition["hours"] {
  const hours: Partial<Record<Weekday, readonly Interval[]>> = {};
  for (const [days, texts] of Object.entries(written)) {
    for (const weekday of parseWeekdays(days) ?? []) {
      hours[weekday] = intervals(texts);
    }
  }
  return hours;
}

/** A calendar without holidays and exceptions unless given. */
export function office(
  timezone: string,
  hours: WrittenHours,
  closures: Partial<Pick<CalendarDefinition, "holidays" | "exceptions">> = {},
): CalendarDefinition {
  return { timezone, hours: weeklyHours(hours), holidays: [], exceptions: [], ...closures };
}

/** The calendar of the reference contract, classic-inbound. */
export const officeFr: CalendarDefinition = office(
  "Europe/Paris",
  { "mon-thu": ["09:00-12:30", "14:00-18:00"], fri: ["09:00-12:30", "14:00-17:00"] },
  {
    holidays: ["2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17", "2027-07-14", "2027-11-01", "2027-11-11"],
    exceptions: [
      { from: "2027-08-02", to: "2027-08-20", hours: intervals(["10:00-12:00"]), days: "working" },
      { from: "2027-12-24", to: "2027-12-24", hours: intervals(["09:00-12:00"]), days: "working" },
    ],
  },
);

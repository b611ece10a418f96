import {
  civilDateOf,
  type DayNumber,
  dayNumberOf,
  dayNumberOfDate,
  isCalendarDate,
  printCalendarDate,
  twoDigits,
} from "./calendar-date.ts";

/** How long a promise runs before it is counted again. */
export type PeriodLength = "week" | "month" | "quarter" | "year";

/** A period of the calendar, both dates included. */
export interface Period {
  /** As contracts write it: `2027-08`, `2027-Q3`, `2027`; a week is named by its Monday. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const countPerYear: Readonly<Record<PeriodLength, number>> = { week: 52, month: 12, quarter: 4, year: 1 };

/** The whole periods of a year that can be written as dates, from the one that holds a date (which must exist, else a RangeError). */
export function periodsFrom(date: string, length: PeriodLength): readonly Period[] {
  const day = dayNumberOfDate(date);
  const periods = Array.from({ length: countPerYear[length] }, (_, index) =>
    length === "week" ? weekAfter(day, index) : monthsAfter(day, index, length),
  );
  return periods.filter(({ from, to }) => isCalendarDate(from) && isCalendarDate(to));
}

function weekAfter(day: DayNumber, index: number): Period {
  // 1970-01-01, day 0, was a Thursday: Mondays are the days -3 + 7 n.
  const monday = Math.floor((day + 3) / 7) * 7 - 3 + index * 7;
  return { name: printCalendarDate(monday), from: printCalendarDate(monday), to: printCalendarDate(monday + 6) };
}

const monthsPer = { month: 1, quarter: 3, year: 12 } as const;

function monthsAfter(day: DayNumber, index: number, length: "month" | "quarter" | "year"): Period {
  const months = monthsPer[length];
  const { year, month } = civilDateOf(day);
  const first = Math.floor((month - 1) / months) * months + 1 + index * months;
  const from = dayNumberOf({ year, month: first, day: 1 });
  const to = dayNumberOf({ year, month: first + months, day: 1 }) - 1;
  const start = civilDateOf(from);
  const names = {
    month: `${start.year}-${twoDigits(start.month)}`,
    quarter: `${start.year}-Q${Math.ceil(start.month / 3)}`,
    year: String(start.year),
  };
  return { name: names[length], from: printCalendarDate(from), to: printCalendarDate(to) };
}

import { dayNumberOfDate, printCalendarDate } from "./calendar-date.ts";
import type { WorkingDays } from "./working-days.ts";

// Ten years: a calendar closed for longer has no next working day.
const longestClosure = 3660;

/** Arithmetic on dates alone, without times of day. Dates are written `2027-01-04`; one that does not exist throws. */
export interface BusinessDates {
  /**
   * The date n working days later, or earlier where n is negative. A closed date is first moved to the next working
   * day (to the previous one where n is negative), as a clock that starts closed counts from the next opening.
   * Undefined where the calendar stays closed for ten years.
   */
  readonly addBusinessDaysToDate: (date: string, days: number) => string | undefined;
  /** Working days from one date to another, both included; negative when they are reversed (as NETWORKDAYS counts). */
  readonly businessDaysBetween: (fromDate: string, toDate: string) => number;
}

/** Date arithmetic on the working days of a calendar. */
export function createBusinessDates({ isWorkingDay }: WorkingDays): BusinessDates {
  const nextWorking = (day: number, step: number) => {
    for (let tried = 0; tried < longestClosure; tried += 1) {
      if (isWorkingDay(day + tried * step)) {
        return day + tried * step;
      }
    }
    return undefined;
  };
  return {
    addBusinessDaysToDate: (date, days) => {
      const step = days < 0 ? -1 : 1;
      let day = nextWorking(dayNumberOfDate(date), step);
      for (let left = Math.abs(days); left > 0 && day !== undefined; left -= 1) {
        day = nextWorking(day + step, step);
      }
      return day === undefined ? undefined : printCalendarDate(day);
    },
    businessDaysBetween: (fromDate, toDate) => {
      const [from, to] = [dayNumberOfDate(fromDate), dayNumberOfDate(toDate)];
      let count = 0;
      for (let day = Math.min(from, to); day <= Math.max(from, to); day += 1) {
        count += isWorkingDay(day) ? 1 : 0;
      }
      return from <= to ? count : -count;
    },
  };
}

import { type Weekday, weekdays } from "./calendar-definition.ts";

/** A date counted in days since 1970-01-01 (day 0), in the proleptic Gregorian calendar. */
export type DayNumber = number;

/** Year, month (1 to 12) and day of the month of a date. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Years are counted from March, so that a leap day ends its year, in eras of 400 years, after which leap days repeat.
const daysPerEra = 146_097;
const eraOffset = 719_468;

/** The day number of a date; the month may lie outside 1 to 12 and then counts into other years. */
export function dayNumberOf({ year, month, day }: CivilDate): DayNumber {
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const marchMonth = months - marchYear * 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - eraOffset;
}

/** The date of a day number. */
export function civilDateOf(dayNumber: DayNumber): CivilDate {
  const shifted = dayNumber + eraOffset;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** The same day of the month some months later, or the last day of that month where it is shorter. */
export function addMonths(dayNumber: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilDateOf(dayNumber);
  const firstOfMonth = dayNumberOf({ year, month: month + months, day: 1 });
  const firstOfNext = dayNumberOf({ year, month: month + months + 1, day: 1 });
  return Math.min(firstOfMonth + day - 1, firstOfNext - 1);
}

/** The weekday of a day number (1970-01-01 was a Thursday). */
export function weekdayOf(dayNumber: DayNumber): Weekday {
  const position = (((dayNumber + 3) % 7) + 7) % 7;
  return weekdays[position] ?? "mon";
}

/** Reads `2027-03-26`, years 0001 to 9999; undefined where the text is no such date or the date does not exist. */
export function parseCalendarDate(text: string): DayNumber | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const written = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
  if (match === null || written.year === 0 || written.month > 12) {
    return undefined;
  }
  const dayNumber = dayNumberOf(written);
  return printCalendarDate(dayNumber) === text ? dayNumber : undefined;
}

/** The day number of a date that was checked before; throws a RangeError where it does not exist. */
export function dayNumberOfDate(date: string): DayNumber {
  const dayNumber = parseCalendarDate(date);
  if (dayNumber === undefined) {
    throw new RangeError(`not a calendar date: ${date}`);
  }
  return dayNumber;
}

/** A day number as `2027-03-26`. */
export function printCalendarDate(dayNumber: DayNumber): string {
  const { year, month, day } = civilDateOf(dayNumber);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** A number from 0 to 99 in two digits, as dates and clock times write it. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Whether a text is a date that exists, written `2027-03-26`. */
export function isCalendarDate(text: string): boolean {
  return parseCalendarDate(text) !== undefined;
}

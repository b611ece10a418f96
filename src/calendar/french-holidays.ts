import { type DayNumber, dayNumberOf, printCalendarDate } from "./calendar-date.ts";

/** The eight that keep their date: month and day. */
const fixed = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
] as const;

/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const afterEaster = [1, 39, 50];

/**
 * The public holidays of metropolitan France in a year (Code du travail, art. L3133-1), as ISO dates in order. Where two
 * fall on one day, as Ascension on 1 May 2008, it is named once.
 */
export function frenchPublicHolidays(year: number): readonly string[] {
  const easter = easterOf(year);
  const days = [
    ...fixed.map(([month, day]) => dayNumberOf({ year, month, day })),
    ...afterEaster.map((n) => easter + n),
  ];
  return [...new Set(days)].sort((a, b) => a - b).map(printCalendarDate);
}

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher: the names of its steps are theirs. */
function easterOf(year: number): DayNumber {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const march = h + l - 7 * m + 114;
  return dayNumberOf({ year, month: Math.floor(march / 31), day: (march % 31) + 1 });
}

import { frenchPublicHolidays } from "../../calendar/index.ts";

/** The days that the tests of a starter speak of, as their placeholders name them. */
const days = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "nextMonday",
  "nextTuesday",
];

const dayMs = 86_400_000;

/**
 * The first Monday from a date on and the days after it, up to Tuesday of next week, as ISO dates by name; no day of them
 * is a public holiday of France, so that tests can count the hours of a week on any date.
 */
export function calmWeek(from: string): Readonly<Record<string, string>> {
  const first = Date.parse(`${from}T00:00:00Z`);
  for (let monday = first + ((8 - new Date(first).getUTCDay()) % 7) * dayMs; ; monday += 7 * dayMs) {
    const dates = days.map((_, index) => new Date(monday + index * dayMs).toISOString().slice(0, 10));
    if (!dates.some(isHoliday)) return Object.fromEntries(days.map((day, index) => [day, dates[index] ?? ""]));
  }
}

function isHoliday(date: string): boolean {
  return frenchPublicHolidays(Number(date.slice(0, 4))).includes(date);
}

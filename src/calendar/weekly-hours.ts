import { type Interval, type Weekday, weekdays } from "./calendar-definition.ts";

const minutesPerDay = 24 * 60;

/** Reads `09:00-12:30`; an interval may end at `24:00` and must end after it starts, else undefined. */
export function parseInterval(text: string): Interval | undefined {
  const match = /^(\d\d):([0-5]\d)\s*-\s*(\d\d):([0-5]\d)$/.exec(text.trim());
  if (match === null) {
    return undefined;
  }
  const from = Number(match[1]) * 60 + Number(match[2]);
  const to = Number(match[3]) * 60 + Number(match[4]);
  return from < to && to <= minutesPerDay ? { from, to } : undefined;
}

/** Reads `fri` or a range such as `mon-thu`; a range may pass the end of the week (`sat-mon`), else undefined. */
export function parseWeekdays(text: string): readonly Weekday[] | undefined {
  const [first = "", last = first, ...rest] = text.split("-").map((part) => part.trim());
  const start = positionOf(first);
  const end = positionOf(last);
  if (start === -1 || end === -1 || rest.length > 0) {
    return undefined;
  }
  const length = ((end - start + 7) % 7) + 1;
  return [...weekdays, ...weekdays].slice(start, start + length);
}

function positionOf(text: string): number {
  const names: readonly string[] = weekdays;
  return names.indexOf(text);
}

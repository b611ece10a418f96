import { type Instant, isCalendarDate, parseLocalDateTime, type TimeZone } from "../calendar/index.ts";
import type { TimeProblem } from "../diagnostics/index.ts";
import type { Readable } from "./readable.ts";

const moment = /^(\d{4}-\d\d-\d\d)(?:T| +)(\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))? *(Z|[+-]\d\d(?::?\d\d)?)?$/i;

// Made by hand: making a zone by its name takes a hundred times as long as reading a moment.
const utc: TimeZone = { localAt: (instant) => instant, instantAt: (local) => local };

/**
 * Reads a moment: `2027-03-01 09:00`, with `T`, seconds and fractions if you like, in the zone given unless it carries an
 * offset. A day alone is none: where minutes count, midnight would be a guess.
 */
export function readTime(text: string, zone: string | TimeZone): Readable<Instant, TimeProblem> {
  const written = text.trim();
  const match = moment.exec(written);
  if (match === null) return { problem: problemOf(written) };
  const [, date = "", time = "", fraction = "", offset] = match;
  const start = parseLocalDateTime(`${date}T${time}`, offset === undefined ? zone : utc);
  const shift = offset === undefined ? 0 : minutesOf(offset);
  if (start === undefined || shift === undefined) return { problem: "impossible" };
  return { value: start - shift * 60_000 + Math.trunc(Number(`0.${fraction || "0"}`) * 1000) };
}

/** Minutes east of UTC; undefined where no place is that far away. */
function minutesOf(offset: string): number | undefined {
  if (offset.toUpperCase() === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(":", "") || "0");
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (hours * 60 + minutes) * (offset.startsWith("-") ? -1 : 1);
}

function problemOf(written: string): TimeProblem {
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return isCalendarDate(written) ? "date-only" : "impossible";
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/.test(written)) return "day-first";
  return /^\d+(?:[.,]\d+)?$/.test(written) ? "number" : "unreadable";
}

import { dayNumberOfDate, parseCalendarDate, printCalendarDate, twoDigits, weekdayOf } from "./calendar-date.ts";
import type { Weekday } from "./calendar-definition.ts";
import { createTimeZone, dayMs, type Instant, type TimeZone } from "./time-zone.ts";

const minuteMs = 60_000;

/** What the calendar and the clock on the wall show at an instant. */
export interface LocalTime {
  /** `2027-03-26` */
  readonly date: string;
  /** `17:15`; seconds are left out, not rounded. */
  readonly time: string;
  readonly weekday: Weekday;
  /** Whole minutes after midnight as the clock shows them, 0 to 1439. */
  readonly minutes: number;
  /** Minutes to add to UTC to get this local time. */
  readonly offsetMinutes: number;
}

/** An IANA name, or the zone made from one: making it takes a millisecond, so those who ask often keep it. */
export type Zone = string | TimeZone;

function zoneOf(zone: Zone): TimeZone {
  return typeof zone === "string" ? createTimeZone(zone) : zone;
}

/** The local date, time and weekday of an instant in a zone. */
export function localTime(instant: Instant, zone: Zone): LocalTime {
  const local = zoneOf(zone).localAt(instant);
  const day = Math.floor(local / dayMs);
  const minutes = Math.floor((local - day * dayMs) / minuteMs);
  return {
    date: printCalendarDate(day),
    time: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`,
    weekday: weekdayOf(day),
    minutes,
    offsetMinutes: (local - instant) / minuteMs,
  };
}

/**
 * The instant of a date that exists (else a RangeError) and minutes after its midnight on the clock, up to 1440.
 * A time that a clock change skips is the moment of the change; one that exists twice is the first.
 */
export function instantAt(date: string, minutes: number, zone: Zone): Instant {
  return zoneOf(zone).instantAt(dayNumberOfDate(date) * dayMs + minutes * minuteMs);
}

/** Reads a local time such as `2027-03-26T17:15` or `2027-03-26T17:15:30` in a zone; undefined for any other text. */
export function parseLocalDateTime(text: string, zone: Zone): Instant | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  const day = parseCalendarDate(match?.[1] ?? "");
  if (match === null || day === undefined) {
    return undefined;
  }
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return zoneOf(zone).instantAt(day * dayMs + minutes * minuteMs + Number(match[4] ?? 0) * 1000);
}

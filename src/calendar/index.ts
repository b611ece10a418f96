export { type BusinessClock, createBusinessClock } from "./business-clock.ts";
export { isCalendarDate } from "./calendar-date.ts";
export {
  type CalendarDefinition,
  type CalendarException,
  type Interval,
  type Weekday,
  weekdays,
} from "./calendar-definition.ts";
export { describeDuration } from "./describe-duration.ts";
export { describeDate, describeInstant, describeTime, describeWeekday } from "./describe-instant.ts";
export { type Duration, printDuration } from "./duration.ts";
export { frenchPublicHolidays } from "./french-holidays.ts";
export { instantAt, type LocalTime, localTime, parseLocalDateTime } from "./local-time.ts";
export { type ParsedDuration, parseDuration } from "./parse-duration.ts";
export { createTimeZone, type Instant, isTimeZone, type TimeZone } from "./time-zone.ts";
export { parseInterval, parseWeekdays } from "./weekly-hours.ts";

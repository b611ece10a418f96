export { type BusinessClock, createBusinessClock } from "./business-clock.ts";
export { isCalendarDate } from "./calendar-date.ts";
export {
  type CalendarDefinition,
  type CalendarException,
  type Interval,
  type Weekday,
  weekdays,
} from "./calendar-definition.ts";
export { compareAlike } from "./compare-alike.ts";
export { compareDues, type DueShift, type DueShifts, type RunningTime } from "./compare-dues.ts";
export { describeDuration } from "./describe-duration.ts";
export { describeDate, describeInstant, describeTime, describeWeekday } from "./describe-instant.ts";
export { describeWait } from "./describe-wait.ts";
export { type Duration, printDuration } from "./duration.ts";
export { frenchPublicHolidays } from "./french-holidays.ts";
export { instantAt, type LocalTime, localTime, parseLocalDateTime } from "./local-time.ts";
export { type ParsedDuration, parseDuration } from "./parse-duration.ts";
export { type Period, type PeriodLength, periodsFrom } from "./periods.ts";
export { shortestWait } from "./shortest-wait.ts";
export { createTimeZone, type Instant, isTimeZone, type TimeZone } from "./time-zone.ts";
export type { Starts } from "./turning-points.ts";
export { parseInterval, parseWeekdays } from "./weekly-hours.ts";
export type { OpenInterval } from "./working-days.ts";
export { elapsed, type Race, type Runners, type Wait, type WorstWaits, widestLead, worstWaits } from "./worst-wait.ts";
export { yearOfStarts } from "./year-of-starts.ts";

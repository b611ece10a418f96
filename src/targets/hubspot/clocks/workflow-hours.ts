import type { Weekday } from "../../../calendar/index.ts";
import type { JsonObject } from "../../resource.ts";
import type { WorkflowHours } from "../workflow.ts";
import type { PlainWindow } from "./due-plan.ts";
import type { Horizon } from "./horizon.ts";

const days: Readonly<Record<Weekday, string>> = {
  mon: "MONDAY",
  tue: "TUESDAY",
  wed: "WEDNESDAY",
  thu: "THURSDAY",
  fri: "FRIDAY",
  sat: "SATURDAY",
  sun: "SUNDAY",
};

const months = [
  "JANUARY",
  "FEBRUARY",
  "MARCH",
  "APRIL",
  "MAY",
  "JUNE",
  "JULY",
  "AUGUST",
  "SEPTEMBER",
  "OCTOBER",
  "NOVEMBER",
  "DECEMBER",
] as const;

const lastMinute = 24 * 60 - 1;

const timeOfDay = (minutes: number): JsonObject => {
  // HubSpot's day ends at 23:59.
  const shown = Math.min(minutes, lastMinute);
  return { hour: Math.floor(shown / 60), minute: shown % 60 };
};

/** Windows and blocked dates as HubSpot writes them; they run in the portal's time zone. */
export function compileHours(windows: readonly PlainWindow[], blockedDates: readonly string[]): WorkflowHours {
  return {
    timeWindows: windows.map(({ weekday, from, to }) => ({
      day: days[weekday],
      startTime: timeOfDay(from),
      endTime: timeOfDay(to),
    })),
    blockedDates: blockedDates.map((date) => {
      const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
      return { month: months[month - 1] ?? "JANUARY", dayOfMonth, year };
    }),
  };
}

/** The whole opening hours of a calendar; dates on which it never opens are blocked. */
export function compileOpeningHours(horizon: Horizon): WorkflowHours {
  const windows = [...horizon.plainHours].flatMap(([weekday, intervals]) =>
    intervals.map(({ from, to }) => ({ weekday, from, to })),
  );
  const closed = horizon.days.filter(({ open, weekday }) => open.length === 0 && hasHours(horizon, weekday));
  return compileHours(
    windows,
    closed.map(({ date }) => date),
  );
}

const hasHours = ({ plainHours }: Horizon, weekday: Weekday): boolean => (plainHours.get(weekday) ?? []).length > 0;

import {
  type CalendarException,
  type Interval,
  isTimeZone,
  parseInterval,
  parseWeekdays,
  type Weekday,
} from "../../calendar/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import type { Calendar } from "../contract.ts";
import type { Text } from "../entry.ts";
import { type Clause, entriesOf, into, itemsOf, type ResolveContext, report, reportKey } from "./context.ts";
import { readDate, readString, readText, reportForm, reportKeyForm } from "./values.ts";

/** An entry of `calendars`. */
export function readCalendar(context: ResolveContext, clause: Clause, id: string): Calendar {
  const timezone = readTimeZone(context, into(clause, "timezone"));
  const exceptions = itemsOf(into(clause, "exceptions")).map((item) => readException(context, item));
  const holidays = itemsOf(into(clause, "holidays"))
    .map((item) => readDate(context, item))
    .filter((date) => date !== undefined);
  const kept = exceptions.filter((exception) => exception !== undefined);
  return {
    id,
    path: clause.path,
    definition: {
      timezone,
      hours: readWeek(context, into(clause, "hours")),
      holidays,
      exceptions: kept.map(({ definition }) => definition),
    },
    because: kept.map(({ because }) => because),
  };
}

function readTimeZone(context: ResolveContext, clause: Clause): string {
  const timezone = readString(clause);
  if (timezone !== undefined && isTimeZone(timezone)) return timezone;
  if (timezone !== undefined) {
    const suggestion = nearest(timezone, Intl.supportedValuesOf("timeZone")) ?? "";
    report(context, clause, "SCH104", {
      key: "timezone",
      written: timezone,
      choices: [],
      form: "Europe/Paris",
      suggestion,
    });
  }
  return "UTC";
}

function readWeek(context: ResolveContext, clause: Clause): Readonly<Partial<Record<Weekday, readonly Interval[]>>> {
  const hours: Partial<Record<Weekday, readonly Interval[]>> = {};
  for (const days of entriesOf(clause)) {
    const weekdays = parseWeekdays(days.id);
    if (weekdays === undefined) reportKeyForm(context, days, "mon-fri, sat");
    const intervals = readIntervals(context, days);
    // Which of two lines would hold for a day that both name? Nobody could tell.
    const again = weekdays?.filter((weekday) => hours[weekday] !== undefined) ?? [];
    if (again.length > 0) reportKeyForm(context, days, formOfRest(weekdays ?? [], again));
    for (const weekday of weekdays ?? []) hours[weekday] ??= intervals;
  }
  return hours;
}

/** The days of a line that no line before it names: each day of the week stands in one line only. */
function formOfRest(weekdays: readonly Weekday[], again: readonly Weekday[]): string {
  const rest = weekdays.filter((weekday) => !again.includes(weekday));
  return rest.length === 0 ? "mon-thu, fri" : rest.join(", ");
}

/** Opening hours of a day, in order; two that overlap are a finding. */
function readIntervals(context: ResolveContext, clause: Clause): readonly Interval[] {
  const intervals: Interval[] = [];
  for (const item of itemsOf(clause)) {
    const written = readString(item);
    if (written === undefined) continue;
    const interval = parseInterval(written);
    const overlaps =
      interval !== undefined && intervals.some((other) => interval.from < other.to && other.from < interval.to);
    if (interval === undefined || overlaps) reportForm(context, item, written, "09:00-12:30");
    else intervals.push(interval);
  }
  return intervals.sort((a, b) => a.from - b.from);
}

interface ReadException {
  readonly definition: CalendarException;
  readonly because: Text | undefined;
}

function readException(context: ResolveContext, clause: Clause): ReadException | undefined {
  const on = readDate(context, into(clause, "on"));
  const from = on ?? readDate(context, into(clause, "from"));
  const to = on ?? readDate(context, into(clause, "to")) ?? from;
  if (from === undefined || to === undefined) {
    const isUnsaid = into(clause, "on").node === undefined && into(clause, "from").node === undefined;
    if (isUnsaid) reportKey(context, clause, "SCH102", { key: "on", place: "an exception of a calendar" });
    return undefined;
  }
  if (to < from) reportForm(context, into(clause, "to"), to, `{ from: ${to}, to: ${from} }`);
  const days = readString(into(clause, "days")) === "all" ? "all" : "working";
  const hours = readIntervals(context, into(clause, "hours"));
  return {
    definition: { from, to: to < from ? from : to, hours, days },
    because: readText(context, into(clause, "because"), "translated"),
  };
}

import {
  type CalendarException,
  describeDate,
  describeTime,
  describeWeekday,
  type Interval,
  type Weekday,
  weekdays,
} from "../../calendar/index.ts";
import type { Calendar } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { type DocumentContext, fact, headingOf, line, spoken } from "../document-context.ts";
import { zoneName } from "../example-moment.ts";
import type { CalendarsSection, Line } from "../section-model.ts";
import { capitalise } from "../words/index.ts";

/** When each office is open; null without calendars. */
export function buildCalendars(context: DocumentContext): CalendarsSection | null {
  const { contract, labels, say } = context;
  if (contract.calendars.size === 0) return null;
  return {
    heading: { text: labels.headings.calendars, anchor: "calendars" },
    intro: say.calendars.intro,
    entries: [...contract.calendars.values()].map((calendar) => buildCalendar(context, calendar)),
  };
}

function buildCalendar(context: DocumentContext, calendar: Calendar) {
  const { contract, labels, say, text, who } = context;
  const { timezone, holidays, exceptions, hours } = calendar.definition;
  const users = [...contract.roles.values()].filter((role) => role.calendar === calendar.id).map(({ id }) => who(id));
  const isDefault = contract.calendar === calendar.id;
  return {
    heading: headingOf("calendar", calendar.id, say.calendars.title(zoneName(timezone))),
    facts: spoken([
      fact(
        labels.calendar.roles,
        [...users, ...(isDefault ? [say.calendars.isDefault] : [])].map((user) => line(capitalise(user))),
      ),
      fact(labels.calendar.hours, hoursLines(context, hours)),
      fact(labels.calendar.holidays, holidayLines(context, holidays)),
      fact(
        labels.calendar.exceptions,
        exceptions.map((exception, position) => {
          const because = text(calendar.because[position]);
          const said = exceptionText(context, exception);
          return line(because === "" ? said : `${said} (${because})`);
        }),
      ),
    ]),
  };
}

/** One line per year, each date without it. */
function holidayLines({ say, language }: DocumentContext, holidays: readonly string[]): readonly Line[] {
  const years = [...new Set(holidays.map((date) => date.slice(0, 4)))].sort();
  return years.map((year) => {
    const dates = [...holidays].filter((date) => date.startsWith(year)).sort();
    return line(say.calendars.year(year, say.list(dates.map((date) => dateWithout(` ${year}`, date, language)))));
  });
}

/** A date in words less what its neighbour says too: the year, or month and year. */
function dateWithout(shared: string, date: string, language: Language): string {
  const said = describeDate(date, language);
  return said.endsWith(shared) ? said.slice(0, -shared.length) : said;
}

/** `2 to 20 August 2027`: the first date says only where it differs from the last. */
function rangeInWords({ say, language }: DocumentContext, from: string, to: string): string {
  const last = describeDate(to, language);
  const monthAndYear = last.slice(last.indexOf(" "));
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  const shared = from.slice(0, 7) === to.slice(0, 7) ? monthAndYear : ` ${to.slice(0, 4)}`;
  return say.calendars.range(isSameYear ? dateWithout(shared, from, language) : describeDate(from, language), last);
}

/** One line per run of weekdays with the same hours. */
function hoursLines(context: DocumentContext, hours: Calendar["definition"]["hours"]): readonly Line[] {
  const { say, language } = context;
  const runs: { first: Weekday; last: Weekday; said: string }[] = [];
  for (const day of weekdays) {
    const said = intervalsText(context, hours[day] ?? []);
    const previous = runs.at(-1);
    if (previous?.said === said) runs[runs.length - 1] = { ...previous, last: day };
    else runs.push({ first: day, last: day, said });
  }
  return runs.map(({ first, last, said }) => {
    const [from, to] = [describeWeekday(first, language), describeWeekday(last, language)];
    const isPair = weekdays.indexOf(last) - weekdays.indexOf(first) < 2;
    const days = isPair ? say.list([...new Set([from, to])]) : say.calendars.days(from, to);
    return line(say.calendars.line(capitalise(days), said));
  });
}

function intervalsText({ say, language }: DocumentContext, intervals: readonly Interval[]): string {
  if (intervals.length === 0) return say.calendars.closed;
  const said = intervals.map(({ from, to }) =>
    say.calendars.interval(describeTime(from, language), describeTime(to, language)),
  );
  return say.list(said);
}

function exceptionText(context: DocumentContext, { from, to, hours, days }: CalendarException): string {
  const { say, language } = context;
  const when = from === to ? describeDate(from, language) : rangeInWords(context, from, to);
  const scope = days === "all" ? `, ${say.calendars.allDays}` : "";
  return say.calendars.line(capitalise(`${when}${scope}`), intervalsText(context, hours));
}

import type { Calendar, Contract } from "../../contract/index.ts";
import { compileContract } from "../../contract/index.ts";
import { hasErrors, type Language, nearest } from "../../diagnostics/index.ts";
import {
  addToSortedList,
  applyEdits,
  childOf,
  createSource,
  type MapNode,
  parse,
  type Source,
} from "../../language/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { type LoadedContract, loadContracts } from "../files/load-contract.ts";
import { differencesOf, writeSources } from "../files/write-sources.ts";
import { today } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { type Place, publicHolidays } from "./public-holidays.ts";

/** The options of `revpact calendar add`. */
export interface CalendarAddOptions {
  readonly place: Place;
  readonly years: readonly number[];
  readonly calendar: string | undefined;
  readonly path: string | undefined;
  readonly from: string;
  readonly isDryRun: boolean;
  readonly language: Language;
}

/** Writes public holidays into a calendar of a contract, and changes nothing else of it. */
export async function runCalendarAdd(options: CalendarAddOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const loaded = loadContracts(options.path, options.from, today());
  if (!loaded.ok) return loaded;
  const [one, second] = loaded.value;
  if (one === undefined || second !== undefined)
    return fail(exitCodes.usage, "there are several contracts here", "give the path of one of them");
  if (one.contract === undefined)
    return fail(
      exitCodes.findings,
      `${one.mainFile} has errors: nothing was done`,
      `run revpact validate ${one.mainFile} to see each with its remedy`,
    );
  const calendar = chooseCalendar(one.contract, options.calendar);
  if (!calendar.ok) return calendar;
  const holidays = await publicHolidays(options.place, options.years);
  if (!holidays.ok) return holidays;
  const open = holidays.value.filter((date) => isUsuallyOpen(calendar.value, date));
  const after = addHolidays(one, calendar.value.id, open);
  if (!after.ok) return after;
  return report(
    { before: one.sources, after: after.value, calendar: calendar.value, found: holidays.value, open },
    options,
    terminal,
  );
}

function chooseCalendar(contract: Contract, wanted: string | undefined): Result<Calendar> {
  const names = [...contract.calendars.keys()];
  const name = wanted ?? contract.calendar;
  const calendar = contract.calendars.get(name ?? "");
  if (calendar !== undefined) return succeed(calendar);
  if (names.length === 0)
    return fail(exitCodes.usage, "the contract has no calendar", "write one under calendars first");
  if (name === undefined)
    return fail(
      exitCodes.usage,
      "the contract has several calendars and no default",
      `choose one with --calendar: ${names.join(", ")}`,
    );
  const guess = nearest(name, names);
  return fail(
    exitCodes.usage,
    `there is no calendar ${name}${guess === undefined ? "" : `; did you mean ${guess}`}`,
    `the contract has ${names.join(", ")}`,
  );
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** A holiday on a day that is closed anyway says nothing. */
function isUsuallyOpen({ definition }: Calendar, date: string): boolean {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "mon";
  return (definition.hours[weekday] ?? []).length > 0;
}

/** The texts with the dates in them; only what compiles as before is handed on. */
function addHolidays(
  { sources }: LoadedContract,
  calendar: string,
  dates: readonly string[],
): Result<readonly Source[]> {
  const after = sources.map((source) => {
    const group = calendarIn(source, calendar);
    if (group === undefined) return source;
    const { text } = applyEdits(source.text, addToSortedList(group, "holidays", dates));
    return text === source.text ? source : createSource(source.file, text);
  });
  const compiled = compileContract(after, { asOf: today() });
  const written = new Set(compiled.value?.calendars.get(calendar)?.definition.holidays);
  if (!hasErrors(compiled.findings) && dates.every((date) => written.has(date))) return succeed(after);
  return fail(
    exitCodes.usage,
    `the holidays of ${calendar} can't be edited where they are written`,
    "write them as a list: holidays: [2027-01-01]",
  );
}

function calendarIn(source: Source, calendar: string): MapNode | undefined {
  const node = childOf(childOf(parse(source).value, "calendars"), calendar);
  return node?.kind === "map" ? node : undefined;
}

interface Outcome {
  readonly before: readonly Source[];
  readonly after: readonly Source[];
  readonly calendar: Calendar;
  readonly found: readonly string[];
  readonly open: readonly string[];
}

function report(
  outcome: Outcome,
  { isDryRun, from, language }: CalendarAddOptions,
  terminal: Terminal,
): Result<ExitCode> {
  const { before, after, calendar, found, open } = outcome;
  const known = new Set(calendar.definition.holidays);
  const added = [...new Set(open)].filter((date) => !known.has(date));
  const closed = new Set(found.filter((date) => !open.includes(date))).size;
  if (isDryRun) terminal.out(differencesOf(before, after));
  const written = isDryRun ? succeed(undefined) : writeSources(before, after, from);
  if (!written.ok) return written;
  terminal.talk(`${saidOf({ calendar: calendar.id, added: added.length, closed, isDryRun }, language)}\n`);
  return succeed(isDryRun && added.length > 0 ? exitCodes.changesPending : exitCodes.done);
}

function saidOf(
  {
    calendar,
    added,
    closed,
    isDryRun,
  }: { readonly calendar: string; readonly added: number; readonly closed: number; readonly isDryRun: boolean },
  language: Language,
): string {
  const left = {
    en: closed === 0 ? "" : `; ${closed} on days that are closed anyway left out`,
    fr:
      closed === 0
        ? ""
        : `\u202f; ${closed} laissé${closed < 2 ? "" : "s"} de côté\u00a0: fermé ces jours-là de toute façon`,
  };
  const done = {
    en: `${calendar}: ${added} ${added === 1 ? "holiday" : "holidays"} ${isDryRun ? "to add, nothing written" : "added"}`,
    fr: `${calendar}\u00a0: ${added} ${added < 2 ? "jour férié" : "jours fériés"} ${isDryRun ? "à ajouter, rien n'est écrit" : `ajouté${added < 2 ? "" : "s"}`}`,
  };
  return `${done[language]}${left[language]}`;
}

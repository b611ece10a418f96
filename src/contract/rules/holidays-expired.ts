import { describeDate } from "../../calendar/index.ts";
import { type Finding, finding, inBoth, type Language } from "../../diagnostics/index.ts";
import type { Calendar, Contract } from "../contract.ts";
import type { Rule } from "./rule.ts";

// Early enough to write the next year's holidays before deadlines that open today run into it.
const monthsAhead = 3;

/**
 * SLA507: a calendar that lists holidays lists none for a year in which deadlines run already or will in three months.
 * A calendar without any holiday is a choice.
 */
export const holidaysExpired: Rule = {
  codes: ["SLA507"],
  judges: "entry",
  check: (contract, { asOf }) => {
    const from = contract.effective > asOf ? contract.effective : asOf;
    return [...contract.calendars.values()].flatMap((calendar) => judge(contract, calendar, from));
  },
};

function judge(contract: Contract, { id, path, definition }: Calendar, from: string): readonly Finding[] {
  const listed = new Set(definition.holidays.map(yearOf));
  const last = definition.holidays.toSorted().at(-1);
  if (last === undefined) return [];
  const until = yearAfter(from, monthsAhead);
  const missing = [yearOf(from), until].find((year) => !listed.has(year));
  if (missing === undefined) return [];
  const country = countries.get(definition.timezone) ?? "";
  return [
    finding(
      "SLA507",
      contract.locate.spanOf([...path, "holidays"], "key"),
      { calendar: id, year: missing, last, country },
      { clause: path.join("."), witness: inBoth((language) => counted[language](missing, last)) },
    ),
  ];
}

const counted: Readonly<Record<Language, (year: number, last: string) => string>> = {
  en: (year, last) =>
    `the last holiday listed is ${describeDate(last, "en")}: in ${year} every weekday counts as a working day`,
  fr: (year, last) =>
    `le dernier jour férié inscrit est le ${describeDate(last, "fr")}\u00a0: en ${year}, chaque jour de semaine compte comme ouvré`,
};

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The year that it will be some months after a date. */
function yearAfter(date: string, months: number): number {
  return yearOf(date) + Math.floor((Number(date.slice(5, 7)) - 1 + months) / 12);
}

/** Whose holidays an office in a zone most likely keeps; the help proposes them. */
const countries: ReadonlyMap<string, string> = new Map([
  ["Europe/Paris", "FR"],
  ["Europe/Brussels", "BE"],
  ["Europe/Luxembourg", "LU"],
  ["Europe/Zurich", "CH"],
  ["Europe/Berlin", "DE"],
  ["Europe/Madrid", "ES"],
  ["Europe/Rome", "IT"],
  ["Europe/Amsterdam", "NL"],
  ["Europe/Lisbon", "PT"],
  ["Europe/London", "GB"],
  ["Europe/Dublin", "IE"],
  ["America/New_York", "US"],
]);

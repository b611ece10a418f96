import { frenchPublicHolidays } from "../../calendar/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { calmWeek } from "./calm-week.ts";

/** The contracts to start from, by the name of their file in `templates/init`; the first is the default. */
export const starterTemplates = ["classic", "pme", "product-led"] as const;
/** One of the contracts to start from. */
export type StarterTemplate = (typeof starterTemplates)[number];

/** What a starter contract and its tests are filled with. */
export interface StarterFacts {
  readonly name: string;
  /** Where editors find the schema of the contract, as seen from its folder; that of tests lies beside it. */
  readonly schema: string;
  /** ISO date of the first day on which it holds. */
  readonly effective: string;
  readonly language: Language;
}

/** A template of `templates/init/` → the text of a contract or its tests: placeholders filled, words in one language. */
export function fillStarter(template: string, { name, schema, effective, language }: StarterFacts): string {
  const reviewBy = addToDate(effective, { months: 6, days: -1 });
  const values: Readonly<Record<string, string>> = {
    name,
    schema,
    testSchema: schema.replace("contract.v1", "test.v1"),
    effective,
    reviewBy,
    languages: language === "fr" ? "fr, en" : "en, fr",
    holidays: holidaysBetween(yearOf(effective), yearOf(reviewBy) + 1),
    ...calmWeek(effective),
  };
  return chooseWords(template, language).replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`a template asks for ${key}, which nothing is filled with`);
    return value;
  });
}

/** The first day of the month after a date, both ISO: time to sign before it holds. */
export function firstOfNextMonth(date: string): string {
  return addToDate(`${date.slice(0, 7)}-01`, { months: 1, days: 0 });
}

/**
 * A line `# [en] …` or `# [fr] …` stays in its language, as does either half of `[en] … [fr] …` behind a value, as the
 * name of a test or as a value inside braces.
 */
function chooseWords(template: string, language: Language): string {
  const other = language === "fr" ? "en" : "fr";
  const choose = (_: string, english: string, french: string): string => (language === "fr" ? french : english);
  return template
    .split("\n")
    .filter((line) => !line.trimStart().startsWith(`# [${other}] `))
    .map((line) =>
      line
        .replace(/(?<=# |- name: )\[en\] (.*) \[fr\] (.*)$/, choose)
        .replaceAll(/\[en\] ([^,{}]*) \[fr\] ([^,{}]*)(?=,| \})/g, choose)
        .replace(`# [${language}] `, "# "),
    )
    .join("\n");
}

/** One line for each year; deadlines that are open at the end of one run on into the next. */
function holidaysBetween(first: number, last: number): string {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.map((year) => frenchPublicHolidays(year).join(", ")).join(",\n       ");
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Months first, then days; a day that the month does not have counts into the next. */
function addToDate(date: string, { months, days }: { readonly months: number; readonly days: number }): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCMonth(moment.getUTCMonth() + months);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

import { InvalidArgumentError, Option } from "commander";
import { isCalendarDate } from "../calendar/index.ts";
import { type Language, languages } from "../diagnostics/index.ts";

/** `--lang`: the language of findings and plans. */
export function languageOption(preferred: Language): Option {
  return new Option("--lang <language>", "the language of what is printed (also by REVPACT_LANG)")
    .choices([...languages])
    .default(preferred);
}

/** Today in the machine's own time zone, as an ISO date. */
export function today(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Reads a day given on the command line. */
export function parseDay(written: string): string {
  if (!isCalendarDate(written)) throw new InvalidArgumentError("Write a date like 2027-01-04.");
  return written;
}

/** Names separated by commas; what is empty between two is none. */
export function parseList(written: string): readonly string[] {
  return written
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

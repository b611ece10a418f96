import { InvalidArgumentError, Option } from "commander";
import { isCalendarDate } from "../calendar/index.ts";
import { type Language, languages, nearest } from "../diagnostics/index.ts";

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

/** Where a report goes: a format, and the file where it is not standard output. */
export interface Output<F extends string> {
  readonly format: F;
  readonly file?: string;
}

/** `--format`: a format, or `format=file`; may be given several times. */
export function formatOption<F extends string>(formats: readonly F[], fallback: string): Option {
  const collect = (written: string, before: readonly Output<F>[] | undefined): readonly Output<F>[] => {
    const [name = "", ...rest] = written.split("=");
    const format = formats.find((known) => known === name);
    if (format === undefined) {
      const guess = nearest(name, formats);
      const meant = guess === undefined ? "" : ` Did you mean ${guess}?`;
      throw new InvalidArgumentError(`Formats are ${formats.join(", ")}.${meant}`);
    }
    const file = rest.join("=");
    return [...(before ?? []), file === "" ? { format } : { format, file }];
  };
  return new Option("--format <format[=file]>", `may be repeated, each into a file (default: ${fallback})`)
    .choices(formats)
    .argParser(collect);
}

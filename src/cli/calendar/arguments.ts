import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly region?: string;
  readonly years: readonly number[];
  readonly calendar?: string;
  readonly dryRun?: true;
  readonly lang: Language;
}

/** More years than this in one go are a typing mistake. */
const mostYears = 20;

const examples = `
Examples:
  revpact calendar add FR --years 2027-2028
  revpact calendar add DE --region BY --years 2027 --calendar munich
  revpact calendar add FR --region 67 --years 2027 --dry-run

The dates are written out in the contract, so that everybody reads and agrees on the same ones; nothing else of the file
changes. France is built in; other countries and regions need the package date-holidays (npm install date-holidays).

Exit codes: 0 done, 1 the contract has errors, 2 --dry-run would change something, 7 wrong usage.`;

/** `revpact calendar add`: arguments → command. */
export function addCalendarCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("calendar")
    .summary("write public holidays into a calendar of the contract")
    .description("Looks after the calendars of a contract.")
    .command("add")
    .summary("write public holidays into a calendar of the contract")
    .description("Writes the public holidays of a country or region into a calendar of the contract.")
    .argument("<country>", "an ISO 3166 code such as FR", (written: string) => written.toUpperCase())
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("--region <region>", "a region of the country, such as BY, or BY-A for a part of it", (written: string) =>
      written.toUpperCase(),
    )
    .addOption(
      new Option("--years <years>", "a year, or a range such as 2027-2028").argParser(parseYears).makeOptionMandatory(),
    )
    .option("--calendar <calendar>", "which calendar (default: the contract's own)")
    .option("--dry-run", "print what would change as a diff, write nothing")
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((country: string, path: string | undefined, flags: Flags) =>
      run(async () => {
        const { runCalendarAdd } = await import("./command.ts");
        const { region, years, calendar, dryRun, lang } = flags;
        const place = region === undefined ? { country } : { country, region };
        return runCalendarAdd(
          { place, years, calendar, path, from: process.cwd(), isDryRun: dryRun === true, language: lang },
          terminal,
        );
      }),
    );
}

function parseYears(written: string): readonly number[] {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(written);
  const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (match === null || first < 1900 || last < first || last - first >= mostYears)
    throw new InvalidArgumentError(`Write a year or a range of at most ${mostYears}, such as 2027-2028.`);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

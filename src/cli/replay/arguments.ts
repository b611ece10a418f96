import { type Command, InvalidArgumentError, Option } from "commander";
import { isTimeZone } from "../../calendar/index.ts";
import { type Language, nearest } from "../../diagnostics/index.ts";
import { columnNames, type DecimalSign, keyOf } from "../../events/index.ts";
import { languageOption, parseDay } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import type { TextEncoding } from "./check-encoding.ts";
import type { ReplayFormat } from "./command.ts";

interface Flags {
  readonly against: string;
  readonly until?: string;
  readonly format: ReplayFormat;
  readonly lang: Language;
  readonly column?: ReadonlyMap<string, string>;
  readonly separator?: string;
  readonly encoding: TextEncoding;
  readonly decimal?: DecimalSign;
  readonly zone?: string;
}

const examples = `
Examples:
  revpact replay leads.csv                             what the change you are working on would have done
  revpact replay leads.csv --against main --lang fr    compared with a branch, in French
  revpact replay leads.csv contracts/new --against contracts/old
  revpact replay leads.csv --until 2026-06-30 --format csv > different.csv
  revpact replay export.csv --column "record=Contact ID" --column "at=Create Date"

The file is CSV, a row per event or per lead (docs/events.md). What can't be read is left out and told with its row and
column, never guessed.

Exit codes: 0 done, 1 rows with errors or a contract with errors, 7 wrong usage or a version that can't be loaded.`;

/** `revpact replay`: arguments → command. */
export function addReplayCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("replay")
    .summary("which past leads another version would have treated differently")
    .description("Runs recorded events through two versions of a contract and says which leads differ, and why.")
    .argument("<file>", "recorded events as CSV")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("--against <version>", "a git revision, or the path of another version", "HEAD")
    .addOption(new Option("--until <date>", "look no further than this day (default: now)").argParser(parseDay))
    .addOption(new Option("--format <format>", "text, json or csv").choices(["text", "json", "csv"]).default("text"))
    .addOption(
      new Option("--column <name=header>", "what a column is called in the file; may be repeated").argParser(
        readColumn,
      ),
    )
    .addOption(
      new Option("--separator <sign>", "between cells; tab for a tab (default: found in the header)").argParser(
        readSeparator,
      ),
    )
    .addOption(new Option("--encoding <encoding>", "of the file").choices(["utf8", "latin1"]).default("utf8"))
    .addOption(new Option("--decimal <sign>", "what 1,234 means").choices(["point", "comma"]))
    .addOption(
      new Option("--zone <zone>", "of times without offset (default: the contract's calendar)").argParser(readZone),
    )
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((file: string, path: string | undefined, flags: Flags) =>
      run(async () => {
        const { runReplay } = await import("./command.ts");
        const { against, until, format, lang, column = new Map(), separator, encoding, decimal, zone } = flags;
        const shared = { file, path, from: process.cwd(), against, until, format, language: lang };
        return runReplay({ ...shared, mapping: column, separator, encoding, decimal, zone }, terminal);
      }),
    );
}

function readColumn(written: string, before: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  const at = written.indexOf("=");
  const name = written.slice(0, Math.max(at, 0));
  const header = written.slice(at + 1).trim();
  const key = keyOf(name);
  if (at < 0 || header === "") throw new InvalidArgumentError('Write a column like "record=Contact ID".');
  if (key !== undefined) return new Map([...(before ?? []), [key, header]]);
  const guess = nearest(name.trim().toLowerCase(), columnNames);
  const meant = guess === undefined ? "" : ` Did you mean ${guess}?`;
  throw new InvalidArgumentError(`Columns are ${columnNames.join(", ")} and field:NAME.${meant}`);
}

function readSeparator(written: string): string {
  const sign = written === "tab" || written === "\\t" ? "\t" : written;
  if (sign.length !== 1 || /["\r\n\w\u0080-\uffff]/.test(sign))
    throw new InvalidArgumentError('Write one sign, such as ";", or tab.');
  return sign;
}

function readZone(written: string): string {
  if (!isTimeZone(written)) throw new InvalidArgumentError("Write a time zone like Europe/Paris or UTC.");
  return written;
}

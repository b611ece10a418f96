import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly contract?: string;
  readonly effective?: string;
  readonly changelog: string | false;
  readonly dryRun?: true;
  readonly asOf: string;
  readonly lang: Language;
}

const examples = `
Examples:
  revpact bump main                        the version that the changes since main need
  revpact bump v2.1.0 --lang fr            the changelog entry in French
  revpact bump main --effective 2027-06-01 on a day of your own, no sooner than the notice allows
  revpact bump main --dry-run              what would be written
  revpact bump main --no-changelog         version and date only

Writes version, and where something breaks the first effective date that keeps the agreed notice; every other byte of the
contract stays. Running it again after more changes writes the same entry of CHANGELOG.md anew.

Exit codes: 0 done or nothing to do, 1 the contract has errors, 2 --dry-run would change something, 7 wrong usage or a
version that can't be loaded.`;

/** `revpact bump`: arguments → command. */
export function addBumpCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("bump")
    .summary("write the version, the date and the changelog that a change needs")
    .description(
      "Writes the version that the changes since a base need, when it takes effect, and its entry in the changelog.",
    )
    .argument("<base>", "the older version: a git revision, a file or a folder")
    .option("--contract <path>", "the contract, where there are several or it is not the nearest one upwards")
    .addOption(
      new Option("--effective <date>", "when it takes effect (default: the first day that keeps the notice)").argParser(
        parseDay,
      ),
    )
    .option("--changelog <file>", "the changelog (default: CHANGELOG.md beside the contract)", "")
    .option("--no-changelog", "write no changelog")
    .option("--dry-run", "print what would change as a diff, write nothing")
    .addOption(
      new Option("--as-of <date>", "tell the changes on this day").argParser(parseDay).default(today(), "today"),
    )
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((base: string, flags: Flags) =>
      run(async () => {
        const { runBump } = await import("./command.ts");
        const { contract, effective, changelog, dryRun = false, asOf, lang } = flags;
        return runBump({ base, contract, effective, changelog, isDryRun: dryRun, asOf, language: lang }, terminal);
      }),
    );
}

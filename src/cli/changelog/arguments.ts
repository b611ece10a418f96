import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly contract?: string;
  readonly party?: string;
  readonly asOf: string;
  readonly lang: Language;
}

const examples = `
Examples:
  revpact changelog v2.0.0                   every version since a tag, for each party
  revpact changelog v2.0.0 v3.0.0 --party sales --lang fr

Tags between the two are versions of their own; the working tree is the last one unless you name another.

Exit codes: 0 done, 1 the contract has errors, 7 wrong usage or a version that can't be loaded.`;

/** `revpact changelog`: arguments → command. */
export function addChangelogCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("changelog")
    .summary("what changes for each party, version by version")
    .description("Prints as Markdown what each version since a tag changes for each party, and from when.")
    .argument("<base>", "where it starts: a git tag or another revision, a file or a folder")
    .argument("[head]", "where it ends (default: the working tree)")
    .option("--contract <path>", "the contract, where there are several or it is not the nearest one upwards")
    .option("--party <party>", "only for this party")
    .addOption(
      new Option("--as-of <date>", "judge as if it were this day").argParser(parseDay).default(today(), "today"),
    )
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((base: string, head: string | undefined, flags: Flags) =>
      run(async () => {
        const { runChangelog } = await import("./command.ts");
        const { contract, party, asOf, lang } = flags;
        return runChangelog({ base, head, contract, party, asOf, language: lang }, terminal);
      }),
    );
}

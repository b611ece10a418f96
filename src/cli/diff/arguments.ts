import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import type { Level } from "../../review/index.ts";
import { formatOption, languageOption, type Output, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { type DiffFormat, diffFormats } from "./formats.ts";

interface Flags {
  readonly contract?: string;
  readonly format?: readonly Output<DiffFormat>[];
  readonly yaml?: true;
  readonly party?: string;
  readonly failOn?: Level;
  readonly asOf: string;
  readonly lang: Language;
}

const examples = `
Examples:
  revpact diff main                                what this branch changes in the agreement
  revpact diff v2.1.0 v3.0.0 --lang fr             between two tags, in French
  revpact diff old/contract.yaml new/contract.yaml two files, or two folders
  revpact diff main --party sales                  only what concerns sales
  revpact diff main --yaml                         and the text, word by word
  revpact diff origin/main --format markdown --fail-on breaking
  revpact diff main --format text --format json=changes.json --format html=changes.html

A change is breaking when somebody owes more or gets less than was agreed, minor when nobody does, wording when the
agreement is the same. Where the computer had to prove it, a lead or a date shows it.

Exit codes: 0 compared, 1 a change at or above --fail-on, or the newer version has errors, 7 a version can't be loaded.`;

/** `revpact diff`: arguments → command. */
export function addDiffCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("diff")
    .summary("what a change of the contract means, and for whom")
    .description(
      "Compares two versions of a contract: what each change means, whom it binds, and whether it breaks what was agreed.",
    )
    .argument("<base>", "the older version: a git revision, a file or a folder")
    .argument("[head]", "the newer version (default: the working tree)")
    .option("--contract <path>", "the contract, where there are several or it is not the nearest one upwards")
    .addOption(formatOption(diffFormats, "text"))
    .option("--yaml", "show the text too, with the words that differ")
    .option("--party <party>", "only what binds, relieves or breaks for this party")
    .addOption(
      new Option("--fail-on <level>", "the level from which the exit code is 1").choices([
        "breaking",
        "minor",
        "wording",
      ]),
    )
    .addOption(
      new Option("--as-of <date>", "judge as if it were this day").argParser(parseDay).default(today(), "today"),
    )
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((base: string, head: string | undefined, flags: Flags) =>
      run(async () => {
        const { runDiff } = await import("./command.ts");
        const { contract, format, yaml = false, party, failOn, asOf, lang } = flags;
        const outputs = format ?? [{ format: "text" as const }];
        return runDiff(
          { base, head, contract, outputs, isYamlShown: yaml, party, failOn, asOf, language: lang },
          terminal,
        );
      }),
    );
}

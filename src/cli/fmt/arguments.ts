import type { Command } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly check?: boolean;
  readonly stdout?: boolean;
  readonly lang: Language;
}

const examples = `
Examples:
  revpact fmt                         the nearest contract.yaml and its parts
  revpact fmt contracts/inbound       a folder
  revpact fmt stages.yaml roles.yaml  these files only, as a hook before a commit gives them
  revpact fmt --check                 changes nothing: lists what would change, for CI
  revpact fmt - < contract.yaml       standard input to standard output, for editors

It sets indentation, spaces, quotes and empty lines. Keys, groups, line breaks and comments stay where they are, and so
do columns that you lined up behind keys or before comments. What the contract says never changes.

Exit codes: 0 done, 1 a file has errors and was left as it is, 2 something would change (--check), 7 wrong usage.`;

/** `revpact fmt`: arguments → command. */
export function addFmtCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("fmt")
    .summary("tidy the text of a contract: spaces, quotes, empty lines")
    .description("Tidies the text of a contract and its parts without changing what it says.")
    .argument(
      "[path...]",
      "files, or folders that hold contract.yaml; - for standard input (default: the nearest contract upwards)",
    )
    .option("--check", "write nothing: list what would change, and exit 2")
    .option("--stdout", "print the one file instead of writing it")
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((paths: readonly string[], flags: Flags) =>
      run(async () => {
        const { runFmt } = await import("./command.ts");
        const mode = modeOf(flags);
        return runFmt({ paths, mode, language: flags.lang, from: process.cwd() }, terminal);
      }),
    );
}

function modeOf({ check, stdout }: Flags): "write" | "check" | "print" {
  if (check === true) return "check";
  return stdout === true ? "print" : "write";
}

import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly contract?: string;
  readonly check?: true;
  readonly codeowners?: string;
  readonly owner?: readonly string[];
  readonly asOf: string;
  readonly lang: Language;
}

const examples = `
Examples:
  revpact approvals main                 a file per party, with what it has to approve since main
  revpact approvals main --check         who has not approved what stands here (needs no host)
  revpact approvals main --codeowners .github/CODEOWNERS --owner marketing=@acme/marketing --owner sales=@acme/sales

Each party approves its own file in approvals/: the host asks its code owners, and a change that binds both needs both.
What a host can and can't enforce: docs/review.md.

Exit codes: 0 done, or everything is approved, 1 --check found something open, or the contract has errors, 7 wrong usage
or a version that can't be loaded.`;

/** `revpact approvals`: arguments → command. */
export function addApprovalsCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("approvals")
    .summary("who has to approve a change, and a file for each to approve")
    .description(
      "Works out from the changes and governance.approvals who has to approve, and writes one file per party.",
    )
    .argument("<base>", "the older version: a git revision, a file or a folder")
    .option("--contract <path>", "the contract, where there are several or it is not the nearest one upwards")
    .option("--check", "write nothing: say what is not approved as it stands")
    .option("--codeowners <file>", "write the lines for the host into this file, between two marks")
    .option(
      "--owner <party=handle>",
      "whom the host asks for a party (may be repeated)",
      (one: string, all: readonly string[] = []) => [...all, one],
    )
    .addOption(
      new Option("--as-of <date>", "judge as if it were this day").argParser(parseDay).default(today(), "today"),
    )
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((base: string, flags: Flags) =>
      run(async () => {
        const { runApprovals } = await import("./command.ts");
        const { contract, check = false, codeowners, owner = [], asOf, lang } = flags;
        return runApprovals(
          { base, contract, isCheck: check, codeowners, owners: owner, asOf, language: lang },
          terminal,
        );
      }),
    );
}

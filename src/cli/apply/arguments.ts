import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly environment?: string;
  readonly recreate?: readonly string[];
  readonly revert?: readonly string[];
  readonly lang: Language;
  readonly plan?: string;
  readonly yes?: boolean;
  readonly accept?: string;
  readonly verbose?: boolean;
  readonly format: "text" | "json";
}

const examples = `
Examples:
  revpact apply                                  plan, show, ask, then apply to the local CRM
  revpact apply --yes                            without asking, for scripts on the local CRM
  revpact apply -e production --plan plan.json   exactly what the saved plan says, or nothing
  revpact apply plan.json                        the same, beside the contract

REVPACT_TIMEOUT_MS is how long one call to the CRM may take (default 30000; 10 s for the first). REVPACT_LEASE_MS is how
long an apply may give no sign before another one takes over (default 30000). Ctrl-C finishes the call in flight, a second
one stops at once; either way, and after a kill, the next apply goes on where this one stopped.

Exit codes: 0 applied and checked, or no changes; 3 incomplete, run it again; 4 the plan no longer fits what is in the
CRM; 5 refused for safety; 6 another apply is running, or took over; 7 wrong usage or configuration; 8 the CRM can't be
reached; 130 interrupted.`;

/** `revpact apply`: arguments → command. */
export function addApplyCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("apply")
    .summary("make the CRM what the contract says, as planned")
    .description(
      "Carries out a plan: creates and updates CRM objects, deletes nothing, switches no workflow on, then reads everything again.",
    )
    .argument("[path]", "a contract, its folder, or a saved plan (a .json file)")
    .option("-e, --environment <name>", "an environment of the contract (default: the local CRM)")
    .option("--plan <file>", "carry out this saved plan, exactly or not at all")
    .option("--yes", "don't ask; not for a protected environment, which needs --plan")
    .option(
      "--accept <digest>",
      "carry out a plan that changes much of what is there: its digest, as the plan shows it",
    )
    .option("--verbose", "show every note and every line of a change")
    .option(
      "--recreate <address...>",
      "make again what was deleted in the CRM: addresses as the plan shows them, or all",
    )
    .option(
      "--revert <address...>",
      "put back what was edited by hand, conflicts too: addresses as the plan shows them, or all",
    )
    .addOption(languageOption(terminal.language))
    .addOption(new Option("--format <format>", "how to print the result").choices(["text", "json"]).default("text"))
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => (await import("./command.ts")).runApply({ path, ...flags }, terminal)),
    );
}

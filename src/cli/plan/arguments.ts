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
  readonly format: "text" | "json" | "markdown";
  readonly out?: string;
  readonly detailedExitcode?: boolean;
  readonly verbose?: boolean;
}

const examples = `
Examples:
  revpact plan                                       against the local CRM, no account needed
  revpact plan -e production --out plan.json         a plan that apply carries out exactly
  revpact plan -e production --format markdown       for a pull request
  revpact plan --detailed-exitcode                   exit 2 when there is something to apply

REVPACT_TIMEOUT_MS is how long one call to the CRM may take (default 30000; 10 s for the first).

Exit codes: 0 done, 1 the contract has errors, 2 changes pending (--detailed-exitcode), 6 another process uses the
local CRM, 7 wrong usage or configuration, 8 the CRM can't be reached or refuses.`;

/** `revpact plan`: arguments → command. */
export function addPlanCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("plan")
    .summary("show what apply would change in the CRM, in business words and CRM words")
    .description(
      "Compares the contract, the CRM and what was applied last, and shows what would change. Never writes to the CRM.",
    )
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("-e, --environment <name>", "an environment of the contract (default: the local CRM)")
    .option(
      "--recreate <address...>",
      "make again what was deleted in the CRM: addresses as the plan shows them, or all",
    )
    .option(
      "--revert <address...>",
      "put back what was edited by hand, conflicts too: addresses as the plan shows them, or all",
    )
    .addOption(languageOption(terminal.language))
    .addOption(
      new Option("--format <format>", "how to print the plan").choices(["text", "json", "markdown"]).default("text"),
    )
    .option("--out <file>", "also save the plan, for revpact apply <file>")
    .option("--detailed-exitcode", "exit 2 when there is something to apply")
    .option("--verbose", "show every note and every line of a change")
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => (await import("./command.ts")).runPlan({ path, ...flags }, terminal)),
    );
}

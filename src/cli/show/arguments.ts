import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly contract?: string;
  readonly offline?: boolean;
  readonly verbose?: boolean;
  readonly lang: Language;
  readonly format: "text" | "json" | "markdown";
}

const examples = `
Examples:
  revpact show plan.json                     the saved plan as revpact plan printed it, and whether it still fits
  revpact show plan.json --format markdown   for a pull request
  revpact show plan.json --offline           without asking the CRM

Exit codes: 0 shown, also where the plan no longer fits: that is said above it; 7 wrong usage, or no plan that can be used.`;

/** `revpact show`: arguments → command. */
export function addShowCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("show")
    .summary("a saved plan in words, and whether it still fits the CRM")
    .description(
      "Prints a saved plan and, where the contract and the CRM can be read, what of it has changed since. Writes nothing.",
    )
    .argument("<file>", "a plan that revpact plan --out saved")
    .option("--contract <path>", "the contract it was made from (default: the nearest one upwards)")
    .option("--offline", "ask no CRM whether the plan still fits")
    .option("--verbose", "show every note and every line of a change")
    .addOption(languageOption(terminal.language))
    .addOption(
      new Option("--format <format>", "how to print the plan").choices(["text", "json", "markdown"]).default("text"),
    )
    .addHelpText("after", examples)
    .action((file: string, flags: Flags) =>
      run(async () => (await import("./command.ts")).runShow({ file, ...flags }, terminal)),
    );
}

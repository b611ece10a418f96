import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import type { FidelityLevel } from "../../targets/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly environment?: string;
  readonly level?: FidelityLevel;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const examples = `
Examples:
  revpact fidelity                              how far the CRM holds each clause, the least first
  revpact fidelity -e production --level manual  only what people have to do, and how
  revpact fidelity --format json                 for a report

Levels: enforced (the CRM does it), approximated (within the error it says), detected (a list shows who breaks it),
manual (people do it).

Exit codes: 0 done, 1 the contract has errors, 7 wrong usage.`;

/** `revpact fidelity`: arguments → command. */
export function addFidelityCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("fidelity")
    .summary("how far the CRM holds each clause, and what is left to people")
    .description(
      "Tells of every clause whether the CRM enforces it, approximates it, shows breaches of it, or leaves it to people.",
    )
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("-e, --environment <name>", "an environment of the contract (default: the local CRM)")
    .addOption(
      new Option("--level <level>", "only clauses of this level").choices([
        "enforced",
        "approximated",
        "detected",
        "manual",
      ]),
    )
    .addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((path: string | undefined, { environment, level, format, lang }: Flags) =>
      run(async () => {
        const { runFidelity } = await import("./command.ts");
        return runFidelity({ path, environment, level, format, language: lang }, terminal);
      }),
    );
}

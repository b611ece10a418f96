import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly environment?: string;
  readonly accept?: readonly string[];
  readonly dryRun?: boolean;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const examples = `
Examples:
  revpact drift -e production                                   what people changed in the CRM by hand, who and when
  revpact drift -e production --format json                     for a nightly job: exit 2 when there is any
  revpact drift --accept property:contacts/acme_inbound_need    write the CRM's label into the contract
  revpact drift --accept all --dry-run                          show what would be written

Labels of fields, options, pipelines and their stages can be accepted: each stands at one place of the contract. Of
everything else the contract is the source: change it there, or put the CRM back.

Exit codes: 0 nothing was changed by hand, 1 the contract has errors, 2 something was, 5 nothing of what was named can be
accepted, 6 another process uses the local CRM, 7 wrong usage, 8 the CRM can't be reached or refuses.`;

/** `revpact drift`: arguments → command. */
export function addDriftCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("drift")
    .summary("show what was changed in the CRM by hand, and take labels over into the contract")
    .description("Compares the CRM with what was applied last. Nothing is written to the CRM.")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("-e, --environment <name>", "an environment of the contract (default: the local CRM)")
    .option("--accept <address...>", "write what the CRM shows into the contract: addresses as shown, or all")
    .option("--dry-run", "with --accept: show the change of the contract, write nothing")
    .addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => (await import("./command.ts")).runDrift({ path, ...flags }, terminal)),
    );
}

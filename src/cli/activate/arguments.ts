import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly environment?: string;
  readonly only?: readonly string[];
  readonly all?: boolean;
  readonly off?: boolean;
  readonly count: boolean;
  readonly yes?: boolean;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const examples = `
Examples:
  revpact activate                                            which workflows are off, and how many records would enter now
  revpact activate --only handoffs.marketing-to-sdr           switch on those of one handoff
  revpact activate -e production --only "acme · sal · entry"  switch on one, by its name
  revpact activate --all                                      switch on all that are ready
  revpact activate --only stages.sal --off                    switch off again

Workflows that wait for a change are switched on before those that look at what is there: what happens while they are off
is lost to them. A workflow that was edited in the CRM, or has changes to apply, stays as it is.

Exit codes: 0 done, 1 the contract has errors, 3 some could not be switched, 4 some had changed meanwhile,
5 nothing that was named is ready, 6 another process is at it, 7 wrong usage, 8 the CRM can't be reached or refuses.`;

/** `revpact activate`: arguments → command. */
export function addActivateCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("activate")
    .summary("show how many records each workflow would take, and switch on what is named")
    .description(
      "Workflows are created switched off. Shows which are off and how many records meet their conditions now, and switches on those that are named.",
    )
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("-e, --environment <name>", "an environment of the contract (default: the local CRM)")
    .addOption(
      new Option("--only <name...>", "workflows to switch: their names, or clauses such as handoffs.marketing-to-sdr"),
    )
    .addOption(new Option("--all", "switch every workflow of the contract").conflicts("only"))
    .option("--off", "switch off instead of on")
    .option("--no-count", "do not count the records that would enter")
    .option("--yes", "do not ask")
    .addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => (await import("./command.ts")).runActivate({ path, ...flags }, terminal)),
    );
}

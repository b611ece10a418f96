import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { type StarterTemplate, starterTemplates } from "./starter.ts";

interface Flags {
  readonly template: StarterTemplate;
  readonly name?: string;
  readonly effective?: string;
  readonly tests: boolean;
  readonly lang: Language;
}

const examples = `
Templates:
  classic      inbound leads: marketing qualifies, SDRs accept, account executives close (English and French)
  pme          a French SME: leads are called in time, quotes are followed up (French)
  product-led  workspaces of a product that people try first (English)

Examples:
  revpact init                                         contract.yaml here
  revpact init contracts/inbound --name acme-inbound   in a folder of its own
  revpact init --template pme --lang fr                for a French SME
  revpact init --effective 2027-01-04                  holds from that day

A contract or a test that is there already is never overwritten.`;

/** `revpact init`: arguments → command. */
export function addInitCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("init")
    .summary("write a contract to start from, with its tests")
    .description(
      "Writes a contract that is valid from the first day, with comments that explain the language and tests that say what it means.",
    )
    .argument("[folder]", "where contract.yaml and contract.test.yaml go; made if missing (default: here)")
    .addOption(
      new Option("--template <template>", "the contract to start from").choices(starterTemplates).default("classic"),
    )
    .addOption(
      new Option("--name <name>", "the short name of the contract (default: that of the folder)").argParser(parseName),
    )
    .addOption(
      new Option("--effective <date>", "the day from which it holds (default: the first of next month)").argParser(
        parseDay,
      ),
    )
    .option("--no-tests", "write the contract only")
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((folder: string | undefined, { template, name, effective, tests, lang }: Flags) =>
      run(async () => {
        const { runInit } = await import("./command.ts");
        const facts = { template, name, effective, tests, today: today(), language: lang };
        const options = { folder, ...facts, from: process.cwd() };
        return runInit(options, terminal);
      }),
    );
}

function parseName(written: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(written) || written.length > 40)
    throw new InvalidArgumentError(
      "Lower case letters, digits and hyphens, at most 40 characters, like acme-inbound: names in the CRM begin with it.",
    );
  return written;
}

import type { Command } from "commander";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly lang?: string;
  readonly out?: string;
  readonly stdout?: boolean;
}

const examples = `
Examples:
  revpact docs                              every language of the contract, into docs/ beside it
  revpact docs --lang fr,en --out wiki      choose languages and folder
  revpact docs --lang fr --stdout           print instead of writing`;

/** `revpact docs`: arguments → command. */
export function addDocsCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("docs")
    .summary("write the agreement as documents people read")
    .description(
      "Writes the whole contract as Markdown: stages, handoffs, deadlines with example dates, responsibilities, reasons, commitments, glossary and a map.",
    )
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option(
      "--lang <languages>",
      "languages, separated by commas (default: all languages of the contract that revpact writes)",
    )
    .option("--out <folder>", "where to write (default: docs/ beside the contract)")
    .option("--stdout", "print the documents instead of writing them")
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => {
        const { runDocs } = await import("./command.ts");
        return runDocs(
          {
            path,
            languages: flags.lang?.split(",").map((language) => language.trim()),
            out: flags.out,
            isPrinted: flags.stdout === true,
          },
          terminal,
        );
      }),
    );
}

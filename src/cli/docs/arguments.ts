import { type Command, InvalidArgumentError, Option } from "commander";
import { parseList } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly format: "site" | "markdown";
  readonly lang?: readonly string[];
  readonly audience?: readonly string[];
  readonly singleFile?: true;
  readonly templates?: string;
  readonly out?: string;
  readonly stdout?: true;
  readonly check?: true;
  readonly serve?: true | number;
}

const examples = `
Examples:
  revpact docs                                     a site in site/, beside the contract: open site/index.html
  revpact docs --serve                             look at it while you write; the pages follow the contract
  revpact docs --format markdown                   for the repository or a wiki, in docs/
  revpact docs --audience sales --lang fr          only what sales reads, in French
  revpact docs --single-file --out handout         one file per language, to be sent by e-mail
  revpact docs --check                             in CI: exit code 2 when committed documents are out of date
  revpact docs --templates brand                   your own templates and styles (docs/view-model.md)
  revpact docs --format markdown --lang fr --stdout

Audiences are management, revops, and each party of the contract.

Exit codes: 0 written or up to date, 1 the contract has errors, 2 --check found differences, 7 wrong usage.`;

/** `revpact docs`: arguments → command. */
export function addDocsCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("docs")
    .summary("write the agreement as documents people read")
    .description(
      "Writes the agreement for those who keep it: one page for management, a guide for each party with a deadline calculator, the journey, rules, responsibilities, the reference for RevOps and a glossary.",
    )
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .addOption(new Option("--format <format>", "a site, or Markdown").choices(["site", "markdown"]).default("site"))
    .addOption(
      new Option(
        "--lang <languages>",
        "languages, separated by commas (default: all of the contract that revpact writes)",
      ).argParser(parseList),
    )
    .addOption(new Option("--audience <names>", "only for these readers, separated by commas").argParser(parseList))
    .option("--single-file", "everything in one file per language")
    .option("--templates <folder>", "templates and styles that replace those of the package")
    .option("--out <folder>", "where to write (default: site/ or docs/ beside the contract)")
    .addOption(new Option("--check", "write nothing; tell what is out of date").conflicts(["stdout", "serve"]))
    .addOption(
      new Option("--serve [port]", "serve the site on this computer and reload it after every change")
        .argParser(parsePort)
        .conflicts(["stdout", "check"]),
    )
    .addOption(new Option("--stdout", "print one Markdown document per language instead of writing files"))
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => {
        const { runDocs } = await import("./command.ts");
        return runDocs(
          {
            path,
            edition: flags.stdout === true ? "markdown" : flags.format,
            languages: flags.lang,
            audiences: flags.audience ?? [],
            isSingleFile: flags.singleFile === true || flags.stdout === true,
            templates: flags.templates,
            out: flags.out,
            action: actionOf(flags),
          },
          terminal,
        );
      }),
    );
}

function actionOf({ stdout, check, serve }: Flags) {
  if (serve !== undefined) return { kind: "serve", port: serve === true ? 0 : serve } as const;
  if (check === true) return { kind: "check" } as const;
  return { kind: stdout === true ? "print" : "write" } as const;
}

function parsePort(written: string): number {
  const port = Number(written);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError("A port is 0 to 65535.");
  return port;
}

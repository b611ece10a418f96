import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { formatOption, languageOption, type Output } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import type { TestFormat, TestOptions } from "./command.ts";

interface Flags {
  readonly filter?: string;
  readonly coverage?: true;
  readonly minCoverage?: number;
  readonly mutate?: true;
  readonly minMutation?: number;
  readonly generate?: true | string;
  readonly format?: readonly Output<TestFormat>[];
  readonly lang: Language;
}

const testFormats: readonly TestFormat[] = ["text", "json", "junit", "github"];

const examples = `
Examples:
  revpact test                                        the tests beside the nearest contract.yaml
  revpact test contracts/inbound --lang fr
  revpact test --filter "demo request"                only tests with these words in their name
  revpact test --format text --format junit=tests.xml
  revpact test --min-coverage 100                     which conditions, reasons and deadlines no test exercises
  revpact test --generate                             a first file of tests, to be read and rewritten
  revpact test --mutate --min-mutation 90             change each clause once: which changes no test notices

Tests are files called *.test.yaml beside the contract, or in its folder tests (docs/tests.md).

Exit codes: 0 all passed, 1 a test failed, can't be read, or a minimum is not reached, 7 wrong usage.`;

/** `revpact test`: arguments → command. */
export function addTestCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("test")
    .summary("run the stories that say what the contract means")
    .description("Plays the tests of a contract: given a lead, when these things happen, then this is so.")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("--filter <text>", "only tests whose name contains this")
    .option("--coverage", "tell which clauses no test exercises")
    .addOption(
      new Option("--min-coverage <percent>", "fail below this share of clauses exercised").argParser(parsePercent),
    )
    .option("--mutate", "change each clause once and tell which changes no test notices")
    .addOption(
      new Option("--min-mutation <percent>", "fail below this share of changes noticed").argParser(parsePercent),
    )
    .addOption(
      new Option(
        "--generate [file]",
        "write tests of what the contract does today (default: generated.test.yaml beside it)",
      ).conflicts(["filter", "coverage", "minCoverage", "mutate", "minMutation"]),
    )
    .addOption(formatOption(testFormats, "text"))
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => {
        const from = process.cwd();
        if (flags.generate === undefined) {
          const { runTests } = await import("./command.ts");
          return runTests(optionsFrom(path, from, flags), terminal);
        }
        const { runGenerate } = await import("./generate.ts");
        const file = flags.generate === true ? undefined : flags.generate;
        return runGenerate({ path, from, file, language: flags.lang }, terminal);
      }),
    );
}

function optionsFrom(path: string | undefined, from: string, flags: Flags): TestOptions {
  const { filter, minCoverage, minMutation, format = [{ format: "text" }], lang } = flags;
  const measures = {
    coverage: flags.coverage === true || minCoverage !== undefined,
    ...(minCoverage === undefined ? {} : { minCoverage }),
    mutation: flags.mutate === true || minMutation !== undefined,
    ...(minMutation === undefined ? {} : { minMutation }),
  };
  return { path, from, filter, measures, outputs: format, language: lang };
}

function parsePercent(written: string): number {
  const percent = Number(written.replace(/\s?%$/, ""));
  if (Number.isNaN(percent) || written.trim() === "" || percent < 0 || percent > 100)
    throw new InvalidArgumentError("Write a share from 0 to 100, such as 90.");
  return percent;
}

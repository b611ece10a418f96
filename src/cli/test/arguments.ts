import type { Command } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { formatOption, languageOption, type Output } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import type { TestFormat } from "./command.ts";

interface Flags {
  readonly filter?: string;
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

Tests are files called *.test.yaml beside the contract, or in its folder tests (docs/tests.md).

Exit codes: 0 all passed, 1 a test failed or can't be read, 7 wrong usage.`;

/** `revpact test`: arguments → command. */
export function addTestCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("test")
    .summary("run the stories that say what the contract means")
    .description("Plays the tests of a contract: given a lead, when these things happen, then this is so.")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("--filter <text>", "only tests whose name contains this")
    .addOption(formatOption(testFormats, "text"))
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((path: string | undefined, { filter, format = [{ format: "text" }], lang }: Flags) =>
      run(async () => {
        const { runTests } = await import("./command.ts");
        return runTests({ path, from: process.cwd(), filter, outputs: format, language: lang }, terminal);
      }),
    );
}

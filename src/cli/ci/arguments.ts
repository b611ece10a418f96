import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly base?: string;
  readonly environment?: string;
  readonly comment?: string;
  readonly codeQuality?: string;
  readonly asOf: string;
  readonly lang: Language;
}

const examples = `
Examples:
  revpact ci --base origin/main                  everything a pipeline checks, one verdict
  revpact ci --comment comment.md                on GitHub or GitLab the base is found by itself
  revpact ci --environment production            the plan against this environment (a token that only reads)
  revpact ci --code-quality gl-code-quality.json the findings for GitLab

Checks the contract and its version, runs its tests, tells the changes, asks for approvals, checks committed documents, and plans
against the CRM where there is a token. What can't be done says why and fails nothing. On GitHub it writes annotations, the job
summary and the outputs verdict, level and needed-version.

Exit codes: 0 passed, 1 a check failed, 7 wrong usage, or the base can't be loaded.`;

/** `revpact ci`: arguments → command. */
export function addCiCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("ci")
    .summary("everything a pipeline checks, with one verdict")
    .description(
      "Validates, tests, compares, asks for approvals, checks documents and plans: one verdict and one exit code.",
    )
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("--base <ref>", "the version to compare with (default: the branch that the request goes to)")
    .option("-e, --environment <name>", "the environment to plan against (default: the first HubSpot one)")
    .option("--comment <file>", "write the comment of the request as Markdown, under 65,000 characters")
    .option("--code-quality <file>", "write the findings as GitLab's code quality report")
    .addOption(
      new Option("--as-of <date>", "judge as if it were this day").argParser(parseDay).default(today(), "today"),
    )
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => {
        const { runCi } = await import("./command.ts");
        const { base, environment, comment, codeQuality, asOf, lang } = flags;
        return runCi({ path, base, environment, comment, codeQuality, asOf, language: lang }, terminal);
      }),
    );
}

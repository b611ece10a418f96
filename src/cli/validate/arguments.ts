import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language, Severity } from "../../diagnostics/index.ts";
import { languageOption, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { revpactVersion } from "../version.ts";
import { runValidate, type ValidateOptions } from "./command.ts";
import { type ReportFormat, reportFormats } from "./views.ts";

interface Flags {
  readonly lang: Language;
  readonly format?: ValidateOptions["outputs"];
  readonly failOn: Severity;
  readonly asOf: string;
}

const examples = `
Examples:
  revpact validate                                    the nearest contract.yaml
  revpact validate contracts/inbound --lang fr        a folder, findings in French
  revpact validate --format github --fail-on warning  annotations in a pull request
  revpact validate --format pretty --format json=findings.json

Exit codes: 0 valid, 1 findings at or above --fail-on, 7 wrong usage.`;

/** `revpact validate`: arguments → command. */
export function addValidateCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("validate")
    .summary("check a contract like a compiler checks a program")
    .description("Checks a contract: its text, its shape, its names, and whether the agreement holds together.")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .addOption(languageOption(terminal.language))
    .addOption(
      new Option(
        "--format <format[=file]>",
        "may be repeated, each into a file (default: pretty on a terminal, else concise)",
      )
        .choices(reportFormats)
        .argParser(collectFormat),
    )
    .addOption(
      new Option("--fail-on <severity>", "the weight from which the exit code is 1")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .addOption(
      new Option("--as-of <date>", "judge as if it were this day").argParser(parseDay).default(today(), "today"),
    )
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(() => runValidate(optionsFrom(path, flags, terminal), terminal)),
    );
}

function optionsFrom(path: string | undefined, flags: Flags, terminal: Terminal): ValidateOptions {
  const preferred: ReportFormat = terminal.isInteractive ? "pretty" : "concise";
  return {
    ...(path === undefined ? {} : { path }),
    from: process.cwd(),
    asOf: flags.asOf,
    failOn: flags.failOn,
    language: flags.lang,
    outputs: flags.format ?? [{ format: preferred }],
    version: revpactVersion,
  };
}

function collectFormat(written: string, before: ValidateOptions["outputs"] | undefined): ValidateOptions["outputs"] {
  const [name = "", ...rest] = written.split("=");
  const format = reportFormats.find((candidate) => candidate === name);
  if (format === undefined) throw new InvalidArgumentError(`Formats are ${reportFormats.join(", ")}.`);
  const file = rest.join("=");
  return [...(before ?? []), file === "" ? { format } : { format, file }];
}

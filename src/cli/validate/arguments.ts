import { type Command, Option } from "commander";
import type { Language, Severity } from "../../diagnostics/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { formatOption, languageOption, parseDay, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { revpactVersion } from "../version.ts";
import { runValidate, type ValidateOptions } from "./command.ts";
import { readSelection } from "./select.ts";
import { type ReportFormat, reportFormats } from "./views.ts";
import { watchValidate } from "./watch.ts";

interface Flags {
  readonly lang: Language;
  readonly format?: ValidateOptions["outputs"];
  readonly failOn: Severity;
  readonly show: Severity;
  readonly asOf: string;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly since?: string;
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly dryRun?: true;
  readonly watch?: true;
}

const examples = `
Examples:
  revpact validate                                    the nearest contract.yaml
  revpact validate contracts/inbound --lang fr        a folder, findings in French
  revpact validate --format github --fail-on warning  annotations in a pull request
  revpact validate --format pretty --format sarif=findings.sarif
  revpact validate --fix --dry-run                    what safe fixes would change
  revpact validate --since origin/main                only what this branch touches
  revpact validate --select CRI,SLA --show info       criteria and deadlines, notes included
  revpact validate --watch                            again after every change

A comment answers a warning, with its reason and, if you like, a last day:
  # revpact-ignore SLA508 until=2027-03-01: night shift starts in March

Exit codes: 0 valid, 1 findings at or above --fail-on, 2 --dry-run would change something, 7 wrong usage.`;

/** `revpact validate`: arguments → command. */
export function addValidateCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("validate")
    .summary("check a contract like a compiler checks a program")
    .description("Checks a contract: its text, its shape, its names, and whether the agreement holds together.")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .addOption(languageOption(terminal.language))
    .addOption(formatOption(reportFormats, "pretty on a terminal, else concise"))
    .addOption(
      new Option("--fail-on <severity>", "the weight from which the exit code is 1")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .addOption(
      new Option("--as-of <date>", "judge as if it were this day").argParser(parseDay).default(today(), "today"),
    )
    .addOption(
      new Option("--show <severity>", "the least weight that the formats for people show")
        .choices(["error", "warning", "info"])
        .default("warning"),
    )
    .addOption(
      new Option("--select <codes>", "only these codes, names or families (may be repeated)").argParser(collect),
    )
    .addOption(new Option("--ignore <codes>", "not these warnings and infos (may be repeated)").argParser(collect))
    .addOption(new Option("--since <ref>", "only about what changed since a git revision"))
    .addOption(new Option("--fix", "make the fixes that are safe"))
    .addOption(new Option("--fix-unsafe", "make the others too: read what they change"))
    .addOption(new Option("--dry-run", "with --fix: print what would change as a diff, write nothing"))
    .addOption(new Option("--watch", "validate again after every change, until Ctrl-C").conflicts(["fix", "fixUnsafe"]))
    .addHelpText("after", examples)
    .action((path: string | undefined, flags: Flags) =>
      run(async () => {
        const options = optionsFrom(path, flags, terminal);
        if (!options.ok) return options;
        return flags.watch === true ? watchValidate(options.value, terminal) : runValidate(options.value, terminal);
      }),
    );
}

function optionsFrom(path: string | undefined, flags: Flags, terminal: Terminal): Result<ValidateOptions> {
  const preferred: ReportFormat = terminal.isInteractive ? "pretty" : "concise";
  const selection = readSelection(flags.select ?? [], flags.ignore ?? []);
  if (!selection.ok) return selection;
  const isFixing = flags.fix === true || flags.fixUnsafe === true;
  if (flags.dryRun === true && !isFixing)
    return fail(exitCodes.usage, "--dry-run goes with --fix", "add --fix, or leave --dry-run out");
  const fix = { isUnsafeAllowed: flags.fixUnsafe === true, isDryRun: flags.dryRun === true };
  return succeed({
    ...(path === undefined ? {} : { path }),
    ...(flags.since === undefined ? {} : { since: flags.since }),
    ...(isFixing ? { fix } : {}),
    from: process.cwd(),
    asOf: flags.asOf,
    failOn: flags.failOn,
    show: flags.show,
    language: flags.lang,
    selection: selection.value,
    outputs: flags.format ?? [{ format: preferred }],
    version: revpactVersion,
  });
}

function collect(written: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), written];
}

#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { addActivateCommand } from "./activate/arguments.ts";
import { addApplyCommand } from "./apply/arguments.ts";
import { addApprovalsCommand } from "./approvals/arguments.ts";
import { addBumpCommand } from "./bump/arguments.ts";
import { addCalendarCommand } from "./calendar/arguments.ts";
import { addChangelogCommand } from "./changelog/arguments.ts";
import { addCiCommand } from "./ci/arguments.ts";
import { addCompletionCommand } from "./completion/command.ts";
import { addCrmCommand } from "./crm/arguments.ts";
import { addDeadlineCommand } from "./deadline/arguments.ts";
import { addDiffCommand } from "./diff/arguments.ts";
import { addDocsCommand } from "./docs/arguments.ts";
import { addDriftCommand } from "./drift/arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { addExplainCommand } from "./explain/command.ts";
import { addFidelityCommand } from "./fidelity/arguments.ts";
import { addFmtCommand } from "./fmt/arguments.ts";
import { addGitDiffDriverCommand } from "./git-diff-driver/command.ts";
import { addInitCommand } from "./init/arguments.ts";
import { addPlanCommand } from "./plan/arguments.ts";
import { addReplayCommand } from "./replay/arguments.ts";
import type { Runner } from "./run.ts";
import { addShowCommand } from "./show/arguments.ts";
import { addSimulateCommand } from "./simulate/arguments.ts";
import { addStateCommand } from "./state/arguments.ts";
import { createTerminal, type Terminal, talkFailure } from "./terminal.ts";
import { addTestCommand } from "./test/arguments.ts";
import { addValidateCommand } from "./validate/arguments.ts";
import { revpactVersion } from "./version.ts";

const terminal = createTerminal();

/** Runs one command and turns its result into the exit code. */
async function runProgram(): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const run: Runner = async (command) => {
    const result = await command();
    if (!result.ok) talkFailure(terminal, result.failure);
    exitCode = result.ok ? result.value : result.failure.exitCode;
  };
  const program = createProgram(terminal, run);
  try {
    await program.parseAsync();
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
    return problem.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  return exitCode;
}

function createProgram(output: Terminal, run: Runner): Command {
  const program = new Command("revpact")
    .description(
      "Compiles a revenue contract: what marketing and sales agreed on, checked, documented and kept equal to the CRM.",
    )
    .version(revpactVersion)
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.talk })
    .showHelpAfterError("(run with --help for the options)")
    .showSuggestionAfterError();
  addInitCommand(program, output, run);
  addValidateCommand(program, output, run);
  addTestCommand(program, output, run);
  addSimulateCommand(program, output, run);
  addReplayCommand(program, output, run);
  addFmtCommand(program, output, run);
  addDiffCommand(program, output, run);
  addBumpCommand(program, output, run);
  addApprovalsCommand(program, output, run);
  addChangelogCommand(program, output, run);
  addGitDiffDriverCommand(program, output, run);
  addCiCommand(program, output, run);
  addDocsCommand(program, output, run);
  addPlanCommand(program, output, run);
  addShowCommand(program, output, run);
  addApplyCommand(program, output, run);
  addActivateCommand(program, output, run);
  addStateCommand(program, output, run);
  addDriftCommand(program, output, run);
  addFidelityCommand(program, output, run);
  addCrmCommand(program, output, run);
  addCalendarCommand(program, output, run);
  addDeadlineCommand(program, output, run);
  addExplainCommand(program, output, run);
  addCompletionCommand(program, output, run);
  return program;
}

/**
 * A reader that went away (`revpact … | head`) is no error, and no reason to leave an apply half-way: the command goes
 * on to its own end and exit code. Anything else on the stream, such as a full disk, ends it.
 */
function bearClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", (problem: NodeJS.ErrnoException) => {
    if (problem.code === "EPIPE" || problem.code === "ERR_STREAM_DESTROYED") return;
    terminal.talk(`error  the output can't be written (${problem.code ?? problem.message})\n`);
    terminal.talk("  help  free some space, or send the output somewhere else\n");
    process.exit(exitCodes.usage);
  });
}

function reportBug(problem: unknown): void {
  const message = problem instanceof Error ? problem.message : String(problem);
  terminal.talk(`error  revpact stopped because of a bug of its own: ${message}\n`);
  terminal.talk(
    "  help  set REVPACT_DEBUG=1 and run it again to see where; please report it with the command you ran\n",
  );
  if (process.env["REVPACT_DEBUG"] !== undefined && problem instanceof Error) terminal.talk(`${problem.stack ?? ""}\n`);
}

bearClosedPipe(process.stdout);
bearClosedPipe(process.stderr);
try {
  process.exitCode = await runProgram();
} catch (problem) {
  reportBug(problem);
  process.exitCode = exitCodes.bug;
}

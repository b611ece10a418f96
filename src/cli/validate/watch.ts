import { resolve } from "node:path";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { findContracts } from "../files/find-contract.ts";
import { watchFolder } from "../files/watch-folder.ts";
import { interruption } from "../interruption.ts";
import { type Terminal, talkFailure } from "../terminal.ts";
import { runValidate, type ValidateOptions } from "./command.ts";

/** Validates now and after every change in the folders of the contracts, until interrupted. */
export async function watchValidate(options: ValidateOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const found = findContracts(options.path, options.from);
  if (!found.ok) return found;
  const folders = new Set(found.value.map(({ folder }) => resolve(options.from, folder)));
  const validateAgain = () => {
    terminal.talk(
      `${terminal.isInteractive ? "\u001b[2J\u001b[H" : ""}${new Date().toISOString().slice(11, 19)} UTC\n`,
    );
    const result = runValidate(options, terminal);
    // A contract that can't be read now may be readable after the next change.
    if (!result.ok) talkFailure(terminal, result.failure);
  };
  // Watched before the first look, so that no change falls between the two.
  const watchers = [...folders].map((folder) => watchFolder({ folder, files: /\.ya?ml$/ }, validateAgain));
  validateAgain();
  await interruption();
  for (const { close } of watchers) close();
  return succeed(exitCodes.interrupted);
}

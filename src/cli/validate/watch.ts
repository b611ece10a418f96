import { type FSWatcher, watch } from "node:fs";
import { resolve } from "node:path";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { findContracts } from "../files/find-contract.ts";
import { type Terminal, talkFailure } from "../terminal.ts";
import { runValidate, type ValidateOptions } from "./command.ts";

/** Editors write a file in several steps: what comes this close together (ms) is one change. */
const settleMs = 120;

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
  const watchers = [...folders].map((folder) => watchFolder(folder, validateAgain));
  validateAgain();
  await interruption();
  for (const { close } of watchers) close();
  return succeed(exitCodes.interrupted);
}

/** A folder rather than its files: an editor that replaces a file leaves a watch on the old one behind, and parts come and go. */
function watchFolder(folder: string, changed: () => void): { readonly close: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const watcher: FSWatcher = watch(folder, (_, name) => {
    if (name === null || !/\.ya?ml$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, settleMs);
  });
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

function interruption(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
}

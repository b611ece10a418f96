import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf } from "./find-contract.ts";

const remedies: Readonly<Record<string, string>> = {
  EROFS: "the disk is read-only: choose a folder you can write to",
  EACCES: "you may not write there: check the permissions or choose another folder",
  EPERM: "you may not write there: check the permissions or choose another folder",
  ENOSPC: "the disk is full: free some space and run the command again",
  ENOTDIR: "a file stands where a folder is needed: choose another path",
  ENOENT: "no file can be made there: choose another folder",
  EISDIR: "a folder stands where the file should go: choose another path",
};

/**
 * Writes a whole file or nothing: a reader never sees half of it. Missing folders are made; a file that is there keeps its
 * permissions, and a symbolic link goes on pointing at it.
 */
export function writeFileAtomically(file: string, text: string): Result<void> {
  const target = existsSync(file) ? realpathSync(file) : file;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    makeFolder(dirname(target));
    writeFileSync(temporary, text, { flush: true });
    if (existsSync(target)) chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
    return succeed(undefined);
  } catch (problem) {
    removeDraft(temporary);
    const code = codeOf(problem);
    return fail(exitCodes.usage, `${file} can't be written (${code})`, remedies[code] ?? "choose another path");
  }
}

/** Folder by folder: `recursive` never returns where the system itself has no room for folders, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (problem) {
    if (codeOf(problem) !== "EEXIST") throw problem;
  }
}

function removeDraft(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return; // where nothing could be written there is nothing to remove
  }
}

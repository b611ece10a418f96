import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/** Writes a whole file or nothing: a reader never sees half of it. Missing folders are made. */
export function writeFileAtomically(file: string, text: string): Result<void> {
  return replaceFile(file, text, undefined);
}

/**
 * Writes a file of the user anew, whole or not at all. Its permissions stay; a link stays a link to the file that is
 * written; one that may not be written is left alone.
 */
export function rewriteFile(file: string, text: string): Result<void> {
  try {
    const target = realpathSync(file);
    accessSync(target, constants.W_OK);
    return replaceFile(target, text, statSync(target).mode);
  } catch (problem) {
    return unwritten(file, problem);
  }
}

/** Writes a file that is not there yet; one that is, or a link of that name, is left alone. Missing folders are made. */
export function createFile(file: string, text: string): Result<"created" | "exists"> {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text, { flag: "wx", flush: true });
    return succeed("created");
  } catch (problem) {
    if (codeOf(problem) === "EEXIST") return succeed("exists");
    removeDraft(file);
    return unwritten(file, problem);
  }
}

function replaceFile(file: string, text: string, mode: number | undefined): Result<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    makeFolder(dirname(file));
    writeFileSync(temporary, text, { flush: true });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, file);
    return succeed(undefined);
  } catch (problem) {
    removeDraft(temporary);
    return unwritten(file, problem);
  }
}

function unwritten(file: string, problem: unknown): ReturnType<typeof fail> {
  const code = codeOf(problem);
  return fail(exitCodes.usage, `${file} can't be written (${code})`, remedies[code] ?? "choose another path");
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

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf, shownPath } from "../files/find-contract.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Terminal } from "../terminal.ts";
import type { DocumentSet } from "./render-contracts.ts";

/** What is not as it would be written now. */
export interface Difference {
  readonly file: string;
  readonly kind: "missing" | "changed" | "left over";
}

// Every page and every Markdown file of ours carries one of these: what does not is somebody else's and stays.
const marks = ['<meta name="generator" content="revpact">', "<!-- revpact docs"];

/** Files that differ from what the contract says now, and ours that it no longer asks for. */
export function compareDocuments({ folder, files }: DocumentSet): readonly Difference[] {
  const differing = files.flatMap(({ path, text }): readonly Difference[] => {
    const file = join(folder, path);
    if (!existsSync(file)) return [{ file, kind: "missing" }];
    // A checkout on Windows may have other line ends.
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n") === text ? [] : [{ file, kind: "changed" }];
  });
  return [...differing, ...leftovers({ folder, files }).map((file) => ({ file, kind: "left over" as const }))];
}

/** Writes the documents and removes ours that are left over from an earlier version of the contract. */
export function writeDocuments(set: DocumentSet, terminal: Terminal): Result<void> {
  for (const { path, text } of set.files) {
    const written = writeFileAtomically(join(set.folder, path), text);
    if (!written.ok) return written;
  }
  const old = leftovers(set);
  for (const file of old) {
    const removed = remove(file);
    if (!removed.ok) return removed;
  }
  talkOfFiles(set, old.length, terminal);
  return succeed(undefined);
}

function talkOfFiles({ folder, files }: DocumentSet, removed: number, terminal: Terminal): void {
  const shown = (path: string) => shownPath(path, process.cwd());
  const gone = removed === 0 ? "" : `, removed ${removed} left over`;
  if (files.length <= 4) for (const { path } of files) terminal.talk(`wrote ${shown(join(folder, path))}\n`);
  else terminal.talk(`wrote ${files.length} files to ${shown(folder)}${gone}\n`);
  const entry = files.find(({ path }) => path === "index.html");
  if (entry !== undefined) terminal.talk(`open ${shown(join(folder, entry.path))}\n`);
}

/** Tells what is out of date, and how to bring it up to date. */
export function talkOfDifferences(differences: readonly Difference[], terminal: Terminal): void {
  for (const { file, kind } of differences) terminal.talk(`${kind}: ${shownPath(file, process.cwd())}\n`);
  const count = differences.length;
  terminal.talk(
    count === 0
      ? "the documents are up to date\n"
      : `${count} ${count === 1 ? "document is" : "documents are"} out of date: run the same command without --check\n`,
  );
}

/** Files of ours in the folder that are not among those to be written; the folder of another edition is not looked into. */
function leftovers({ folder, files }: DocumentSet): readonly string[] {
  if (!existsSync(folder)) return [];
  const wanted = new Set(files.map(({ path }) => path));
  const folders = new Set(files.map(({ path }) => path.split("/").slice(0, -1).join("/")));
  const endings = new Set(files.map(({ path }) => path.slice(path.lastIndexOf("."))));
  return [...folders]
    .filter((one) => existsSync(join(folder, one)))
    .flatMap((one) => readdirSync(join(folder, one), { withFileTypes: true }).map((entry) => ({ one, entry })))
    .filter(({ entry }) => entry.isFile() && endings.has(entry.name.slice(entry.name.lastIndexOf("."))))
    .map(({ one, entry }) => join(folder, one, entry.name))
    .filter((file) => !wanted.has(relative(folder, file).replaceAll("\\", "/")) && isOurs(file));
}

function isOurs(file: string): boolean {
  const start = readFileSync(file, "utf8").slice(0, 1000);
  return marks.some((mark) => start.includes(mark));
}

function remove(file: string): Result<void> {
  try {
    rmSync(file);
    return succeed(undefined);
  } catch (problem) {
    return fail(exitCodes.usage, `${file} can't be removed (${codeOf(problem)})`, "remove it by hand");
  }
}

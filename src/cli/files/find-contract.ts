import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** The files of one contract, main file first; `folder` is where `.revpact` and documents go. */
export interface ContractFiles {
  readonly folder: string;
  readonly files: readonly string[];
}

const mainNames = ["contract.yaml", "contract.yml"];

/** The contract at a path: a file alone, a folder with its parts, or the nearest `contract.yaml` upwards to the repository's root. */
export function findContracts(path: string | undefined, from: string): Result<readonly ContractFiles[]> {
  if (path === undefined) return findUpwards(from);
  const place = resolve(from, path);
  const kind = kindOf(place);
  if (kind === "absent")
    return fail(
      exitCodes.usage,
      `there is no file or folder ${path}`,
      "give the path of a contract, or of the folder that holds contract.yaml",
    );
  if (kind === "unreadable") return fail(exitCodes.usage, `${path} can't be read`, "check its permissions");
  if (kind === "file") return succeed([contractOfFile(place)]);
  return findInFolder(place, path);
}

/** A contract's main file, or one of its parts, stands for the whole folder; any other file for itself. */
function contractOfFile(file: string): ContractFiles {
  const folder = dirname(file);
  const main = mainIn(folder);
  return main !== undefined && (file === main || saysPartOf(file)) ? partsOf(folder, main) : { folder, files: [file] };
}

function kindOf(place: string): "file" | "folder" | "absent" | "unreadable" {
  try {
    return statSync(place).isDirectory() ? "folder" : "file";
  } catch (problem) {
    return codeOf(problem) === "ENOENT" || codeOf(problem) === "ENOTDIR" ? "absent" : "unreadable";
  }
}

/** The code of a file-system error, such as `ENOENT`. */
export function codeOf(problem: unknown): string {
  return typeof problem === "object" && problem !== null && "code" in problem ? String(problem.code) : "";
}

/** The root of the repository that a folder lies in. */
export function repositoryOf(folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    if (isRepository(place)) return place;
    if (dirname(place) === place) return undefined;
  }
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, ".git"));
}

function findUpwards(from: string): Result<readonly ContractFiles[]> {
  for (let folder = from; ; folder = dirname(folder)) {
    const main = mainIn(folder);
    if (main !== undefined) return succeed([partsOf(folder, main)]);
    if (isRepository(folder) || dirname(folder) === folder) return findBelow(folder, from);
  }
}

/** A repository's root without a contract of its own: all that lie below it, as the root of several contracts. */
function findBelow(root: string, from: string): Result<readonly ContractFiles[]> {
  const found = isRepository(root) ? contractsBelow(root, 3) : [];
  if (found.length > 0) return succeed(found);
  return fail(
    exitCodes.usage,
    `no contract.yaml in ${from} or above it`,
    "run revpact in the folder of a contract, or give its path",
  );
}

function findInFolder(folder: string, written: string): Result<readonly ContractFiles[]> {
  const main = mainIn(folder);
  if (main !== undefined) return succeed([partsOf(folder, main)]);
  const found = contractsBelow(folder, 3);
  if (found.length > 0) return succeed(found);
  return fail(
    exitCodes.usage,
    `there is no contract.yaml in ${written}`,
    "a contract's main file is called contract.yaml; or give the path of the file itself",
  );
}

function mainIn(folder: string): string | undefined {
  const isMain = (file: string) => ["file", "unreadable"].includes(kindOf(file));
  return mainNames.map((name) => join(folder, name)).find(isMain);
}

function partsOf(folder: string, main: string): ContractFiles {
  const parts = listFolder(folder)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("."))
    .map((name) => join(folder, name))
    .filter((file) => file !== main && kindOf(file) !== "folder" && saysPartOf(file));
  return { folder, files: [main, ...parts] };
}

/** Other YAML files may lie beside a contract; only those that say so belong to it. One that can't be read might: loading names it. */
function saysPartOf(file: string): boolean {
  const head = Buffer.alloc(65_536);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    const length = readSync(descriptor, head, 0, head.length, 0);
    return /^partOf\s*:/m.test(head.toString("utf8", 0, length));
  } catch {
    return true;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function contractsBelow(folder: string, depth: number): readonly ContractFiles[] {
  const main = mainIn(folder);
  if (main !== undefined) return [partsOf(folder, main)];
  if (depth === 0) return [];
  return listFolder(folder)
    .filter((name) => !name.startsWith(".") && name !== "node_modules" && name !== "dist")
    .map((name) => join(folder, name))
    .filter((child) => kindOf(child) === "folder")
    .flatMap((child) => contractsBelow(child, depth - 1));
}

/** The names in a folder, sorted; none where it can't be read. */
export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** How a file is named to people: relative to where they are, with forward slashes. */
export function shownPath(file: string, from: string): string {
  const shown = relative(from, file);
  return (shown === "" ? basename(file) : shown).replaceAll("\\", "/");
}

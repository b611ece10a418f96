import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type Contract, compileContract } from "../../contract/index.ts";
import { type Finding, hasErrors, type Language, renderFinding } from "../../diagnostics/index.ts";
import { childOf, decodeSource, parse, type Source } from "../../language/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { conflictMarker } from "./conflict-markers.ts";
import { type ContractFiles, findContracts, shownPath } from "./find-contract.ts";
import { allFilesAt, bytesAt, commitOf, rootOf } from "./git.ts";
import { readBytes } from "./load-contract.ts";

/** One version of a contract that is compared with another. */
export interface ContractVersion {
  readonly contract: Contract;
  readonly sources: readonly Source[];
  /** What people call it: a revision, a path, or the working tree. */
  readonly place: string;
  /** The main file from the root of the repository, or as it was given. */
  readonly mainFile: string;
  /** The commit, where it is a revision. */
  readonly commit?: string;
  readonly folder: string;
  readonly findings: readonly Finding[];
}

/** Where the contract lies, for revisions: it may be gone from the working tree. */
export interface ContractPlace {
  readonly folder: string;
  readonly main?: string;
  /** The contract's name, by which it is found where its folder had another name. */
  readonly name?: string;
}

/** What a version is loaded for. */
export interface VersionOptions {
  readonly from: string;
  readonly asOf: string;
  readonly language: Language;
  /** Errors that rules find do not matter: it is only compared with. */
  readonly isLenient: boolean;
  /** The exit code where the version has errors. */
  readonly onErrors: ExitCode;
}

/** The place of the contract in the working tree: at a path, or the nearest upwards; undefined where there is none any more. */
export function contractPlace(path: string | undefined, from: string): Result<ContractPlace | undefined> {
  const found = findContracts(path, from);
  if (!found.ok) {
    if (path === undefined) return succeed(undefined);
    const place = resolve(from, path);
    const isFile = /\.ya?ml$/.test(place);
    return succeed(isFile ? { folder: dirname(place), main: basename(place) } : { folder: place });
  }
  const [only, second] = found.value;
  if (only === undefined) return succeed(undefined);
  if (second !== undefined) {
    const files = found.value.map((one) => shownPath(one.files[0] ?? "", from)).join(", ");
    return fail(exitCodes.usage, `there are several contracts here: ${files}`, "name one of them with --contract");
  }
  const main = only.files[0] ?? "";
  const name = nameIn(readBytes(main, from));
  return succeed({ folder: only.folder, main: basename(main), ...(name === undefined ? {} : { name }) });
}

function nameIn(bytes: Result<Uint8Array>): string | undefined {
  return bytes.ok ? nameOf(bytes.value) : undefined;
}

function nameOf(bytes: Uint8Array): string | undefined {
  const source = decodeSource("", bytes).value;
  const root = source === undefined ? undefined : parse(source).value;
  const name = childOf(root, "name");
  return name?.kind === "scalar" && childOf(root, "partOf") === undefined ? String(name.value) : undefined;
}

/** A version by a file or folder of that name, else by a revision of the repository that the contract lies in. */
export function loadVersion(
  written: string,
  place: ContractPlace | undefined,
  options: VersionOptions,
): Result<ContractVersion> {
  return existsSync(resolve(options.from, written))
    ? loadPath(written, options)
    : loadRevision(written, place, options);
}

/** The version in the working tree. */
export function loadWorktree(path: string | undefined, options: VersionOptions): Result<ContractVersion> {
  const loaded = loadPath(path, options);
  return loaded.ok
    ? succeed({ ...loaded.value, place: { en: "working tree", fr: "copie de travail" }[options.language] })
    : loaded;
}

function loadPath(path: string | undefined, options: VersionOptions): Result<ContractVersion> {
  const { from } = options;
  const found = findContracts(path, from);
  if (!found.ok) return found;
  const [only, second] = found.value;
  if (only === undefined || second !== undefined) {
    const files = found.value.map((one) => shownPath(one.files[0] ?? "", from)).join(", ");
    return fail(
      exitCodes.usage,
      `there are several contracts in ${path ?? "."}: ${files}`,
      "give the path of one of them",
    );
  }
  return readFiles(only, path ?? shownPath(only.files[0] ?? "", from), options);
}

function readFiles(files: ContractFiles, place: string, options: VersionOptions): Result<ContractVersion> {
  const texts: Text[] = [];
  for (const file of files.files) {
    const bytes = readBytes(file, options.from);
    if (!bytes.ok) return bytes;
    texts.push({ name: shownPath(file, options.from), bytes: bytes.value });
  }
  const mainFile = shownPath(files.files[0] ?? "", options.from);
  return compileTexts(texts, { place, mainFile, folder: files.folder }, options);
}

/** The version in a revision of the repository that a contract lies, or lay, in. */
export function loadRevision(
  ref: string,
  at: ContractPlace | undefined,
  options: VersionOptions,
): Result<ContractVersion> {
  const { from } = options;
  const folder = at?.folder ?? from;
  const commit = commitOf(folder, ref, {
    from,
    option: "a version is a file, a folder, or a revision of a git repository: there is neither here",
  });
  if (!commit.ok) return commit;
  const root = rootOf(folder) ?? folder;
  const main = mainAt({ commit: commit.value, root, ref }, at);
  if (!main.ok) return main;
  const paths = [main.value, ...partsAt(commit.value, root, main.value)];
  const texts = paths.map(
    (path): Text => ({
      name: `${ref}:${path}`,
      bytes: bytesAt(commit.value, root, path) ?? new Uint8Array(),
    }),
  );
  const where = { place: ref, mainFile: main.value, folder: join(root, dirname(main.value)), commit: commit.value };
  return compileTexts(texts, where, options);
}

/** Whether a contract was there in a revision (or is a file or folder): a new one was not, which is no failure. */
export function contractAt(base: string, at: ContractPlace, from: string): Result<boolean> {
  if (existsSync(resolve(from, base))) return succeed(true);
  const commit = commitOf(at.folder, base, {
    from,
    option: "--base compares with a git revision, or with the path of another version",
  });
  if (!commit.ok) return commit;
  const root = rootOf(at.folder) ?? at.folder;
  const all = allFilesAt(commit.value, root);
  if (mainNames(at).some((name) => all.includes(pathFrom(root, join(at.folder, name))))) return succeed(true);
  return succeed(mainAt({ commit: commit.value, root, ref: base }, at).ok);
}

interface Revision {
  readonly commit: string;
  readonly root: string;
  readonly ref: string;
}

/** The main file at its place; else, since folders get other names, the only contract with its name, or the only one at all. */
function mainAt({ commit, root, ref }: Revision, at: ContractPlace | undefined): Result<string> {
  const candidates = at === undefined ? [] : mainNames(at).map((name) => pathFrom(root, join(at.folder, name)));
  const all = new Set(allFilesAt(commit, root));
  const there = candidates.find((path) => all.has(path));
  if (there !== undefined) return succeed(there);
  const mains = [...all].filter((path) => /(^|\/)contract\.ya?ml$/.test(path));
  const named = mains.filter(
    (path) => at?.name === undefined || nameOf(bytesAt(commit, root, path) ?? new Uint8Array()) === at.name,
  );
  const [only, second] = named;
  if (only !== undefined && second === undefined) return succeed(only);
  const what = at?.name ?? candidates[0] ?? "a contract";
  if (only === undefined)
    return fail(
      exitCodes.usage,
      `${what} was not there in ${ref}`,
      "give a revision that has it, or the path of the version to compare with; a contract that is new has nothing to be compared with",
    );
  return fail(
    exitCodes.usage,
    `there are several contracts in ${ref}: ${named.join(", ")}`,
    "name one of them with --contract",
  );
}

function mainNames({ main }: ContractPlace): readonly string[] {
  return main === undefined ? ["contract.yaml", "contract.yml"] : [main];
}

/** From the root of the repository. A folder may be reached by a link, while git tells where it really is. */
function pathFrom(root: string, file: string): string {
  const folder = dirname(file);
  const real = existsSync(folder) ? join(realpathSync(folder), basename(file)) : file;
  return relative(root, real).replaceAll("\\", "/");
}

/** The other files of the folder that belonged to the contract then; a file whose name gives it away alone has none. */
function partsAt(commit: string, root: string, main: string): readonly string[] {
  if (!/(^|\/)contract\.ya?ml$/.test(main)) return [];
  const folder = dirname(main);
  return allFilesAt(commit, root)
    .filter(
      (path) => dirname(path) === folder && path !== main && /\.ya?ml$/.test(path) && !basename(path).startsWith("."),
    )
    .filter((path) => /^partOf\s*:/m.test(Buffer.from(bytesAt(commit, root, path) ?? []).toString("utf8")));
}

interface Text {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Where = Pick<ContractVersion, "place" | "mainFile" | "folder" | "commit">;

function compileTexts(texts: readonly Text[], where: Where, options: VersionOptions): Result<ContractVersion> {
  const findings: Finding[] = [];
  const sources: Source[] = [];
  for (const { name, bytes } of texts) {
    const decoded = decodeSource(name, bytes);
    findings.push(...decoded.findings);
    if (decoded.value !== undefined) sources.push(decoded.value);
  }
  const conflict = conflictMarker(sources);
  if (conflict !== undefined)
    return fail(
      options.onErrors,
      `${conflict} holds the marks of a merge that is not finished`,
      "decide between the two versions there, take the lines <<<<<<<, ======= and >>>>>>> out, and commit",
    );
  const { asOf, isLenient } = options;
  const compiled = hasErrors(findings) ? { findings } : compileContract(sources, { asOf, isLenient });
  const contract = "value" in compiled ? compiled.value : undefined;
  if (contract === undefined) return unreadable(compiled.findings, where, options);
  return succeed({ contract, sources, findings: compiled.findings, ...where });
}

function unreadable(
  findings: readonly Finding[],
  { mainFile, place, commit }: Where,
  { language, onErrors }: VersionOptions,
): Result<ContractVersion> {
  const errors = findings.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const name = commit === undefined ? mainFile : `${place}:${mainFile}`;
  const told =
    first === undefined
      ? ""
      : `: ${first.primary.start.line}:${first.primary.start.column} ${first.code} ${renderFinding(first, language).message}`;
  if (first?.code === "SCH106")
    return fail(
      onErrors,
      `${name} is written in another version of the language${told}`,
      "compare with a commit after the contract was brought to this version, or run the revpact of that time",
    );
  return fail(onErrors, `${name} has errors${told}`, "run revpact validate on it to see each with its remedy");
}

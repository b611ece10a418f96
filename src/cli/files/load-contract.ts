import { readFileSync } from "node:fs";
import { type Contract, compileContract, type SuppressedFinding } from "../../contract/index.ts";
import { type Finding, hasErrors } from "../../diagnostics/index.ts";
import { decodeSource, type Source } from "../../language/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { type ContractFiles, codeOf, findContracts, shownPath } from "./find-contract.ts";

/** A contract as it was read: its texts for excerpts, its findings, and the contract itself where nothing is an error. */
export interface LoadedContract {
  readonly folder: string;
  readonly mainFile: string;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly contract?: Contract;
}

/** Every contract at a path (see `findContracts`), read and compiled. */
export function loadContracts(path: string | undefined, from: string, asOf: string): Result<readonly LoadedContract[]> {
  const found = findContracts(path, from);
  if (!found.ok) return found;
  const loaded: LoadedContract[] = [];
  for (const files of found.value) {
    const contract = loadContract(files, from, asOf);
    if (!contract.ok) return contract;
    loaded.push(contract.value);
  }
  return succeed(loaded);
}

/** Reads and compiles the files of one contract; `asOf` is the only clock of validation (an ISO date). */
function loadContract(files: ContractFiles, from: string, asOf: string): Result<LoadedContract> {
  const findings: Finding[] = [];
  const sources: Source[] = [];
  for (const file of files.files) {
    const bytes = readBytes(file, from);
    if (!bytes.ok) return bytes;
    const decoded = decodeSource(shownPath(file, from), bytes.value);
    findings.push(...decoded.findings);
    if (decoded.value !== undefined) sources.push(decoded.value);
  }
  const mainFile = shownPath(files.files[0] ?? "", from);
  if (hasErrors(findings)) return succeed({ folder: files.folder, mainFile, sources, findings, suppressed: [] });
  const compiled = compileContract(sources, { asOf });
  const contract = compiled.value === undefined ? {} : { contract: compiled.value };
  const { findings: judged, suppressed } = compiled;
  return succeed({ folder: files.folder, mainFile, sources, findings: judged, suppressed, ...contract });
}

/** The bytes of a file, or why it can't be read. */
export function readBytes(file: string, from: string): Result<Uint8Array> {
  try {
    return succeed(readFileSync(file));
  } catch (problem) {
    return fail(
      exitCodes.usage,
      `${shownPath(file, from)} can't be read (${codeOf(problem)})`,
      "check that the file exists and that you may read it",
    );
  }
}

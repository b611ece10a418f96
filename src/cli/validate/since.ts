import { basename, resolve } from "node:path";
import { changedEntries, compileContract, entryOfFinding } from "../../contract/index.ts";
import type { Finding, Language } from "../../diagnostics/index.ts";
import { createSource, type Source } from "../../language/index.ts";
import { compareContracts, judgeVersion } from "../../review/index.ts";
import { readApprovals } from "../approvals/lock-files.ts";
import { exitCodes, type Result, succeed } from "../exit-codes.ts";
import { commitOf, fileAt } from "../files/git.ts";
import type { LoadedContract } from "../files/load-contract.ts";
import { loadRevision } from "../files/load-version.ts";

/** Where and when a comparison looks: the folder that paths are shown from, a git revision, and the day of judgement. */
export interface Since {
  readonly from: string;
  readonly ref: string;
  readonly asOf: string;
}

/**
 * The findings about what changed since a git revision: those in entries that are not as they were, and those that were not
 * found then. What stood there before and is the same stays out.
 */
export function findingsSince(loaded: LoadedContract, since: Since): Result<readonly Finding[]> {
  const before = sourcesAt(loaded, since);
  if (!before.ok) return before;
  const known = new Set(
    compileContract(before.value, { asOf: since.asOf }).findings.map(({ fingerprint }) => fingerprint),
  );
  const changed = changedEntries(before.value, loaded.sources);
  return succeed(
    loaded.findings.filter((item) => {
      const entry = entryOfFinding(item);
      return !known.has(item.fingerprint) || (entry !== undefined && changed.has(entry));
    }),
  );
}

/** Whether the version says honestly what changed since the revision; nothing where the contract is new. */
export function versionFindingsSince(
  { contract, folder, mainFile }: LoadedContract,
  { from, ref, asOf, language }: Since & { readonly language: Language },
): Result<readonly Finding[]> {
  if (contract === undefined) return succeed([]);
  const main = basename(mainFile);
  if (fileAtRevision(folder, { ref, from, main }) === undefined) return succeed([]);
  const options = { from, asOf, language, isLenient: true, onErrors: exitCodes.usage };
  const before = loadRevision(ref, { folder, main, name: contract.name }, options);
  if (!before.ok) return before;
  const approved = readApprovals(folder, from);
  if (!approved.ok) return approved;
  const comparison = compareContracts(before.value.contract, contract, asOf);
  return succeed(judgeVersion(comparison, { asOf, approved: approved.value }));
}

function fileAtRevision(
  folder: string,
  { ref, from, main }: { readonly ref: string; readonly from: string; readonly main: string },
): Uint8Array | undefined {
  const commit = commitOf(folder, ref, { from, option: "" });
  return commit.ok ? fileAt(commit.value, folder, main) : undefined;
}

/** The texts of the same files at the revision; a file that was not there yet is left out. */
function sourcesAt({ sources, folder }: LoadedContract, { from, ref }: Since): Result<readonly Source[]> {
  const commit = commitOf(folder, ref, {
    from,
    option: "--since compares with a git revision; leave it out to see everything",
  });
  if (!commit.ok) return commit;
  const texts = sources.map(({ file }) => {
    const bytes = fileAt(commit.value, folder, resolve(from, file));
    return bytes === undefined ? undefined : createSource(file, new TextDecoder().decode(bytes));
  });
  return succeed(texts.filter((source) => source !== undefined));
}

import { resolve } from "node:path";
import { changedEntries, compileContract, entryOfFinding } from "../../contract/index.ts";
import type { Finding } from "../../diagnostics/index.ts";
import { createSource, type Source } from "../../language/index.ts";
import { type Result, succeed } from "../exit-codes.ts";
import { commitOf, fileAt } from "../files/git.ts";
import type { LoadedContract } from "../files/load-contract.ts";

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

import { changedEntries, compileContract, entryOfFinding } from "../../contract/index.ts";
import type { Finding } from "../../diagnostics/index.ts";
import { type Result, succeed } from "../exit-codes.ts";
import type { LoadedContract } from "../files/load-contract.ts";
import { sourcesAt } from "../files/sources-at.ts";

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
  const option = { name: "--since", without: "leave it out to see everything" };
  const before = sourcesAt(loaded, { from: since.from, ref: since.ref, option });
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

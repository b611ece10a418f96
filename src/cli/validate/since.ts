import { execFileSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { changedEntries, compileContract, entryOfFinding } from "../../contract/index.ts";
import type { Finding } from "../../diagnostics/index.ts";
import { createSource, type Source } from "../../language/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
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
  const commit = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit === undefined) {
    const isRepository = git(folder, ["rev-parse", "--git-dir"]) !== undefined;
    return isRepository
      ? fail(
          exitCodes.usage,
          `git knows no revision ${ref}`,
          "give a branch, a tag or a commit; in CI fetch it first (fetch-depth: 0)",
        )
      : fail(
          exitCodes.usage,
          `${relative(from, folder) || "."} is in no git repository`,
          "--since compares with a git revision; leave it out to see everything",
        );
  }
  const texts = sources.map(({ file }) => {
    const text = git(folder, [
      "show",
      `${commit.trim()}:./${relative(folder, resolve(from, file)).replaceAll("\\", "/")}`,
    ]);
    return text === undefined ? undefined : createSource(file, text.replace(/^\ufeff/, ""));
  });
  return succeed(texts.filter((source) => source !== undefined));
}

/** What a git command prints; undefined where it fails. No shell, so that a name is never a command. */
function git(folder: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64_000_000,
    });
  } catch {
    return undefined;
  }
}

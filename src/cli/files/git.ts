import { execFileSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** The commit that a revision names, in the repository of a folder; `option` is what asked for it, as in `--since`. */
export function commitOf(
  folder: string,
  ref: string,
  { from, option }: { readonly from: string; readonly option: string },
): Result<string> {
  const commit = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit !== undefined) return succeed(commit.toString("utf8").trim());
  const isRepository = git(folder, ["rev-parse", "--git-dir"]) !== undefined;
  return isRepository
    ? fail(
        exitCodes.usage,
        `git knows no revision ${ref}`,
        "give a branch, a tag or a commit; in CI fetch it first (fetch-depth: 0)",
      )
    : fail(exitCodes.usage, `${relative(from, folder) || "."} is in no git repository`, option);
}

/** The bytes of a file as they were in a commit; undefined where it was not there. */
export function fileAt(commit: string, folder: string, file: string): Uint8Array | undefined {
  return git(folder, ["show", `${commit}:./${relative(folder, resolve(folder, file)).replaceAll("\\", "/")}`]);
}

/** The names of the files that stood in a folder in a commit. */
export function filesAt(commit: string, folder: string): readonly string[] {
  const listed = git(folder, ["ls-tree", "-z", "--name-only", commit, "./"])?.toString("utf8") ?? "";
  return listed.split("\0").filter((name) => name !== "");
}

/** What a git command prints; undefined where it fails. No shell, so that a name is never a command. */
function git(folder: string, args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64_000_000,
    });
  } catch {
    return undefined;
  }
}

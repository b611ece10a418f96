import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** The commit that a revision names, in the repository of a folder; `option` is what asked for it, as in `--since`. */
export function commitOf(
  folder: string,
  ref: string,
  { from, option }: { readonly from: string; readonly option: string },
): Result<string> {
  const commit = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit !== undefined) return succeed(commit.toString("utf8").trim());
  const repository = git(folder, ["rev-parse", "--is-shallow-repository"]);
  if (repository === undefined) return fail(exitCodes.usage, ...whyNoRepository(folder, { from, option }));
  return repository.toString("utf8").trim() === "true"
    ? fail(
        exitCodes.usage,
        `git knows no revision ${ref}: this clone is shallow and holds only the last commits`,
        "fetch the whole history: fetch-depth: 0 for actions/checkout on GitHub, GIT_DEPTH: 0 on GitLab, git fetch --unshallow elsewhere",
      )
    : fail(
        exitCodes.usage,
        `git knows no revision ${ref}`,
        "give a branch, a tag or a commit; in CI fetch it first (fetch-depth: 0, then origin/BRANCH)",
      );
}

/** No git, a repository that git distrusts, or none at all: each has another remedy. */
function whyNoRepository(
  folder: string,
  { from, option }: { readonly from: string; readonly option: string },
): [message: string, help: string] {
  const { error, stderr } = spawnSync("git", ["-C", existing(folder), "rev-parse", "--git-dir"], { encoding: "utf8" });
  if (error !== undefined)
    return [
      "git can't be run",
      "install git and put it on the PATH (in a container: apk add git, or apt-get install git)",
    ];
  if (stderr.includes("dubious ownership"))
    return [
      `git distrusts ${existing(folder)}: it belongs to another user`,
      `run git config --global --add safe.directory "${existing(folder)}" first`,
    ];
  return [`${relative(from, folder) || "."} is in no git repository`, option];
}

/** The folder, or the nearest above it that exists: git can't start in one that was deleted. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

/** The root of the repository that a folder lies, or lay, in; also of one of several worktrees. */
export function rootOf(folder: string): string | undefined {
  return git(folder, ["rev-parse", "--show-toplevel"])?.toString("utf8").trim();
}

/** The bytes of a file as they were in a commit; undefined where it was not there. */
export function fileAt(commit: string, folder: string, file: string): Uint8Array | undefined {
  return git(folder, ["show", `${commit}:./${relative(folder, resolve(folder, file)).replaceAll("\\", "/")}`]);
}

/** The bytes behind a path from the root of the repository, as they were in a commit. */
export function bytesAt(commit: string, root: string, path: string): Uint8Array | undefined {
  return git(root, ["show", `${commit}:${path}`]);
}

/** The names of the files that stood in a folder in a commit. */
export function filesAt(commit: string, folder: string): readonly string[] {
  return namesFrom(git(folder, ["ls-tree", "-z", "--name-only", commit, "./"]));
}

/** The paths of all files of a commit from the root of the repository. */
export function allFilesAt(commit: string, root: string): readonly string[] {
  return namesFrom(git(root, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]));
}

function namesFrom(listed: Buffer | undefined): readonly string[] {
  return (listed?.toString("utf8") ?? "").split("\0").filter((name) => name !== "");
}

/** What a git command prints; undefined where it fails. No shell, so that a name is never a command. */
export function git(folder: string, args: readonly string[]): Buffer | undefined {
  const { status, stdout } = spawnSync("git", ["-C", existing(folder), ...args], {
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 64_000_000,
  });
  return status === 0 ? stdout : undefined;
}

import { execFileSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { createSource, type Source } from "../../language/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** A git revision as a user gave it, by which option, and the folder that paths are shown from. */
export interface Revision {
  readonly from: string;
  readonly ref: string;
  /** Such as `--since`, with what happens without it. */
  readonly option: { readonly name: string; readonly without: string };
}

/** The texts of the same files at a git revision; a file that was not there yet is left out. */
export function sourcesAt(
  { sources, folder }: { readonly sources: readonly Source[]; readonly folder: string },
  { from, ref, option }: Revision,
): Result<readonly Source[]> {
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
          `${option.name} compares with a git revision; ${option.without}`,
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

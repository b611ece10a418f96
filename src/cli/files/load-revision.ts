import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Contract, compileContract } from "../../contract/index.ts";
import { type Finding, hasErrors, type Language, renderFinding } from "../../diagnostics/index.ts";
import { decodeSource, type Source } from "../../language/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { today } from "../options.ts";
import { commitOf, fileAt, filesAt } from "./git.ts";
import { type LoadedContract, loadContracts } from "./load-contract.ts";
import type { UsableContract } from "./load-single.ts";

/** Another version of a contract, and where it was found: a revision, or a path. */
export interface OtherVersion {
  readonly contract: Contract;
  readonly place: string;
}

/**
 * The version of a contract that `--against` names: a file or folder where there is one of that name, else a revision of the
 * repository that the contract lies in. What can't be loaded is wrong usage: it must never look like "no difference".
 */
export function loadAgainst(
  against: string,
  current: UsableContract,
  { from, language }: { readonly from: string; readonly language: Language },
): Result<OtherVersion> {
  return existsSync(resolve(from, against))
    ? loadFromPath(against, from, language)
    : loadFromRevision(against, current, { from, language });
}

function loadFromPath(path: string, from: string, language: Language): Result<OtherVersion> {
  const loaded = loadContracts(path, from, today());
  if (!loaded.ok) return loaded;
  const [only, second] = loaded.value;
  if (only !== undefined && second === undefined) return otherVersion(only, path, language);
  const files = loaded.value.map(({ mainFile }) => mainFile).join(", ");
  return fail(exitCodes.usage, `there are several contracts in ${path}: ${files}`, "give the path of one of them");
}

function loadFromRevision(
  ref: string,
  { folder, mainFile }: UsableContract,
  { from, language }: { readonly from: string; readonly language: Language },
): Result<OtherVersion> {
  const commit = commitOf(folder, ref, {
    from,
    option: "--against compares with a git revision, or with the path of another version",
  });
  if (!commit.ok) return commit;
  const main = basename(mainFile);
  const names = [main, ...partsAt(commit.value, folder, main)];
  const findings: Finding[] = [];
  const sources: Source[] = [];
  for (const name of names) {
    const bytes = fileAt(commit.value, folder, name);
    if (bytes === undefined)
      return fail(
        exitCodes.usage,
        `${mainFile} was not there in ${ref}`,
        "give a later revision, or the path of the version to compare with",
      );
    const decoded = decodeSource(`${ref}:${name}`, bytes);
    findings.push(...decoded.findings);
    if (decoded.value !== undefined) sources.push(decoded.value);
  }
  const compiled = hasErrors(findings) ? { findings } : compileContract(sources, { asOf: today() });
  const contract = "value" in compiled && compiled.value !== undefined ? { contract: compiled.value } : {};
  return otherVersion({ mainFile: `${ref}:${main}`, findings: compiled.findings, ...contract }, ref, language);
}

/** The other files of a folder that belonged to the contract then; one whose name gives it away alone belongs to none. */
function partsAt(commit: string, folder: string, main: string): readonly string[] {
  if (!/^contract\.ya?ml$/.test(main)) return [];
  return filesAt(commit, folder)
    .filter((name) => name !== main && /\.ya?ml$/.test(name) && !name.startsWith("."))
    .filter((name) => /^partOf\s*:/m.test(Buffer.from(fileAt(commit, folder, name) ?? []).toString("utf8")));
}

function otherVersion(
  { contract, mainFile, findings }: Pick<LoadedContract, "contract" | "mainFile" | "findings">,
  place: string,
  language: Language,
): Result<OtherVersion> {
  if (contract !== undefined) return succeed({ contract, place });
  const [first] = findings.filter(({ severity }) => severity === "error");
  const message = first === undefined ? "" : `: ${first.code} ${renderFinding(first, language).message}`;
  return fail(
    exitCodes.usage,
    `${mainFile} has errors${message}`,
    "compare with a version that revpact validate accepts",
  );
}

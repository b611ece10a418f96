import { join } from "node:path";
import { type Finding, hasErrors } from "../../diagnostics/index.ts";
import { createTerms, type Terms } from "../../journey/index.ts";
import { decodeSource, type Source } from "../../language/index.ts";
import { readTests, type TestFile } from "../../testing/index.ts";
import { type Result, succeed } from "../exit-codes.ts";
import { listFolder, shownPath } from "../files/find-contract.ts";
import { readBytes } from "../files/load-contract.ts";
import type { UsableContract } from "../files/load-single.ts";

/** The tests of one contract, and what is wrong with those that could not be read. */
export interface LoadedTests {
  readonly contract: UsableContract;
  readonly terms: Terms;
  readonly files: readonly TestFile[];
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
}

const isTestFile = (name: string): boolean => /\.test\.ya?ml$/.test(name) && !name.startsWith(".");

/** Every `*.test.yaml` beside a contract, and in its folder `tests`. */
export function loadTests(contract: UsableContract, from: string): Result<LoadedTests> {
  const { folder } = contract;
  const inTests = listFolder(join(folder, "tests")).map((name) => join("tests", name));
  const names = [...listFolder(folder), ...inTests].filter(isTestFile);
  const terms = createTerms(contract.contract);
  const findings: Finding[] = [];
  const sources: Source[] = [];
  const files: TestFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const bytes = readBytes(path, from);
    if (!bytes.ok) return bytes;
    const decoded = decodeSource(shownPath(path, from), bytes.value);
    findings.push(...decoded.findings);
    if (decoded.value === undefined || hasErrors(decoded.findings)) continue;
    sources.push(decoded.value);
    const read = readTests(decoded.value, terms);
    findings.push(...read.findings);
    if (read.value !== undefined) files.push(read.value);
  }
  return succeed({ contract, terms, files, findings, sources });
}

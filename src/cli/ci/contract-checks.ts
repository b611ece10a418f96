import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../diagnostics/index.ts";
import { type Finding, hasErrors, renderFinding } from "../../diagnostics/index.ts";
import { judgeVersion, openApprovals, signatoriesOf } from "../../review/index.ts";
import { runTest } from "../../testing/index.ts";
import { openLines } from "../approvals/command.ts";
import { readApprovals } from "../approvals/lock-files.ts";
import type { Difference } from "../diff/difference.ts";
import { countsLine } from "../diff/markdown-view.ts";
import { compareDocuments } from "../docs/document-files.ts";
import { type DocsOptions, renderAll } from "../docs/render-contracts.ts";
import { type Result, succeed } from "../exit-codes.ts";
import { shownPath } from "../files/find-contract.ts";
import type { LoadedContract } from "../files/load-contract.ts";
import type { UsableContract } from "../files/load-single.ts";
import type { Terminal } from "../terminal.ts";
import { loadTests } from "../test/load-tests.ts";
import { isFailed } from "../test/report.ts";
import { type Check, checkOf } from "./check.ts";

/** Whether the contract holds together, and its version says honestly what changed; approvals are a check of their own. */
export function checkContract(
  loaded: LoadedContract,
  difference: Difference | undefined,
  asOf: string,
  language: Language,
): Check {
  const judged = difference === undefined ? [] : judgeVersion(difference.comparison, { asOf, approved: [] });
  const findings = [...loaded.findings, ...judged.filter(({ code }) => code !== "VER907")];
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const summary = {
    en: `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
    fr: `${errors} ${errors < 2 ? "erreur" : "erreurs"}, ${warnings} ${warnings < 2 ? "avertissement" : "avertissements"}`,
  };
  const told = findings.filter(({ severity }) => severity !== "info");
  // A list of what failed: warnings are counted, and annotated at their lines.
  const lines = told.filter(({ severity }) => severity === "error").map((item) => findingLine(item, language));
  return checkOf("contract", errors === 0 ? "passed" : "failed", summary, { lines, findings: told });
}

function findingLine(item: Finding, language: Language): string {
  const { file, start } = item.primary;
  return `${file}:${start.line}: ${item.code} ${renderFinding(item, language).message}`;
}

/** Whether the stories beside the contract still end as they say. */
export function checkTests(contract: UsableContract, from: string, language: Language): Result<readonly Check[]> {
  const loaded = loadTests(contract, from);
  if (!loaded.ok) return loaded;
  const { files, findings, terms } = loaded.value;
  const results = files.flatMap(({ cases }) =>
    cases.map((test) => ({ name: test.name, result: runTest(terms, test) })),
  );
  const failed = results.filter(({ result }) => isFailed(result));
  if (results.length === 0 && findings.length === 0)
    return one(
      checkOf("tests", "skipped", { en: "there are no tests beside the contract", fr: "aucun test à côté du contrat" }),
    );
  const summary = {
    en: `${results.length - failed.length} of ${results.length} passed`,
    fr: `${results.length - failed.length} sur ${results.length} réussis`,
  };
  const isBad = failed.length > 0 || hasErrors(findings);
  const lines = [...failed.map(({ name }) => name), ...findings.map((item) => findingLine(item, language))];
  return one(checkOf("tests", isBad ? "failed" : "passed", summary, { lines, findings }));
}

/** What changed: told, never a reason to fail. */
export function checkChanges(difference: Difference): Check {
  const inWords = (language: Language) => countsLine(difference, { language }).replaceAll("*", "");
  const isSame = difference.shown.length === 0;
  const summary = isSame ? { en: "none", fr: "aucun" } : { en: inWords("en"), fr: inWords("fr") };
  return checkOf("changes", "passed", summary);
}

/** Whether everybody whom a change concerns has approved it as it stands. */
export function checkApprovals(difference: Difference, language: Language): Result<readonly Check[]> {
  const approved = readApprovals(difference.head.folder, process.cwd());
  if (!approved.ok) return approved;
  const asked = signatoriesOf(difference.comparison).length;
  const open = openApprovals(difference.comparison, approved.value);
  if (asked === 0 && open.length === 0)
    return one(checkOf("approvals", "passed", { en: "nobody has to approve", fr: "personne n'a à approuver" }));
  const summary =
    open.length === 0
      ? { en: `all ${asked} have approved`, fr: `les ${asked} parties ont approuvé` }
      : { en: `${open.length} of ${asked} missing`, fr: `${open.length} sur ${asked} manquent` };
  const lines = open.flatMap((one) => openLines(difference, one, language));
  return one(checkOf("approvals", open.length === 0 ? "passed" : "failed", summary, { lines }));
}

function one(check: Check): Result<readonly Check[]> {
  return succeed([check]);
}

const documents: Omit<DocsOptions, "path" | "edition"> = {
  languages: undefined,
  audiences: [],
  isSingleFile: false,
  templates: undefined,
  out: undefined,
  action: { kind: "check" },
};

/** The contract that documents are committed for, and where they would lie. */
export interface DocumentedContract {
  readonly path: string | undefined;
  readonly folder: string;
}

/** Whether committed documents say what the contract says; a contract without committed ones has nothing to check. */
export async function checkDocuments(of: DocumentedContract, terminal: Terminal): Promise<Result<readonly Check[]>> {
  const stale: string[] = [];
  let isAny = false;
  for (const edition of ["site", "markdown"] as const) {
    const found = await staleDocuments(of, edition, terminal);
    if (!found.ok) return found;
    if (found.value === undefined) continue;
    isAny = true;
    stale.push(...found.value);
  }
  if (!isAny)
    return one(
      checkOf("documents", "skipped", { en: "no documents are committed", fr: "aucun document n'est versionné" }),
    );
  const summary =
    stale.length === 0
      ? { en: "up to date", fr: "à jour" }
      : {
          en: `${stale.length} out of date: run revpact docs`,
          fr: `${stale.length} à refaire\u00a0: lancer revpact docs`,
        };
  return one(checkOf("documents", stale.length === 0 ? "passed" : "failed", summary, { lines: stale }));
}

/** Documents of an edition that are not as they would be written now; undefined where none of it is committed. */
async function staleDocuments(
  { path, folder }: DocumentedContract,
  edition: DocsOptions["edition"],
  terminal: Terminal,
): Promise<Result<readonly string[] | undefined>> {
  // Rendering takes longer than all other checks: only for a folder that is there.
  if (!existsSync(join(folder, edition === "site" ? "site" : "docs"))) return succeed(undefined);
  const sets = await renderAll({ ...documents, path, edition }, terminal);
  if (!sets.ok) return sets;
  const compared = sets.value.map((set) => ({ set, differences: compareDocuments(set) }));
  const committed = compared.filter(
    ({ set, differences }) => differences.filter(({ kind }) => kind === "missing").length < set.files.length,
  );
  if (committed.length === 0) return succeed(undefined);
  const told = committed.flatMap(({ differences }) => differences);
  return succeed(told.map(({ file, kind }) => `${kind}: ${shownPath(file, process.cwd())}`));
}

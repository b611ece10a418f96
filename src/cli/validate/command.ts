import { relative } from "node:path";
import { type Code, type Finding, type Language, type Severity, sortFindings } from "../../diagnostics/index.ts";
import { notEnforceable } from "../../targets/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { repositoryOf } from "../files/find-contract.ts";
import { type LoadedContract, loadContracts } from "../files/load-contract.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import { differencesOf, writeSources } from "../files/write-sources.ts";
import { createPaint, type Terminal, talkFailure } from "../terminal.ts";
import { fixContract } from "./fix.ts";
import { type Report, weighsAtLeast } from "./report.ts";
import { type Selection, selectFindings } from "./select.ts";
import { findingsSince, versionFindingsSince } from "./since.ts";
import { type ReportFormat, renderReport } from "./views.ts";

/** The options of `revpact validate`, checked by the command line. */
export interface ValidateOptions {
  readonly path?: string;
  readonly from: string;
  readonly asOf: string;
  readonly failOn: Severity;
  /** What weighs less is left out of the formats for people. */
  readonly show: Severity;
  readonly language: Language;
  readonly selection: Selection;
  /** Only what changed since this git revision. */
  readonly since?: string;
  /** Which fixes to make, and whether only to show them. */
  readonly fix?: { readonly isUnsafeAllowed: boolean; readonly isDryRun: boolean };
  /** Formats to write; one without a file goes to standard output. */
  readonly outputs: readonly { readonly format: ReportFormat; readonly file?: string }[];
  readonly version: string;
}

/** Checks contracts and prints what was found. */
export function runValidate(options: ValidateOptions, terminal: Terminal): Result<ExitCode> {
  const fixed = options.fix === undefined ? succeed(false) : fixAll(options, options.fix, terminal);
  if (!fixed.ok) return fixed;
  if (options.fix?.isDryRun === true) return succeed(fixed.value ? exitCodes.changesPending : exitCodes.done);
  const loaded = loadContracts(options.path, options.from, options.asOf);
  if (!loaded.ok) return loaded;
  const complete = isAsked("CRM810", options) ? loaded.value.map(withLeftToPeople) : loaded.value;
  const told = complete.map((one) => withVersionFindings(one, options, terminal));
  const reported = findingsToReport(told, options, terminal);
  if (!reported.ok) return reported;
  const report = createReport(told, reported.value, options);
  for (const output of options.outputs) {
    const written = writeReport(report, output, { options, terminal });
    if (!written.ok) return written;
  }
  return succeed(
    report.findings.some((item) => weighsAtLeast(item, options.failOn)) ? exitCodes.findings : exitCodes.done,
  );
}

/** Compiling for the CRM takes longer than all rules, so information that only it gives has to be asked for. */
function isAsked(code: Code, { show, selection }: ValidateOptions): boolean {
  return show === "info" || selection.selected.has(code);
}

/** With what only a comparison with an older version finds. One that can't be compared with is told, and judged by nobody. */
function withVersionFindings(loaded: LoadedContract, options: ValidateOptions, terminal: Terminal): LoadedContract {
  const { since, from, asOf, language } = options;
  if (since === undefined) return loaded;
  const found = versionFindingsSince(loaded, { from, ref: since, asOf, language });
  if (found.ok) return { ...loaded, findings: sortFindings([...loaded.findings, ...found.value]) };
  talkFailure(terminal, found.failure);
  return loaded;
}

/** With what the CRM leaves to people, as the first HubSpot environment has it. */
function withLeftToPeople(loaded: LoadedContract): LoadedContract {
  const { contract } = loaded;
  const environments = [...(contract?.environments.values() ?? [])];
  const environment = environments.find(({ crm }) => crm === "hubspot") ?? environments[0];
  if (contract === undefined || environment === undefined) return loaded;
  return { ...loaded, findings: sortFindings([...loaded.findings, ...notEnforceable(contract, environment)]) };
}

/** What is selected, of what changed; what stays out is counted. Errors stay in: a contract that has one is not valid. */
function findingsToReport(
  loaded: readonly LoadedContract[],
  options: ValidateOptions,
  terminal: Terminal,
): Result<readonly Finding[]> {
  const { since, from, asOf } = options;
  const all = loaded.flatMap((one) => one.findings);
  const touched: Finding[] = [];
  for (const one of loaded) {
    const changed = since === undefined ? succeed(one.findings) : findingsSince(one, { from, ref: since, asOf });
    if (!changed.ok) return changed;
    touched.push(...changed.value);
  }
  const chosen = new Set(selectFindings(touched, options.selection));
  const reported = all.filter((item) => chosen.has(item) || item.severity === "error");
  const unchanged = all.filter((item) => !touched.includes(item));
  const hidden = unchanged.filter((item) => item.severity !== "error" && weighsAtLeast(item, options.show));
  if (hidden.length > 0) terminal.talk(`${leftOut(hidden.length, since ?? "", options.language)}\n`);
  const errors = reported.filter((item) => !chosen.has(item));
  if (errors.length > 0) terminal.talk(`${shownAllTheSame(errors.length, options.language)}\n`);
  return succeed(reported);
}

function leftOut(count: number, ref: string, language: Language): string {
  return {
    en: `${count} ${count === 1 ? "finding" : "findings"} about what did not change since ${ref} left out`,
    fr: `${count} ${count < 2 ? "constat laissé" : "constats laissés"} de côté\u00a0: rien n'y a changé depuis ${ref}`,
  }[language];
}

function shownAllTheSame(count: number, language: Language): string {
  return {
    en: `${count} ${count === 1 ? "error is" : "errors are"} shown although not asked for: a contract with errors is not valid`,
    fr: `${count} ${count < 2 ? "erreur affichée" : "erreurs affichées"} sans avoir été ${count < 2 ? "demandée" : "demandées"}\u00a0: un contrat qui en a n'est pas valide`,
  }[language];
}

function writeReport(
  report: Report,
  { format, file }: ValidateOptions["outputs"][number],
  { options, terminal }: { readonly options: ValidateOptions; readonly terminal: Terminal },
): Result<void> {
  const { language } = options;
  const least = options.failOn === "info" ? "info" : options.show;
  if (file !== undefined)
    return writeFileAtomically(file, renderReport(report, format, { language, least, paint: createPaint(false) }));
  terminal.out(renderReport(report, format, { language, least, paint: terminal.outPaint }));
  return succeed(undefined);
}

/** One report over all contracts that were loaded. */
function createReport(
  loaded: readonly LoadedContract[],
  findings: readonly Finding[],
  { version, from }: ValidateOptions,
): Report {
  return {
    version,
    contracts: loaded.map(({ mainFile, contract }) =>
      contract === undefined ? { file: mainFile } : { file: mainFile, name: contract.name, version: contract.version },
    ),
    findings,
    suppressed: loaded.flatMap(({ suppressed }) => suppressed),
    sources: loaded.flatMap(({ sources }) => sources),
    below: pathInRepository(from),
  };
}

/** The way from the repository's root to a folder, with forward slashes; empty outside a repository. */
function pathInRepository(folder: string): string {
  const workspace = process.env["GITHUB_WORKSPACE"];
  const root = workspace === undefined || workspace === "" ? repositoryOf(folder) : workspace;
  const way = root === undefined ? "" : relative(root, folder).replaceAll("\\", "/");
  return way.startsWith("..") ? "" : way;
}

/** Makes the fixes before anything is judged and says which; a dry run prints the differences. True where a text changes. */
function fixAll(
  options: ValidateOptions,
  { isUnsafeAllowed, isDryRun }: NonNullable<ValidateOptions["fix"]>,
  terminal: Terminal,
): Result<boolean> {
  const loaded = loadContracts(options.path, options.from, options.asOf);
  if (!loaded.ok) return loaded;
  let isChanged = false;
  for (const one of loaded.value) {
    const { sources, done } = fixContract(one, { ...options, isUnsafeAllowed });
    isChanged ||= done.length > 0;
    for (const { place, title } of done) terminal.talk(`${place}  ${title}\n`);
    terminal.talk(`${countFixes(done.length, isDryRun, options.language)}\n`);
    if (isDryRun) terminal.out(differencesOf(one.sources, sources));
    const written = isDryRun ? succeed(undefined) : writeSources(one.sources, sources, options.from);
    if (!written.ok) return written;
  }
  return succeed(isChanged);
}

function countFixes(count: number, isDryRun: boolean, language: Language): string {
  if (isDryRun)
    return { en: `${count} to fix, nothing written`, fr: `${count} à corriger, rien n'est écrit` }[language];
  return { en: `${count} fixed`, fr: `${count} ${count < 2 ? "corrigé" : "corrigés"}` }[language];
}

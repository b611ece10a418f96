import { relative } from "node:path";
import type { Finding, Language, Severity } from "../../diagnostics/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { repositoryOf } from "../files/find-contract.ts";
import { type LoadedContract, loadContracts } from "../files/load-contract.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import { createPaint, type Terminal } from "../terminal.ts";
import { countFindings, type Report, type ReportFormat, renderReport } from "./views.ts";

/** The options of `revpact validate`, checked by the command line. */
export interface ValidateOptions {
  readonly path?: string;
  readonly from: string;
  readonly asOf: string;
  readonly failOn: Severity;
  readonly language: Language;
  /** Formats to write; one without a file goes to standard output. */
  readonly outputs: readonly { readonly format: ReportFormat; readonly file?: string }[];
  readonly version: string;
}

/** Checks contracts and prints what was found. */
export function runValidate(options: ValidateOptions, terminal: Terminal): Result<ExitCode> {
  const loaded = loadContracts(options.path, options.from, options.asOf);
  if (!loaded.ok) return loaded;
  const report = createReport(loaded.value, options);
  for (const output of options.outputs) {
    const written = writeReport(report, output, { language: options.language, terminal });
    if (!written.ok) return written;
  }
  return succeed(reaches(report.findings, options.failOn) ? exitCodes.findings : exitCodes.done);
}

function writeReport(
  report: Report,
  { format, file }: ValidateOptions["outputs"][number],
  { language, terminal }: { readonly language: Language; readonly terminal: Terminal },
): Result<void> {
  if (file !== undefined)
    return writeFileAtomically(file, renderReport(report, format, { language, paint: createPaint(false) }));
  terminal.out(renderReport(report, format, { language, paint: terminal.outPaint }));
  return succeed(undefined);
}

/** One report over all contracts that were loaded. */
function createReport(loaded: readonly LoadedContract[], { version, from, outputs }: ValidateOptions): Report {
  return {
    version,
    contracts: loaded.map(({ mainFile, contract }) =>
      contract === undefined ? { file: mainFile } : { file: mainFile, name: contract.name, version: contract.version },
    ),
    findings: loaded.flatMap(({ findings }) => findings),
    sources: loaded.flatMap(({ sources }) => sources),
    below: outputs.some(({ format }) => format === "github") ? pathInRepository(from) : "",
  };
}

/** The way from the repository's root to a folder, with forward slashes; empty outside a repository. */
function pathInRepository(folder: string): string {
  const workspace = process.env["GITHUB_WORKSPACE"];
  const root = workspace === undefined || workspace === "" ? repositoryOf(folder) : workspace;
  const way = root === undefined ? "" : relative(root, folder).replaceAll("\\", "/");
  return way.startsWith("..") ? "" : way;
}

function reaches(findings: readonly Finding[], failOn: Severity): boolean {
  const { errors, warnings, infos } = countFindings(findings);
  if (failOn === "error") return errors > 0;
  return failOn === "warning" ? errors + warnings > 0 : errors + warnings + infos > 0;
}

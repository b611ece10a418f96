import { join } from "node:path";
import { type DocumentProblem, documentLanguages, type RenderedDocument, renderDocuments } from "../../docs/index.ts";
import { type ExitCode, exitCodes, type Failure, type Result, succeed } from "../exit-codes.ts";
import { shownPath } from "../files/find-contract.ts";
import { loadUsable, type UsableContract } from "../files/load-single.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Terminal } from "../terminal.ts";
import { readTemplates } from "./read-templates.ts";

/** The options of `revpact docs`. */
export interface DocsOptions {
  readonly path: string | undefined;
  readonly languages: readonly string[] | undefined;
  readonly out: string | undefined;
  readonly isPrinted: boolean;
}

/** Renders the documents of every contract found, all languages before the first file is written; each file is whole. */
export function runDocs(options: DocsOptions, terminal: Terminal): Result<ExitCode> {
  const usable = loadUsable(options.path, terminal.language, terminal);
  if (!usable.ok) return usable;
  for (const contract of usable.value) {
    const rendered = render(contract, options.languages);
    if (!rendered.ok) return rendered;
    const folder = outputFolder(contract, options, usable.value.length);
    const written = options.isPrinted ? print(rendered.value, terminal) : writeAll(rendered.value, folder, terminal);
    if (!written.ok) return written;
  }
  return succeed(exitCodes.done);
}

/** With several contracts each gets a folder of its own below `--out`. */
function outputFolder({ contract, folder }: UsableContract, { out }: DocsOptions, count: number): string {
  if (out === undefined) return join(folder, "docs");
  return count > 1 ? join(out, contract.name) : out;
}

function render(
  { contract, mainFile }: UsableContract,
  languages: readonly string[] | undefined,
): Result<readonly RenderedDocument[]> {
  const asked = languages ?? documentLanguages(contract);
  const rendered = renderDocuments({ contract, languages: asked, templates: readTemplates("docs") });
  if (rendered.kind === "rendered") return succeed(rendered.files);
  const [problem] = rendered.problems;
  return {
    ok: false,
    failure:
      problem === undefined
        ? { exitCode: exitCodes.usage, message: `${mainFile} can't be rendered` }
        : describe(problem, mainFile),
  };
}

function describe(problem: DocumentProblem, mainFile: string): Failure {
  if (problem.kind === "template")
    return {
      exitCode: exitCodes.usage,
      message: `a template is broken: ${problem.message}`,
      help: "correct the template",
    };
  const available = problem.available.join(", ");
  return {
    exitCode: exitCodes.usage,
    message: `${mainFile} is not written in ${problem.language}`,
    help:
      available === ""
        ? "revpact writes documents in fr and en"
        : `choose among ${available}, or add ${problem.language} to the contract's languages`,
  };
}

function print(files: readonly RenderedDocument[], terminal: Terminal): Result<void> {
  for (const file of files) terminal.out(file.text);
  return succeed(undefined);
}

function writeAll(files: readonly RenderedDocument[], folder: string, terminal: Terminal): Result<void> {
  for (const { path, text } of files) {
    const file = join(folder, path);
    const written = writeFileAtomically(file, text);
    if (!written.ok) return written;
    terminal.talk(`wrote ${shownPath(file, process.cwd())}\n`);
  }
  return succeed(undefined);
}

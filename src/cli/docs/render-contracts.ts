import { join } from "node:path";
import { compileContract } from "../../contract/index.ts";
import {
  type DocumentAssets,
  type DocumentProblem,
  documentLanguages,
  type RenderedDocument,
  renderDocuments,
} from "../../docs/index.ts";
import { exitCodes, type Failure, type Result, succeed } from "../exit-codes.ts";
import { loadUsable, type UsableContract } from "../files/load-single.ts";
import type { Terminal } from "../terminal.ts";
import { readAssets } from "./read-assets.ts";

/** The options of `revpact docs`. */
export interface DocsOptions {
  readonly path: string | undefined;
  readonly edition: "site" | "markdown";
  readonly languages: readonly string[] | undefined;
  readonly audiences: readonly string[];
  readonly isSingleFile: boolean;
  /** A folder with templates that replace ours. */
  readonly templates: string | undefined;
  readonly out: string | undefined;
  readonly action: { readonly kind: "write" | "print" | "check" } | { readonly kind: "serve"; readonly port: number };
}

/** The documents of one contract, and the folder they belong in. */
export interface DocumentSet {
  readonly folder: string;
  readonly files: readonly RenderedDocument[];
}

/** Every contract's documents; with several contracts each gets a folder of its own below `--out`. */
export async function renderAll(options: DocsOptions, terminal: Terminal): Promise<Result<readonly DocumentSet[]>> {
  const assets = readAssets(options.templates);
  if (!assets.ok) return assets;
  const usable = loadUsable(options.path, terminal.language, terminal);
  if (!usable.ok) return usable;
  const sets: DocumentSet[] = [];
  for (const contract of usable.value) {
    const rendered = await render(contract, options, assets.value);
    if (!rendered.ok) return rendered;
    sets.push({ folder: outputFolder(contract, options, usable.value.length), files: rendered.value });
  }
  return succeed(sets);
}

function outputFolder({ contract, folder }: UsableContract, { out, edition }: DocsOptions, count: number): string {
  if (out === undefined) return join(folder, edition === "site" ? "site" : "docs");
  return count > 1 ? join(out, contract.name) : out;
}

async function render(
  { contract, mainFile, sources }: UsableContract,
  { languages, audiences, edition, isSingleFile }: DocsOptions,
  assets: DocumentAssets,
): Promise<Result<readonly RenderedDocument[]>> {
  // Judged on the day the contract takes effect, so that documents do not go out of date by themselves.
  const { findings } = compileContract(sources, { asOf: contract.effective });
  const asked = languages ?? documentLanguages(contract);
  const request = { contract, findings, edition, languages: asked, audiences, isSingleFile, assets };
  const rendered = await renderDocuments(request);
  if (rendered.kind === "rendered" && rendered.files.length > 0) return succeed(rendered.files);
  const [problem] = rendered.kind === "refused" ? rendered.problems : [];
  return { ok: false, failure: problem === undefined ? nothingToSay(mainFile) : describe(problem, mainFile) };
}

function nothingToSay(mainFile: string): Failure {
  return {
    exitCode: exitCodes.usage,
    message: `${mainFile} is written in no language that revpact writes documents in`,
    help: "add fr or en to its languages",
  };
}

function describe(problem: DocumentProblem, mainFile: string): Failure {
  const { usage: exitCode } = exitCodes;
  switch (problem.kind) {
    case "template":
      return { exitCode, message: `a template is broken: ${problem.message}`, help: "correct the template" };
    case "audience":
      return {
        exitCode,
        message: `${mainFile} has no audience ${problem.name}`,
        help: `choose among ${problem.available.join(", ")}`,
      };
    case "language":
      return {
        exitCode,
        message: `${mainFile} is not written in ${problem.name}`,
        help:
          problem.available.length === 0
            ? "revpact writes documents in fr and en"
            : `choose among ${problem.available.join(", ")}, or add ${problem.name} to the contract's languages`,
      };
    default:
      return problem satisfies never;
  }
}

import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Finding, type Language, renderFinding } from "../../diagnostics/index.ts";
import { decodeSource, formatText } from "../../language/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { findContracts, shownPath } from "../files/find-contract.ts";
import { readBytes } from "../files/load-contract.ts";
import { rewriteFile } from "../files/write-file.ts";
import type { Terminal } from "../terminal.ts";
import { renderDiff } from "./diff-view.ts";
import { fmtWords } from "./words.ts";

/** The options of `revpact fmt`. */
export interface FmtOptions {
  readonly paths: readonly string[];
  readonly mode: "write" | "check" | "print";
  readonly language: Language;
  readonly from: string;
}

/** One text before and after; `after` is missing where it has errors. */
interface Formatted {
  /** The path of the file; none for standard input. */
  readonly file?: string;
  readonly name: string;
  readonly before: string;
  readonly after?: string;
  readonly findings: readonly Finding[];
}

/** Formats every file first, then writes, prints or lists what changes. */
export async function runFmt(options: FmtOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const words = fmtWords[options.language];
  const isPiped = options.paths.includes("-");
  if (isPiped && options.paths.length > 1) return fail(exitCodes.usage, words.alone, words.aloneHelp);
  const formatted = isPiped ? succeed([format("stdin", await readStandardInput())]) : formatFiles(options);
  if (!formatted.ok) return formatted;
  const isPrinted = options.mode === "print" || (isPiped && options.mode === "write");
  if (isPrinted && formatted.value.length > 1)
    return fail(exitCodes.usage, words.oneFile(formatted.value.length), words.oneFileHelp);
  const broken = formatted.value.filter(({ after }) => after === undefined);
  for (const { findings } of broken) talkErrors(findings, options.language, terminal);
  const done = finish(formatted.value, { ...options, mode: isPrinted ? "print" : options.mode }, terminal);
  if (!done.ok || broken.length === 0) return done;
  return fail(exitCodes.findings, words.broken(broken.map(({ name }) => name).join(", ")), words.brokenHelp);
}

function formatFiles({ paths, from }: FmtOptions): Result<readonly Formatted[]> {
  const files = listFiles(paths, from);
  if (!files.ok) return files;
  const formatted: Formatted[] = [];
  for (const file of new Set(files.value)) {
    const bytes = readBytes(file, from);
    if (!bytes.ok) return bytes;
    formatted.push({ ...format(shownPath(file, from), bytes.value), file });
  }
  return succeed(formatted);
}

/** A file stands for itself here, also where it belongs to a contract: hooks and editors name the files they mean. */
function listFiles(paths: readonly string[], from: string): Result<readonly string[]> {
  const listed: string[] = [];
  for (const path of paths.length === 0 ? [undefined] : paths) {
    if (path !== undefined && isFile(resolve(from, path))) {
      listed.push(resolve(from, path));
      continue;
    }
    const contracts = findContracts(path, from);
    if (!contracts.ok) return contracts;
    listed.push(...contracts.value.flatMap(({ files }) => files));
  }
  return succeed(listed);
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() === true;
}

function format(name: string, bytes: Uint8Array): Formatted {
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const { value: source, findings } = decodeSource(name, bytes);
  if (source === undefined) return { name, before, findings };
  const result = formatText(source);
  if (result.value === undefined) return { name, before, findings: result.findings };
  const mark = before.startsWith("\ufeff") ? "\ufeff" : "";
  return { name, before, after: mark + result.value, findings: result.findings };
}

function talkErrors(findings: readonly Finding[], language: Language, terminal: Terminal): void {
  for (const item of findings.filter(({ severity }) => severity === "error")) {
    const { file, start } = item.primary;
    terminal.talk(`${file}:${start.line}:${start.column}: ${item.code} ${renderFinding(item, language).message}\n`);
  }
}

function finish(formatted: readonly Formatted[], { mode, language }: FmtOptions, terminal: Terminal): Result<ExitCode> {
  const words = fmtWords[language];
  if (mode === "print") {
    terminal.out(formatted[0]?.after ?? "");
    return succeed(exitCodes.done);
  }
  const changed = formatted.filter(({ before, after }) => after !== undefined && after !== before);
  const sound = formatted.filter(({ after }) => after !== undefined);
  if (changed.length === 0 && sound.length > 0) terminal.talk(`${words.tidy(sound.length)}\n`);
  if (mode === "write") return writeAll(changed, language, terminal);
  for (const { name, before, after } of changed) {
    const diff = renderDiff(before, after ?? "", { words, paint: terminal.outPaint });
    terminal.out(`${[name, ...diff].join("\n")}\n`);
  }
  if (changed.length > 0) terminal.talk(`${words.wouldChange(changed.length)}\n`);
  return succeed(changed.length > 0 ? exitCodes.changesPending : exitCodes.done);
}

function writeAll(changed: readonly Formatted[], language: Language, terminal: Terminal): Result<ExitCode> {
  for (const { file, name, after } of changed) {
    if (file === undefined || after === undefined) continue;
    const written = rewriteFile(file, after);
    if (!written.ok) return written;
    terminal.talk(`${fmtWords[language].formatted(name)}\n`);
  }
  return succeed(exitCodes.done);
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { Contract } from "../../contract/index.ts";
import type { Language, TextEdit } from "../../diagnostics/index.ts";
import { applyEdits, createSource, type Source } from "../../language/index.ts";
import { compareVersions, earliestEffective, parseVersion } from "../../review/index.ts";
import { loadDifference } from "../diff/command.ts";
import { type Difference, neededVersion } from "../diff/difference.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { shownPath } from "../files/find-contract.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import { differencesOf, writeSources } from "../files/write-sources.ts";
import type { Terminal } from "../terminal.ts";
import { changelogEntry, type EntryHead, withEntry } from "./changelog-entry.ts";
import { bumpWords } from "./words.ts";

/** The options of `revpact bump`. */
export interface BumpOptions {
  readonly base: string;
  readonly contract: string | undefined;
  readonly effective: string | undefined;
  /** False for none, empty for the one beside the contract. */
  readonly changelog: string | false;
  readonly isDryRun: boolean;
  readonly asOf: string;
  readonly language: Language;
}

/** Writes what a change needs: version, effective date, changelog. */
export function runBump(options: BumpOptions, terminal: Terminal): Result<ExitCode> {
  const { base, contract, asOf, language } = options;
  const loaded = loadDifference({ base, head: undefined, contract, asOf, language });
  if (!loaded.ok) return loaded;
  const difference = loaded.value;
  const say = bumpWords[language];
  const needed = neededVersion(difference);
  if (needed === undefined) {
    terminal.talk(`${say.nothing}\n`);
    return succeed(exitCodes.done);
  }
  const head = headOf(difference, needed.version, options);
  if (!head.ok) return head;
  return writeAll(difference, head.value, { options, terminal });
}

/** A version that is high enough already stays, and so does a date that is far enough ahead. */
function headOf(
  { base, head, comparison }: Difference,
  needed: string,
  { effective, asOf }: BumpOptions,
): Result<EntryHead> {
  const [present, least] = [parseVersion(head.contract.version), parseVersion(needed)];
  const isEnough = present !== undefined && least !== undefined && compareVersions(present, least) >= 0;
  const version = isEnough ? head.contract.version : needed;
  const isBreaking = comparison.level === "breaking";
  const noticed: Contract = { ...head.contract, governance: base.contract.governance };
  const earliest = isBreaking ? (earliestEffective(noticed, asOf) ?? asOf) : undefined;
  if (effective !== undefined && earliest !== undefined && effective < earliest)
    return fail(
      exitCodes.usage,
      `${effective} is too soon for what breaks`,
      `the notice that was agreed allows ${earliest} at the earliest`,
    );
  const now = head.contract.effective;
  return succeed({ version, effective: effective ?? (earliest !== undefined && now < earliest ? earliest : now) });
}

interface Writing {
  readonly options: BumpOptions;
  readonly terminal: Terminal;
}

function writeAll(difference: Difference, head: EntryHead, { options, terminal }: Writing): Result<ExitCode> {
  const { language, isDryRun } = options;
  const { sources, contract, folder } = difference.head;
  const edited = withHeader(sources, contract, head);
  const changelog = changelogOf(difference, head, options);
  const isChanged =
    edited.some(({ text }, index) => text !== sources[index]?.text) || changelog?.text !== changelog?.before;
  if (isDryRun) {
    terminal.out(differencesOf(sources, edited));
    if (changelog !== undefined && changelog.text !== changelog.before)
      terminal.out(createTwoFilesPatch(changelog.name, changelog.name, changelog.before, changelog.text));
    return succeed(isChanged ? exitCodes.changesPending : exitCodes.done);
  }
  const written = writeSources(sources, edited, process.cwd());
  if (!written.ok) return written;
  const logged = changelog === undefined ? succeed(undefined) : writeFileAtomically(changelog.file, changelog.text);
  if (!logged.ok) return logged;
  const place = changelog === undefined ? shownPath(folder, process.cwd()) : changelog.name;
  terminal.talk(`${bumpWords[language].done(contract.version, head.version, head.effective)} (${place})\n`);
  return succeed(exitCodes.done);
}

/** Only the two values are written: comments and columns stay. */
function withHeader(
  sources: readonly Source[],
  contract: Contract,
  { version, effective }: EntryHead,
): readonly Source[] {
  const edits: readonly TextEdit[] = [
    ...(contract.version === version ? [] : [{ span: contract.locate.spanOf(["version"], "value"), text: version }]),
    ...(contract.effective === effective
      ? []
      : [{ span: contract.locate.spanOf(["effective"], "value"), text: effective }]),
  ];
  return sources.map((source) => {
    const own = edits.filter(({ span }) => span.file === source.file);
    return own.length === 0 ? source : createSource(source.file, applyEdits(source.text, own).text);
  });
}

interface Changelog {
  readonly file: string;
  readonly name: string;
  readonly before: string;
  readonly text: string;
}

function changelogOf(
  difference: Difference,
  head: EntryHead,
  { changelog, language }: BumpOptions,
): Changelog | undefined {
  if (changelog === false) return undefined;
  const file = changelog === "" ? join(difference.head.folder, "CHANGELOG.md") : resolve(process.cwd(), changelog);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const entry = changelogEntry(difference, head, language);
  return {
    file,
    name: shownPath(file, process.cwd()),
    before,
    text: withEntry(before, entry, { version: head.version, language }),
  };
}

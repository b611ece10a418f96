import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Language } from "../../diagnostics/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { compareContracts, type Level, levels } from "../../review/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import {
  type ContractPlace,
  type ContractVersion,
  contractPlace,
  loadVersion,
  loadWorktree,
  type VersionOptions,
} from "../files/load-version.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Output } from "../options.ts";
import { createPaint, type Paint, type Terminal } from "../terminal.ts";
import { type Difference, touches } from "./difference.ts";
import type { DiffFormat } from "./formats.ts";
import { renderDiffHtml } from "./html-view.ts";
import { renderDiffJson } from "./json-view.ts";
import { renderDiffMarkdown } from "./markdown-view.ts";
import { renderDiffText } from "./text-view.ts";
import { diffWords } from "./words.ts";
import { renderYamlDiff } from "./yaml-view.ts";

/** The options of `revpact diff`. */
export interface DiffOptions {
  readonly base: string;
  readonly head: string | undefined;
  readonly contract: string | undefined;
  readonly outputs: readonly Output<DiffFormat>[];
  readonly isYamlShown: boolean;
  readonly party: string | undefined;
  readonly failOn: Level | undefined;
  readonly asOf: string;
  readonly language: Language;
}

/** Compares two versions and prints what changed. */
export function runDiff(options: DiffOptions, terminal: Terminal): Result<ExitCode> {
  const loaded = loadDifference(options);
  if (!loaded.ok) return loaded;
  const narrowed = ofParty(loaded.value, options.party);
  if (!narrowed.ok) return narrowed;
  const difference = narrowed.value;
  talkOfBase(difference, options.language, terminal);
  for (const { format, file } of options.outputs) {
    const text = render(difference, format, {
      options,
      paint: file === undefined ? terminal.outPaint : createPaint(false),
    });
    const written = file === undefined ? succeed(terminal.out(text)) : writeFileAtomically(file, text);
    if (!written.ok) return written;
  }
  const weighs = (level: Level) =>
    options.failOn !== undefined && levels.indexOf(level) <= levels.indexOf(options.failOn);
  return succeed(difference.shown.some(({ level }) => weighs(level)) ? exitCodes.findings : exitCodes.done);
}

/** Both versions and what is not the same in them. */
export function loadDifference({
  base,
  head,
  contract,
  asOf,
  language,
}: Pick<DiffOptions, "base" | "head" | "contract" | "asOf" | "language">): Result<Difference> {
  const from = process.cwd();
  // Where both are files or folders, no contract of the working tree has to be found.
  const isPlaced = [base, head].every((written) => written !== undefined && existsSync(resolve(from, written)));
  const place = isPlaced ? succeed(undefined) : contractPlace(contract, from);
  if (!place.ok) return place;
  const newer: VersionOptions = { from, asOf, language, isLenient: false, onErrors: exitCodes.findings };
  const after = head === undefined ? loadWorktree(contract, newer) : loadVersion(head, place.value, newer);
  if (!after.ok) return after;
  const before = loadVersion(base, placeOfBase(place.value, after.value), {
    ...newer,
    isLenient: true,
    onErrors: exitCodes.usage,
  });
  if (!before.ok) return before;
  const comparison = compareContracts(before.value.contract, after.value.contract, asOf);
  return succeed({ base: before.value, head: after.value, comparison, shown: comparison.changes });
}

/** Where the newer version lies; its name finds the older one in a folder that was called otherwise. */
function placeOfBase(place: ContractPlace | undefined, { contract }: ContractVersion): ContractPlace {
  return place === undefined ? { folder: process.cwd(), name: contract.name } : { ...place, name: contract.name };
}

function ofParty(difference: Difference, party: string | undefined): Result<Difference> {
  if (party === undefined) return succeed(difference);
  const { base, head, comparison } = difference;
  const known = [
    ...new Set([head, base].flatMap(({ contract }) => [...contract.parties.keys(), ...contract.roles.keys()])),
  ];
  if (!known.includes(party)) {
    const guess = nearest(party, known);
    const parties = [...head.contract.parties.keys()].join(", ");
    return fail(
      exitCodes.usage,
      `there is no party ${party}${guess === undefined ? "" : `; did you mean ${guess}`}`,
      `the contract has ${parties}`,
    );
  }
  return succeed({ ...difference, party, shown: comparison.changes.filter((change) => touches(change, party)) });
}

/** What a reader must know of the older version beside its changes. */
function talkOfBase({ base, head }: Difference, language: Language, terminal: Terminal): void {
  const say = diffWords(language);
  const errors = base.findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) terminal.talk(`${say.lenient(base.place, errors)}\n`);
  const isElsewhere = base.commit !== undefined && head.commit !== undefined && base.mainFile !== head.mainFile;
  if (isElsewhere) terminal.talk(`${say.moved(base.place, base.mainFile)}\n`);
}

interface Rendering {
  readonly options: Pick<DiffOptions, "language" | "isYamlShown">;
  readonly paint: Paint;
}

function render(difference: Difference, format: DiffFormat, { options, paint }: Rendering): string {
  const { language, isYamlShown } = options;
  switch (format) {
    case "json":
      return renderDiffJson(difference);
    case "markdown":
      return renderDiffMarkdown(difference, { language });
    case "html":
      return renderDiffHtml(difference, { language });
    case "text": {
      const yaml = isYamlShown
        ? `\n${paint.bold(diffWords(language).yaml)}\n${renderYamlDiff(difference.base, difference.head, paint)}`
        : "";
      return renderDiffText(difference, { language, paint }) + yaml;
    }
    default:
      return format satisfies never;
  }
}

import { createTimeZone, describeInstant, type Instant, instantAt } from "../../calendar/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { DecimalSign } from "../../events/index.ts";
import { createTally, createVersions, replayLead, type Versions } from "../../replay/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { loadAgainst, type OtherVersion } from "../files/load-revision.ts";
import { loadSingle, type UsableContract } from "../files/load-single.ts";
import type { Terminal } from "../terminal.ts";
import type { TextEncoding } from "./check-encoding.ts";
import { describeDifference } from "./describe-account.ts";
import { createFindingLog, type FindingLog } from "./finding-log.ts";
import { renderFindings, renderTotals } from "./findings-view.ts";
import { createCsvView, createJsonView } from "./machine-views.ts";
import { type OpenFile, withFile } from "./open-file.ts";
import { createReadingProgress } from "./progress.ts";
import { type RowTotals, readEvents } from "./read-events.ts";
import { createTextView } from "./text-view.ts";
import { replayWords } from "./words.ts";

const views = { text: createTextView, json: createJsonView, csv: createCsvView } as const;

/** The output formats of `revpact replay`. */
export type ReplayFormat = keyof typeof views;

/** The options of `revpact replay`. */
export interface ReplayOptions {
  readonly file: string;
  readonly path: string | undefined;
  readonly from: string;
  readonly against: string;
  /** The last day that is looked at; absent: now. */
  readonly until: string | undefined;
  readonly format: ReplayFormat;
  readonly language: Language;
  readonly separator: string | undefined;
  readonly encoding: TextEncoding;
  readonly decimal: DecimalSign | undefined;
  readonly zone: string | undefined;
  readonly mapping: ReadonlyMap<string, string>;
}

/** Runs recorded leads through two versions of a contract and says who would have been treated differently. */
export async function runReplay(options: ReplayOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const { path, language, from, against } = options;
  const current = loadSingle(path, language, terminal);
  if (!current.ok) return current;
  const other = loadAgainst(against, current.value, { from, language });
  if (!other.ok) return other;
  const versions = versionsOf(current.value, other.value, options);
  return withFile(options.file, (file) => replayFile(file, versions, { options, terminal }));
}

function versionsOf({ contract }: UsableContract, other: OtherVersion, options: ReplayOptions): Versions {
  const { zone, decimal, language } = options;
  const isSame = contract.version === other.contract.version;
  const label = (version: string, place: string) => (isSame ? place : version);
  return createVersions(
    {
      before: { contract: other.contract, label: label(other.contract.version, other.place) },
      after: { contract, label: label(contract.version, replayWords[language].workingTree) },
    },
    {
      ...(zone === undefined ? {} : { zone: createTimeZone(zone) }),
      ...(decimal === undefined ? {} : { decimal }),
    },
  );
}

async function replayFile(
  file: OpenFile,
  versions: Versions,
  { options, terminal }: { readonly options: ReplayOptions; readonly terminal: Terminal },
): Promise<Result<ExitCode>> {
  const { language, format, separator, encoding, mapping } = options;
  const log = createFindingLog();
  const tally = createTally();
  const view = views[format]({ write: terminal.out, language, paint: terminal.outPaint });
  const until = untilOf(options, versions);
  const progress = createReadingProgress(terminal, file, language);
  const totals = await readEvents(
    file,
    {
      versions,
      until,
      encoding,
      mapping,
      onProgress: progress.show,
      ...(separator === undefined ? {} : { separator }),
    },
    {
      log,
      onOneSided: tally.addOneSided,
      onLead: (rows) => {
        const replay = replayLead(versions, rows, until.at);
        tally.add(replay);
        const { difference, comparison } = replay;
        if (difference === undefined) return;
        view.lead(() => ({
          ...describeDifference({ ...replay, difference }, versions, language),
          kinds: [...comparison.kinds],
        }));
      },
    },
  );
  progress.end();
  const noRows: RowTotals = { rows: 0, leftOut: 0, later: 0 };
  if (totals !== undefined || format === "json")
    view.end({ versions, until, totals: totals ?? noRows, summary: tally.summary(), log });
  if (format !== "json") tell(totals, log, { until: until.at, versions, language, terminal });
  return succeed(log.hasErrors() ? exitCodes.findings : exitCodes.done);
}

/** The end of the day that was asked for, or now. */
function untilOf({ until }: ReplayOptions, { zone }: Versions): { readonly at: Instant; readonly isAsked: boolean } {
  if (until === undefined) return { at: Date.now(), isAsked: false };
  return { at: instantAt(until, 24 * 60, zone) - 1, isAsked: true };
}

/** What is wrong with the file goes beside the result, so that a result in CSV stays one. */
function tell(
  totals: RowTotals | undefined,
  log: FindingLog,
  {
    until,
    versions,
    language,
    terminal,
  }: { readonly until: Instant; readonly versions: Versions; readonly language: Language; readonly terminal: Terminal },
): void {
  terminal.talk(renderFindings(log, language, terminal.talkPaint));
  if (totals === undefined) return;
  const moment = describeInstant(until, versions.zone, language);
  terminal.talk(renderTotals(totals, log, { until: moment, language }));
}

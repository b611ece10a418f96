import { type Instant, localTime } from "../../calendar/index.ts";
import { catalogue, type FindingArgs, type Span } from "../../diagnostics/index.ts";
import {
  type CellProblem,
  type Columns,
  cellProblem,
  detectSeparator,
  type EventCode,
  readHeader,
  rowOf,
} from "../../events/index.ts";
import { type OneSided, type ReplayRow, readReplayRow, type Versions } from "../../replay/index.ts";
import { checkEncoding, startOfText, type TextEncoding } from "./check-encoding.ts";
import { createCollector, mostInMemory } from "./collect-leads.ts";
import type { FindingLog } from "./finding-log.ts";
import { spanOfCell } from "./locate.ts";
import { bytesAt, type OpenFile } from "./open-file.ts";
import { type Onwards, parseRows, type RowOptions, type RowPlace } from "./parse-rows.ts";
import type { PlacedRow } from "./placed-row.ts";

/** How a file of events is read. */
export interface EventFileOptions {
  readonly versions: Versions;
  /** What happens later has not happened yet; `isAsked` where somebody chose to look no further. */
  readonly until: { readonly at: Instant; readonly isAsked: boolean };
  readonly separator?: string;
  readonly encoding: TextEncoding;
  readonly mapping: ReadonlyMap<string, string>;
  /** Whether the rows of a record may stand anywhere; absent: where the file is not too large for that. */
  readonly isInMemory?: boolean;
  readonly onProgress?: (bytes: number) => void;
}

/** What becomes of what is read: leads come one by one, each with all its rows in order of time. */
export interface EventSink {
  readonly log: FindingLog;
  readonly onLead: (rows: readonly PlacedRow[]) => void;
  readonly onOneSided: (oneSided: OneSided) => void;
}

/** How many rows a file has, how many of them were left out, and how many are later than was asked for. */
export interface RowTotals {
  readonly rows: number;
  readonly leftOut: number;
  readonly later: number;
}

/** Reads a file of events lead by lead; undefined where it can't be read at all, which the log tells. */
export async function readEvents(
  file: OpenFile,
  options: EventFileOptions,
  sink: EventSink,
): Promise<RowTotals | undefined> {
  const foreign = checkEncoding(file, options.encoding);
  if (foreign !== undefined) {
    sink.log.put(foreign);
    return undefined;
  }
  const { separator, likely } = detectSeparator(firstLine(file), options.separator);
  const reading: Reading = { file, options, sink, rowOptions: { separator, encoding: options.encoding } };
  if (likely !== undefined) {
    report(reading, headerPlace(file), -1, { code: "EVT002", args: { used: separator, likely } });
    return undefined;
  }
  return readAll(reading);
}

interface Reading {
  readonly file: OpenFile;
  readonly options: EventFileOptions;
  readonly sink: EventSink;
  readonly rowOptions: RowOptions;
}

async function readAll(reading: Reading): Promise<RowTotals | undefined> {
  const { file, options, sink, rowOptions } = reading;
  const totals = { rows: 0, leftOut: 0, later: 0 };
  let columns: Columns | undefined;
  let isHeaderBroken = false;
  const columnOf = ({ column }: CellProblem) => columns?.positions.get(column) ?? 0;
  const collector = createCollector(options.isInMemory ?? file.size <= mostInMemory, {
    onLead: sink.onLead,
    onProblem: (row, problem) => {
      report(reading, row.place, columnOf(problem), problem);
      if (catalogue[problem.code].severity === "error") totals.leftOut += 1;
    },
  });
  const onData = (cells: readonly string[], place: RowPlace, known: Columns): Onwards => {
    const fate = fateOf(cells, place, { known, options });
    for (const problem of fate.problems) report(reading, place, columnOf(problem), problem);
    if (fate.isLater === true) totals.later += 1;
    else if (fate.row === undefined) totals.leftOut += 1;
    else {
      fate.oneSided.forEach(sink.onOneSided);
      collector.take({ ...fate.row, place });
    }
    return fate.problems.some(({ code }) => code === "EVT004") ? "broken" : "next";
  };
  await parseRows(file, rowOptions, {
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    onRow: (cells, place) => {
      if (columns !== undefined) {
        totals.rows += 1;
        return onData(cells, place, columns);
      }
      columns = isHeaderBroken ? undefined : findColumns(reading, cells, place);
      return columns === undefined ? "stop" : "next";
    },
    onBroken: (place, problem) => {
      report(reading, place, -1, { code: "EVT004", args: { problem, cells: 0, expected: 0 } });
      isHeaderBroken = columns === undefined;
      totals.rows += 1;
      totals.leftOut += 1;
    },
  });
  // A file without any row has no header either.
  if (columns === undefined && sink.log.counts().size === 0) findColumns(reading, [], headerPlace(file));
  collector.end();
  return columns === undefined ? undefined : totals;
}

/** What becomes of a row. */
interface Fate {
  readonly row?: ReplayRow;
  readonly problems: readonly CellProblem[];
  readonly oneSided: readonly OneSided[];
  /** It is of a time that nobody asked about. */
  readonly isLater?: boolean;
}

function fateOf(
  cells: readonly string[],
  { line }: RowPlace,
  { known, options }: { readonly known: Columns; readonly options: EventFileOptions },
): Fate {
  if (cells.length !== known.count) {
    const args = { problem: "cells", cells: cells.length, expected: known.count } as const;
    return { problems: [cellProblem("EVT004", "record", args)], oneSided: [] };
  }
  const { row, problems, oneSided } = readReplayRow(rowOf(cells, known), line, options.versions);
  if (row === undefined || row.head.at <= options.until.at)
    return { problems, oneSided, ...(row === undefined ? {} : { row }) };
  if (options.until.isAsked) return { problems: [], oneSided: [], isLater: true };
  const written = (cells[known.positions.get("at") ?? 0] ?? "").trim();
  return { problems: [tooEarly(written, options)], oneSided: [] };
}

/** An event after now is a mistake; one after the day that was asked for is merely not looked at. */
function tooEarly(written: string, { until, versions }: EventFileOptions): CellProblem {
  const { date, time } = localTime(until.at, versions.zone);
  return cellProblem("EVT012", "at", { written, now: `${date} ${time}` });
}

function findColumns(reading: Reading, cells: readonly string[], place: RowPlace): Columns | undefined {
  const { versions, mapping } = reading.options;
  const { columns, problems } = readHeader(cells, {
    mapping,
    names: [versions.after.reading.names, versions.before.reading.names],
  });
  for (const problem of problems) report(reading, place, problem.position, problem);
  return columns;
}

function report(
  { sink, file, rowOptions }: Reading,
  place: RowPlace,
  position: number,
  { code, args }: { readonly code: EventCode; readonly args: FindingArgs },
): void {
  sink.log.add(code, args, (): Span => spanOfCell(file, place, position, rowOptions));
}

function headerPlace(file: OpenFile): RowPlace {
  const offset = startOfText(bytesAt(file, 0, 3));
  return { line: 1, offset, length: Buffer.byteLength(firstLine(file)) };
}

const longestHeader = 1 << 20;

/** The first line that is not empty. */
function firstLine(file: OpenFile): string {
  const start = startOfText(bytesAt(file, 0, 3));
  const text = bytesAt(file, start, Math.min(longestHeader, file.size)).toString("latin1");
  return /[^\r\n]+/.exec(text)?.[0] ?? "";
}

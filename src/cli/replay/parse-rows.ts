import { CsvError, type Info, Parser } from "csv-parse";
import type { RowProblem } from "../../diagnostics/index.ts";
import { startOfText, type TextEncoding } from "./check-encoding.ts";
import { bytesAt, type OpenFile, piecesOf } from "./open-file.ts";

/** Where a row begins: its line, counted from 1, and its offset and length in bytes. */
export interface RowPlace {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** How reading goes on after a row: a broken one of several lines may have swallowed others, and those are read again. */
export type Onwards = "next" | "broken" | "stop";

/** What reading a file tells of it. */
export interface RowSink {
  readonly onRow: (cells: readonly string[], place: RowPlace) => Onwards;
  /** A row that can't be split into cells; reading goes on with the next line. */
  readonly onBroken: (place: RowPlace, problem: RowProblem) => void;
  /** How many bytes were read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** How the rows of a file are split. */
export interface RowOptions {
  readonly separator: string;
  readonly encoding: TextEncoding;
}

// A row of this length holds no events: a quotation mark is open, or it is no CSV.
const longestRow = 1_000_000;
// Each broken row makes reading start anew behind it.
const mostBroken = 1000;

interface Start {
  readonly line: number;
  readonly offset: number;
}

/**
 * Reads the rows of a file one after the other; empty ones are passed over. A quotation mark that is not closed swallows
 * the rows behind it: the row it stands in is told, and reading starts anew on the next line.
 */
export async function parseRows(file: OpenFile, options: RowOptions, sink: RowSink): Promise<void> {
  let start: Start | undefined = { line: 1, offset: startOfText(bytesAt(file, 0, 3)) };
  for (let broken = 0; start !== undefined; broken += 1) {
    if (broken > mostBroken) {
      sink.onBroken({ ...start, length: 0 }, "given-up");
      return;
    }
    start = await parseFrom(file, start, { options, sink });
  }
}

/** Reads until the end, or until a broken row; then the start of the line behind it. */
async function parseFrom(
  file: OpenFile,
  start: Start,
  { options, sink }: { readonly options: RowOptions; readonly sink: RowSink },
): Promise<Start | undefined> {
  const run = createRun(start, options, sink);
  let read = start.offset;
  for (const piece of piecesOf(file, start.offset)) {
    if (run.isOver()) break;
    if (!run.parser.write(piece)) await drainOf(run.parser);
    read += piece.length;
    sink.onProgress?.(read);
  }
  if (!run.isOver()) await endOf(run.parser);
  const halt = run.halt();
  if (halt === undefined || halt === "stop") return undefined;
  const { row, next } = rowAt(file, halt.place);
  if (halt.problem !== undefined) sink.onBroken(row, halt.problem);
  return next;
}

/** Until a parser takes more, or has ended. */
function drainOf(parser: Parser): Promise<void> {
  return new Promise((done) => {
    const settle = () => {
      parser.off("drain", settle);
      parser.off("close", settle);
      done();
    };
    parser.on("drain", settle);
    parser.on("close", settle);
  });
}

async function endOf(parser: Parser): Promise<void> {
  parser.end();
  parser.resume();
  await new Promise<void>((done) => {
    parser.once("close", done);
  });
}

interface Run {
  readonly parser: Parser;
  readonly isOver: () => boolean;
  readonly halt: () => Halt | undefined;
}

/** Why a stretch ended early: a row that is to be read again without its first line, or no more is wanted. */
type Halt = "stop" | { readonly place: Start; readonly problem?: RowProblem };

/** One parser over one stretch of the file; it parses while it is written to, and tells rows as it finds them. */
function createRun(start: Start, { separator, encoding }: RowOptions, sink: RowSink): Run {
  const state = { line: start.line, offset: start.offset, emptyLines: 0 };
  let halt: Halt | undefined;
  const parser = new Parser({
    bom: false,
    delimiter: separator,
    encoding: encoding === "utf8" ? "utf8" : "latin1",
    // The first break of a file does not speak for the others: files are joined by hand.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    on_record: (cells: readonly string[], info: Info): null => {
      const { line: firstLine, offset } = state;
      const line = firstLine + info.empty_lines - state.emptyLines;
      const place = { line, offset, length: start.offset + info.bytes - offset };
      // The parser counts \r\n inside quotation marks twice.
      const breaks = breaksIn(cells);
      state.line = line + 1 + breaks;
      state.offset = start.offset + info.bytes;
      state.emptyLines = info.empty_lines;
      if (halt !== undefined || cells.every((cell) => cell.trim() === "")) return null;
      const onwards = sink.onRow(encoding === "utf8" ? cells : cells.map(fromWindows), place);
      if (onwards === "stop") halt = onwards;
      if (onwards === "broken" && breaks > 0) halt = { place: { line: firstLine, offset } };
      return null;
    },
  });
  parser.on("error", (error: unknown) => {
    halt ??= { place: { line: state.line, offset: state.offset }, problem: problemOf(error) };
  });
  return { parser, isOver: () => halt !== undefined || parser.destroyed, halt: () => halt };
}

function problemOf(error: unknown): RowProblem {
  if (!(error instanceof CsvError)) throw error;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "unclosed-quote";
    case "CSV_MAX_RECORD_SIZE":
      return "too-long";
    default:
      return "stray-quote";
  }
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.split(/\r\n|\r|\n/).length - 1;
  return count;
}

/** The first line from a place on that is not empty, and where the line behind it begins. */
function rowAt(file: OpenFile, start: Start): { readonly row: RowPlace; readonly next: Start | undefined } {
  for (let { line, offset } = start; ; line += 1) {
    const end = endOfLine(file, offset);
    const isEmpty = end - offset <= 2 && /^[\r\n]*$/.test(bytesAt(file, offset, end - offset).toString("latin1"));
    const next = end < file.size ? { line: line + 1, offset: end } : undefined;
    if (!isEmpty || next === undefined) return { row: { line, offset, length: end - offset }, next };
    offset = end;
  }
}

function endOfLine(file: OpenFile, offset: number): number {
  let place = offset;
  for (const piece of piecesOf(file, offset)) {
    const end = piece.indexOf(0x0a);
    if (end >= 0) return place + end + 1;
    place += piece.length;
  }
  return place;
}

// Written out: the decoder of some Node releases leaves these signs as they are.
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** What Excel calls Latin-1 has letters and signs, such as the euro, where Latin-1 has control characters. */
function fromWindows(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

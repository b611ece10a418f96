import type { Position, Span } from "../../diagnostics/index.ts";
import { locateCell } from "../../events/index.ts";
import { bytesAt, type OpenFile } from "./open-file.ts";
import type { RowOptions, RowPlace } from "./parse-rows.ts";

// Enough for any cell that people want to be shown.
const longestShown = 1 << 16;

/** The place of a cell, counted from 0: the row is read again, since few rows are ever asked for. */
export function spanOfCell(file: OpenFile, row: RowPlace, position: number, options: RowOptions): Span {
  const bytes = bytesAt(file, row.offset, Math.min(row.length, longestShown));
  const all = bytes.toString(options.encoding === "utf8" ? "utf8" : "latin1");
  const text = all.replace(/^[\r\n]+/, "");
  const skipped = all.length - text.length;
  const { start, end } = locateCell(text.replace(/[\r\n]+$/, ""), position, options.separator);
  const at = ({ line, column, offset }: typeof start): Position => ({
    line: row.line + line,
    column: column + 1,
    offset: row.offset + skipped + offset,
  });
  return { file: file.name, start: at(start), end: at(end) };
}

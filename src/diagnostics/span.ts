import { compareText } from "./compare-text.ts";

/** A place in a text: 1-based line, 1-based column in Unicode code points, 0-based UTF-16 offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of one file; `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** The first character of a file, for findings about the file as a whole. */
export function startOfFile(file: string): Span {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
}

/** Orders spans by file, then by place. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file !== b.file) return compareText(a.file, b.file);
  return a.start.offset - b.start.offset || a.end.offset - b.end.offset;
}

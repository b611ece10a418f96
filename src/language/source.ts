import type { Position, Span } from "../diagnostics/index.ts";

/** One text of the contract, and what places in it are counted from. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** Offsets of the second halves of surrogate pairs: characters such as emoji that take two UTF-16 units. */
  readonly pairEnds: readonly number[];
}

/** Prepares a text for spans; `file` is the name shown to people. */
export function createSource(file: string, text: string): Source {
  const lineStarts = [0];
  for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) lineStarts.push(index + 1);
  const pairEnds = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index + 1);
  return { file, text, lineStarts, pairEnds };
}

/** The span between two UTF-16 offsets. */
export function spanBetween(source: Source, start: number, end: number): Span {
  return { file: source.file, start: positionAt(source, start), end: positionAt(source, Math.max(start, end)) };
}

/** Columns count code points, so that an accent or an emoji is one column. */
function positionAt(source: Source, offset: number): Position {
  const bounded = Math.min(Math.max(offset, 0), source.text.length);
  const line = countUpTo(source.lineStarts, bounded);
  const lineStart = source.lineStarts[line - 1] ?? 0;
  // Counted from tables: a hostile text of one line with 100,000 findings would take minutes otherwise.
  const pairs = countUpTo(source.pairEnds, bounded - 1) - countUpTo(source.pairEnds, lineStart);
  return { line, column: bounded - lineStart - pairs + 1, offset: bounded };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

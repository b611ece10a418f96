import type { Position, Span } from "../diagnostics/index.ts";

/** One text of the contract and where its lines begin. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Prepares a text for spans; `file` is the name shown to people. */
export function createSource(file: string, text: string): Source {
  const lineStarts = [0];
  for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) lineStarts.push(index + 1);
  return { file, text, lineStarts };
}

/** The span between two UTF-16 offsets. */
export function spanBetween(source: Source, start: number, end: number): Span {
  return { file: source.file, start: positionAt(source, start), end: positionAt(source, Math.max(start, end)) };
}

/** Columns count code points, so that an accent or an emoji is one column. */
function positionAt(source: Source, offset: number): Position {
  const bounded = Math.min(Math.max(offset, 0), source.text.length);
  const line = lineAt(source.lineStarts, bounded);
  const lineStart = source.lineStarts[line] ?? 0;
  return { line: line + 1, column: countCodePoints(source.text.slice(lineStart, bounded)) + 1, offset: bounded };
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

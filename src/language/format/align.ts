import type { Piece, Row } from "./pieces.ts";

/** A line with a comment at its end: where content and comment stood, and where the content ends now. */
export interface CommentedLine {
  readonly originalEnd: number;
  readonly originalColumn: number;
  readonly hasTab: boolean;
  readonly end: number;
}

/**
 * How many spaces stand before each value that its author lined up with others of the same block: several values in one
 * column, behind different spaces. The column moves with the longest of their keys; all other values get one space.
 */
export function alignValues(blocks: readonly (readonly Row[])[]): ReadonlyMap<Piece, number> {
  const gaps = new Map<Piece, number>();
  for (const rows of blocks) {
    for (const group of groupBy(rows, ({ key, value }) => value.start - key.start)) {
      const original = group.map(({ colon, value }) => value.start - colon.end);
      const narrowest = Math.min(...original);
      if (narrowest === Math.max(...original)) continue;
      const widest = Math.max(...group.map(({ key }) => key.text.length));
      for (const { key, value } of group) gaps.set(value, widest - key.text.length + narrowest);
    }
  }
  return gaps;
}

/**
 * How many spaces stand before each comment at the end of a line. Comments in one column of the file, one of them well
 * away from its content, were lined up: they move together, as far as the longest of their lines does. Others keep
 * their distance.
 */
export function alignComments(lines: readonly CommentedLine[]): ReadonlyMap<CommentedLine, number> {
  const gaps = new Map<CommentedLine, number>();
  for (const line of lines) gaps.set(line, line.hasTab ? 1 : distanceIn(line));
  const untabbed = lines.filter(({ hasTab }) => !hasTab);
  for (const group of groupBy(untabbed, ({ originalColumn }) => originalColumn)) {
    if (group.length < 2 || !group.some((line) => distanceIn(line) > 2)) continue;
    const column = Math.max(...group.map(({ end }) => end)) + Math.min(...group.map(distanceIn));
    for (const line of group) gaps.set(line, column - line.end);
  }
  return gaps;
}

function distanceIn({ originalColumn, originalEnd }: CommentedLine): number {
  return originalColumn - originalEnd;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): readonly (readonly T[])[] {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

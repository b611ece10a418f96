/** A place in the text of a row: lines and columns counted from 0, columns in code points, the offset in UTF-16 units. */
export interface RowPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From where to where a cell of a row reaches; the whole row where it has no such cell. */
export function locateCell(
  row: string,
  position: number,
  separator: string,
): { readonly start: RowPlace; readonly end: RowPlace } {
  let start = 0;
  for (let cell = 0; start <= row.length; cell += 1) {
    const end = endOfCell(row, start, separator);
    if (cell === position) return { start: placeAt(row, start), end: placeAt(row, end) };
    start = end + separator.length;
  }
  return { start: placeAt(row, 0), end: placeAt(row, row.length) };
}

function endOfCell(row: string, start: number, separator: string): number {
  let from = start;
  if (row[start] === '"') {
    const closed = /"(?:[^"]|"")*"/y;
    closed.lastIndex = start;
    from = closed.test(row) ? closed.lastIndex : row.length;
  }
  const end = row.indexOf(separator, from);
  return end < 0 ? row.length : end;
}

function placeAt(row: string, offset: number): RowPlace {
  const lines = row.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, column: [...(lines.at(-1) ?? "")].length, offset };
}

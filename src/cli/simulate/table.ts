/** A table of texts: columns as wide as they need, numbers to the right. */
export function layOut(
  rows: readonly (readonly string[])[],
  { rightFrom, paintHead }: { readonly rightFrom: number; readonly paintHead: (text: string) => string },
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row, place) => {
    const cells = row.map((cell, column) =>
      column < rightFrom ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    const line = `  ${cells.join("  ").trimEnd()}`;
    return place === 0 ? paintHead(line) : line;
  });
}

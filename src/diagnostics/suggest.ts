/** The candidate nearest to `written`, if it is near enough to be what was meant; a short word keeps its first letter. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const name of candidates) {
    if (Math.abs(name.length - written.length) > limit) continue;
    if (written.length <= 3 && name[0] !== written[0]) continue;
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      current.push(cheapest({ a, b, row, column, current, last, beforeLast }));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly column: number;
  readonly current: readonly number[];
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function cheapest({ a, b, row, column, current, last, beforeLast }: Cell): number {
  const at = (cells: readonly number[], index: number) => cells[index] ?? Number.POSITIVE_INFINITY;
  const isSame = a[row - 1] === b[column - 1];
  const plain = Math.min(at(current, column - 1) + 1, at(last, column) + 1, at(last, column - 1) + (isSame ? 0 : 1));
  const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwap ? Math.min(plain, at(beforeLast, column - 2) + 1) : plain;
}

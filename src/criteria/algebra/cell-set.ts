/**
 * A set of the cells that a domain is divided into, one bit each. Never changed once made; an operation whose result is
 * empty answers undefined, so that a set at hand always has a cell.
 */
export type CellSet = Uint32Array;

/** The cells of a domain of this size that pass a test. */
export function cellsWhere(size: number, passes: (cell: number) => boolean): CellSet | undefined {
  const set = new Uint32Array(Math.ceil(size / 32));
  for (let cell = 0; cell < size; cell += 1) {
    if (passes(cell)) set[cell >>> 5] = (set[cell >>> 5] ?? 0) | (1 << (cell & 31));
  }
  return kept(set);
}

/** The cells in both sets. */
export function bothOf(a: CellSet, b: CellSet): CellSet | undefined {
  return kept(a.map((word, index) => word & (b[index] ?? 0)));
}

/** The cells of the first set that the second lacks. */
export function without(a: CellSet, b: CellSet): CellSet | undefined {
  return kept(a.map((word, index) => word & ~(b[index] ?? 0)));
}

/** True when the sets share a cell. */
export function meets(a: CellSet, b: CellSet): boolean {
  return a.some((word, index) => (word & (b[index] ?? 0)) !== 0);
}

/** True when every cell of the first set is in the second. */
export function isWithin(a: CellSet, b: CellSet): boolean {
  return a.every((word, index) => (word & ~(b[index] ?? 0)) === 0);
}

/** True when a cell is in the set. */
export function hasCell(set: CellSet, cell: number): boolean {
  return ((set[cell >>> 5] ?? 0) & (1 << (cell & 31))) !== 0;
}

/** The first cell of a set: domains put plainer cells first. */
export function firstCell(set: CellSet): number {
  const word = set.findIndex((bits) => bits !== 0);
  const bits = set[word] ?? 0;
  return word * 32 + (31 - Math.clz32(bits & -bits));
}

function kept(set: CellSet): CellSet | undefined {
  return set.some((word) => word !== 0) ? set : undefined;
}

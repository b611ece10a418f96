import { bothOf, type CellSet, isWithin, meets, without } from "./cell-set.ts";

/** The leads whose cell in each dimension is in the set; a dimension that is not there may have any. */
export type Box = ReadonlyMap<number, CellSet>;

/** The leads in any of the boxes; boxes may overlap, none is empty. */
export type Region = readonly Box[];

/** Every lead. */
export const everywhere: Region = [new Map()];

/** How many comparisons of boxes a question may still cost. Below zero every answer is a guess and must be thrown away. */
export interface Work {
  left: number;
}

/** What the operations need besides their operands: all cells of a dimension, and the work that is left. */
export interface RegionContext {
  readonly allCells: (dimension: number) => CellSet;
  readonly work: Work;
}

/** Regions with more boxes than this are not tidied: comparing each with each would cost more than it saves. */
const mostTidied = 128;

/** The leads in both boxes. */
export function bothBoxes(a: Box, b: Box): Box | undefined {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const both = new Map(large);
  for (const [dimension, cells] of small) {
    const other = large.get(dimension);
    const shared = other === undefined ? cells : bothOf(cells, other);
    if (shared === undefined) return undefined;
    both.set(dimension, shared);
  }
  return both;
}

/** The leads in both regions. */
export function intersect(a: Region, b: Region, context: RegionContext): Region {
  const boxes: Box[] = [];
  for (const left of a) {
    for (const right of b) {
      context.work.left -= 1;
      if (context.work.left < 0) return boxes;
      const both = bothBoxes(left, right);
      if (both !== undefined) boxes.push(both);
    }
  }
  return tidy(boxes, context);
}

/** The leads in either region. */
export function unite(a: Region, b: Region, context: RegionContext): Region {
  return tidy([...a, ...b], context);
}

/** The leads of a region that another lacks. */
export function subtract(region: Region, removed: Region, context: RegionContext): Region {
  let left = region;
  for (const box of removed) {
    left = left.flatMap((piece) => {
      context.work.left -= 1;
      return context.work.left < 0 ? [] : subtractBox(piece, box, context);
    });
  }
  return tidy(left, context);
}

/** A part of a box that no box of the others reaches; undefined where they cover it all, or where the work ran out. */
export function findOutside(box: Box, others: readonly Box[], context: RegionContext): Box | undefined {
  const near = others.filter((other) => boxesMeet(box, other));
  context.work.left -= others.length + 1;
  if (context.work.left < 0 || near.some((other) => isBoxWithin(box, other))) return undefined;
  const [widest, ...rest] = near.toSorted((a, b) => a.size - b.size);
  if (widest === undefined) return box;
  for (const piece of subtractBox(box, widest, context)) {
    const found = findOutside(piece, rest, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

function boxesMeet(a: Box, b: Box): boolean {
  for (const [dimension, cells] of a) {
    const other = b.get(dimension);
    if (other !== undefined && !meets(cells, other)) return false;
  }
  return true;
}

function isBoxWithin(small: Box, large: Box): boolean {
  for (const [dimension, cells] of large) {
    const own = small.get(dimension);
    if (own === undefined || !isWithin(own, cells)) return false;
  }
  return true;
}

/** What is left of a box, in pieces that do not overlap: one per dimension in which the other is narrower. */
function subtractBox(box: Box, removed: Box, { allCells }: RegionContext): readonly Box[] {
  if (!boxesMeet(box, removed)) return [box];
  const pieces: Box[] = [];
  let rest = box;
  for (const [dimension, cells] of removed) {
    const own = rest.get(dimension) ?? allCells(dimension);
    const outside = without(own, cells);
    if (outside !== undefined) pieces.push(new Map(rest).set(dimension, outside));
    const inside = bothOf(own, cells);
    if (inside === undefined) return pieces;
    rest = new Map(rest).set(dimension, inside);
  }
  return pieces;
}

/** Without boxes that lie within another one. */
function tidy(boxes: readonly Box[], { work }: RegionContext): Region {
  if (boxes.length < 2 || boxes.length > mostTidied) return boxes;
  const kept: Box[] = [];
  for (const box of boxes.toSorted((a, b) => a.size - b.size)) {
    work.left -= 1;
    if (!kept.some((other) => isBoxWithin(box, other))) kept.push(box);
  }
  return kept;
}

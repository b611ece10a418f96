import type { SwimlaneCard, SwimlaneMove } from "./swimlane-picture.ts";

/**
 * The way of an arrow: out of a card into the gap beside it, along the aisle above or below a lane where it goes past other
 * columns, and from the gap beside the other card into that. Gap g is the one before column g.
 */
export interface Route {
  readonly move: SwimlaneMove;
  readonly from: SwimlaneCard;
  readonly to: SwimlaneCard;
  readonly startGap: number;
  readonly endGap: number;
  /** The aisle above the lane of this number; undefined where one gap is enough. */
  readonly aisle: number | undefined;
  /** Arrows that leave or reach a card in one style share their line there. */
  readonly outKey: string;
  readonly inKey: string;
}

/** A line that others may share, over a range of its gap or aisle. */
export interface Run {
  readonly place: number;
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The route of every move between cards that are there. */
export function routesOf(moves: readonly SwimlaneMove[], cards: readonly SwimlaneCard[]): readonly Route[] {
  const byStage = new Map(cards.map((card) => [card.stage, card]));
  return moves.flatMap((move): readonly Route[] => {
    const [from, to] = [byStage.get(move.from), byStage.get(move.to)];
    if (from === undefined || to === undefined) return [];
    const isBack = move.style === "return";
    // A refusal leaves where the handoff came in, and comes back where that left.
    const startGap = from.rank + (isBack ? 0 : 1);
    const endGap = to.rank + (isBack ? 1 : 0);
    const aisle = startGap === endGap ? undefined : aisleOf(from.lane, to.lane, !isBack && startGap < endGap);
    return [{ move, from, to, startGap, endGap, aisle, ...keysOf(move) }];
  });
}

/** Between the lanes; in one lane forward above its cards and backward below them. */
function aisleOf(from: number, to: number, isForward: boolean): number {
  if (from !== to) return Math.max(from, to);
  return isForward ? from : from + 1;
}

function keysOf({ from, to, style }: SwimlaneMove): Pick<Route, "outKey" | "inKey"> {
  return { outKey: `${from} ${style} out`, inKey: `${to} ${style} in` };
}

/** Gives every line a track of its own in its gap or aisle, so that none runs upon another; and how many each needs. */
export function tracksOf(runs: readonly Run[]): {
  readonly trackOf: (place: number, key: string) => number;
  readonly countOf: (place: number) => number;
} {
  const tracks = new Map<string, number>();
  const taken = new Map<number, number[]>();
  for (const { place, key, from, to } of merged(runs)) {
    const ends = taken.get(place) ?? [];
    const free = ends.findIndex((end) => end < from);
    const track = free < 0 ? ends.length : free;
    ends[track] = to;
    taken.set(place, ends);
    tracks.set(`${place} ${key}`, track);
  }
  return {
    trackOf: (place, key) => tracks.get(`${place} ${key}`) ?? 0,
    countOf: (place) => taken.get(place)?.length ?? 0,
  };
}

/** Lines with one key as one, in the order in which they begin. */
function merged(runs: readonly Run[]): readonly Run[] {
  const known = new Map<string, Run>();
  for (const run of runs) {
    const id = `${run.place} ${run.key}`;
    const [low, high] = [Math.min(run.from, run.to), Math.max(run.from, run.to)];
    const before = known.get(id);
    known.set(id, { ...run, from: Math.min(low, before?.from ?? low), to: Math.max(high, before?.to ?? high) });
  }
  return [...known.values()].toSorted((one, other) => one.from - other.from || one.to - other.to);
}

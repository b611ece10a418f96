import type { Contract, Handoff, Id } from "../../contract/index.ts";

/** A step of the main way; `by` is the handoff that leads to it. */
export interface WayStep {
  readonly stage: Id;
  readonly by?: Handoff;
}

interface Move {
  readonly from: Id;
  readonly to: Id;
  readonly by?: Handoff;
}

/**
 * The way from birth to won that passes most handoffs, then most stages. Stages where records rest or end without business
 * are not on it, nor are those that only mirror another object.
 */
export function mainWay(contract: Contract): readonly WayStep[] {
  const moves = movesOf(contract);
  const births = [...contract.stages.values()].filter(
    ({ from, pipeline }) => from.includes("new") && pipeline === undefined,
  );
  const starts = births.length === 0 ? [...contract.stages.values()].slice(0, 1) : births;
  const search: Search = { contract, moves, best: new Map(), open: new Set() };
  const ways = starts.map(({ id }) => bestFrom(search, id));
  const [best] = ways.toSorted((a, b) => b.worth - a.worth);
  return best?.steps ?? [];
}

function movesOf(contract: Contract): readonly Move[] {
  const stages = [...contract.stages.values()].filter(({ parking, closed }) => !parking && closed !== "lost");
  const isOn = new Set(stages.map(({ id }) => id));
  const entries = stages.flatMap(({ id, from, by, criteria }) =>
    by === undefined && criteria === undefined ? [] : from.map((origin): Move => ({ from: origin, to: id })),
  );
  const handoffs = [...contract.handoffs.values()].flatMap((handoff) =>
    handoff.from.map((from): Move => ({ from, to: handoff.to, by: handoff })),
  );
  return [...handoffs, ...entries].filter(({ from, to }) => isOn.has(from) && isOn.has(to));
}

interface Way {
  readonly steps: readonly WayStep[];
  readonly worth: number;
}

interface Search {
  readonly contract: Contract;
  readonly moves: readonly Move[];
  readonly best: Map<Id, Way>;
  /** Stages on the way so far: going back to one is no progress. */
  readonly open: Set<Id>;
}

const worthOf = { won: 1_000_000, handoff: 1000, step: 1 } as const;

function bestFrom(search: Search, stage: Id): Way {
  const known = search.best.get(stage);
  if (known !== undefined) return known;
  search.open.add(stage);
  const end = search.contract.stages.get(stage)?.closed === "won" ? worthOf.won : 0;
  const onward = search.moves
    .filter(({ from, to }) => from === stage && !search.open.has(to))
    .map((move) => wayAlong(search, move, end));
  const alone: Way = { steps: [{ stage }], worth: end };
  const best = onward.reduce((better, way) => (way.worth > better.worth ? way : better), alone);
  search.open.delete(stage);
  search.best.set(stage, best);
  return best;
}

function wayAlong(search: Search, { from, to, by }: Move, end: number): Way {
  const rest = bestFrom(search, to);
  const [next, ...others] = rest.steps;
  const entered = { stage: to, ...next, ...(by === undefined ? {} : { by }) };
  return {
    steps: [{ stage: from }, entered, ...others],
    worth: end + rest.worth + worthOf.step + (by === undefined ? 0 : worthOf.handoff),
  };
}

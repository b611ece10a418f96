import type { SwimlaneCard, SwimlanePicture } from "./swimlane-picture.ts";
import { type Route, type Run, routesOf, tracksOf } from "./swimlane-routes.ts";
import { textWidth, wrapText } from "./text.ts";

/** The size of a card. */
export const cardSize = { width: 136, height: 72 } as const;
const labelSize = 12;

const headWidth = 104;
const rowGap = 16;
const lanePadding = 12;
const aislePadding = 12;
const trackGap = 10;
const gapPadding = 18;
const leastGap = 40;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything of a swimlane stands. */
export interface SwimlaneLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly y: number; readonly height: number }[];
  readonly cardAt: (card: SwimlaneCard) => Point;
  readonly arrows: readonly { readonly route: Route; readonly points: readonly Point[] }[];
}

/** Lanes below one another, columns by rank, and lines in the gaps and aisles between them. */
export function layOutSwimlane({ lanes, cards, moves }: SwimlanePicture): SwimlaneLayout {
  const routes = routesOf(moves, cards);
  const rows = rowsOf(cards);
  const aisles = tracksOf(
    routes.flatMap(({ aisle, startGap, endGap, inKey }) =>
      aisle === undefined ? [] : [{ place: aisle, key: inKey, from: startGap, to: endGap }],
    ),
  );
  const placed = placeLanes(lanes.length, rows.countOf, aisles.countOf);
  const yOf = (card: SwimlaneCard) =>
    (placed.lanes[card.lane]?.cards ?? 0) + rows.rowOf(card) * (cardSize.height + rowGap);
  const aisleY = ({ aisle, inKey }: Route) =>
    aisle === undefined ? undefined : (placed.aisles[aisle] ?? 0) + aisles.trackOf(aisle, inKey) * trackGap;
  const ends = routes.map((route) => ({ route, ...portsOf(route, routes, yOf), middle: aisleY(route) }));
  const gaps = tracksOf(ends.flatMap(runsInGaps));
  const columns = placeColumns(cards, routes, gaps.countOf);
  const trackX = (gap: number, key: string) =>
    (columns.gaps[gap] ?? 0) + gapPadding + gaps.trackOf(gap, key) * trackGap;
  const cardAt = (card: SwimlaneCard) => ({ x: columns.cards[card.rank] ?? 0, y: yOf(card) });
  return {
    width: columns.width,
    height: placed.height,
    lanes: placed.lanes,
    cardAt,
    arrows: ends.map((end) => ({ route: end.route, points: pointsOf(end, cardAt, trackX) })),
  };
}

/** Cards of one lane and one rank stand below one another. */
function rowsOf(cards: readonly SwimlaneCard[]) {
  const taken = new Map<string, SwimlaneCard[]>();
  const cellOf = ({ lane, rank }: SwimlaneCard) => `${lane} ${rank}`;
  for (const card of cards) taken.set(cellOf(card), [...(taken.get(cellOf(card)) ?? []), card]);
  return {
    rowOf: (card: SwimlaneCard) => taken.get(cellOf(card))?.indexOf(card) ?? 0,
    countOf: (lane: number) =>
      Math.max(1, ...[...taken.values()].filter(([first]) => first?.lane === lane).map((cell) => cell.length)),
  };
}

function placeLanes(count: number, rowsIn: (lane: number) => number, tracksIn: (aisle: number) => number) {
  const aisleHeight = (aisle: number) => aislePadding + tracksIn(aisle) * trackGap;
  const lanes: { y: number; height: number; cards: number }[] = [];
  const aisles: number[] = [];
  let y = 1;
  for (let lane = 0; lane < count; lane += 1) {
    const rows = rowsIn(lane);
    const cards = y + aisleHeight(lane);
    // The aisle below the last lane has no other lane to stand in.
    const below = lane === count - 1 ? aisleHeight(count) : lanePadding;
    const height = aisleHeight(lane) + rows * cardSize.height + (rows - 1) * rowGap + below;
    lanes.push({ y, height, cards });
    aisles.push(y + aislePadding - 2);
    y += height;
  }
  aisles.push(y - aisleHeight(count) + aislePadding);
  return { lanes, aisles, height: y + 1 };
}

interface Ends {
  readonly route: Route;
  readonly start: number;
  readonly end: number;
  readonly middle: number | undefined;
}

/** Where a route leaves its card and reaches the other: each style at a height of its own. */
function portsOf(route: Route, routes: readonly Route[], yOf: (card: SwimlaneCard) => number) {
  const { move, from, to } = route;
  const isShared = (one: Route) => one.move.style === "handoff";
  const besideHandoff = {
    start: routes.some((one) => isShared(one) && one.from === from),
    end: routes.some((one) => isShared(one) && one.to === to),
  };
  const share = (isBeside: boolean) => {
    if (move.style === "return") return 0.86;
    return move.style === "entry" && isBeside ? 0.22 : 0.5;
  };
  return {
    start: yOf(from) + cardSize.height * share(besideHandoff.start),
    end: yOf(to) + cardSize.height * share(besideHandoff.end),
  };
}

function runsInGaps({ route, start, end, middle }: Ends): readonly Run[] {
  const { startGap, endGap, outKey, inKey } = route;
  if (middle === undefined) return start === end ? [] : [{ place: startGap, key: inKey, from: start, to: end }];
  return [
    { place: startGap, key: outKey, from: start, to: middle },
    { place: endGap, key: inKey, from: middle, to: end },
  ];
}

/** Columns with gaps as wide as their lines need, and the words of the handoffs that end there. */
function placeColumns(cards: readonly SwimlaneCard[], routes: readonly Route[], tracksIn: (gap: number) => number) {
  const last = Math.max(...cards.map(({ rank }) => rank));
  const [gaps, places]: [number[], number[]] = [[], []];
  let x = headWidth;
  for (let rank = 0; rank <= last + 1; rank += 1) {
    const words = routes.filter(({ endGap, move }) => endGap === rank && move.style === "handoff");
    const label = Math.max(0, ...words.map(({ move }) => labelWidth(move.label)));
    gaps.push(x);
    x += Math.max(leastGap, 2 * gapPadding + Math.max(0, tracksIn(rank) - 1) * trackGap + label);
    if (rank <= last) places.push(x);
    if (rank <= last) x += cardSize.width;
  }
  return { gaps, cards: places, width: x };
}

/** How wide the words on an arrow are with their frame; 0 where it has none. */
export function labelWidth(label: string): number {
  if (label === "") return 0;
  return Math.max(...labelLines(label).map((line) => textWidth(line, labelSize))) + 16;
}

/** The lines of the words on an arrow: each duration begins one. */
export function labelLines(label: string): readonly string[] {
  return label.split(/(?<= \/) /).flatMap((part) => wrapText(part, { width: 160, fontSize: labelSize, lines: 2 }));
}

function pointsOf(
  { route, start, end, middle }: Ends,
  cardAt: (card: SwimlaneCard) => Point,
  trackX: (gap: number, key: string) => number,
): readonly Point[] {
  const { move, from, to, startGap, endGap, outKey, inKey } = route;
  const isBack = move.style === "return";
  const startX = cardAt(from).x + (isBack ? 0 : cardSize.width);
  const endX = cardAt(to).x + (isBack ? cardSize.width : 0);
  const [first, last] = [
    { x: startX, y: start },
    { x: endX, y: end },
  ];
  if (middle === undefined) {
    const x = trackX(startGap, inKey);
    return start === end ? [first, last] : [first, { x, y: start }, { x, y: end }, last];
  }
  const [out, into] = [trackX(startGap, outKey), trackX(endGap, inKey)];
  return [first, { x: out, y: start }, { x: out, y: middle }, { x: into, y: middle }, { x: into, y: end }, last];
}

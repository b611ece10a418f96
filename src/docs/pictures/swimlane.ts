import { arrowHead, element, group, picture, round, type Svg } from "./svg.ts";
import type { SwimlaneCard, SwimlaneMove, SwimlanePicture } from "./swimlane-picture.ts";
import { textLines, textWidth, wrapText } from "./text.ts";

const head = 112;
const card = { width: 128, height: 48 };
const narrowGap = 60;
// A handoff's deadline stands in the gap it crosses.
const wideGap = 156;
const rowGap = 18;
const laneGap = 14;
const small = 12;
const fontSize = 13;

/** Draws lanes with cards in columns; arrows run in the gaps between them. */
export function drawSwimlane({ title, description, lanes, cards, moves }: SwimlanePicture, id: string): string {
  const rows = rowsOf(lanes.length, cards);
  const laneTops: number[] = [];
  let bottom = 1;
  for (const count of rows.counts) {
    laneTops.push(bottom);
    bottom += Math.max(1, count) * (card.height + rowGap) + laneGap + rowGap;
  }
  const columns = columnsOf(cards, moves);
  const places: Places = new Map(
    cards.map((one) => {
      const column = columns.at[one.rank] ?? { x: 0, gap: 0 };
      const y =
        (laneTops[one.lane] ?? 0) + laneGap + rowGap / 2 + (rows.rowOf.get(one.stage) ?? 0) * (card.height + rowGap);
      return [one.stage, { ...column, y }];
    }),
  );
  const { width } = columns;
  const heightOf = (index: number) => (laneTops[index + 1] ?? bottom) - (laneTops[index] ?? 0);
  const styles = ["entry", "handoff", "return"] as const;
  return picture(
    { id, title, description, width: width + 1, height: bottom + 1 },
    element("defs", {}, ...styles.map((style) => arrowHead(id, style))),
    ...lanes.map(({ name, party }, index) => lane({ name, party, width }, laneTops[index] ?? 0, heightOf(index))),
    ...moves.flatMap((move) => arrow(move, places, id)),
    ...cards.flatMap((one) => {
      const place = places.get(one.stage);
      return place === undefined ? [] : [cardAt(one, lanes[one.lane]?.party ?? 0, place)];
    }),
    ...moves.flatMap((move) => labelOn(move, places)),
  );
}

type Places = ReadonlyMap<string, Place>;

/** Where each column begins and how wide the gap before it is. */
function columnsOf(cards: readonly SwimlaneCard[], moves: readonly SwimlaneMove[]) {
  const rankOf = new Map(cards.map(({ stage, rank }) => [stage, rank]));
  const labelled = new Set(moves.flatMap(({ to, label }) => (label === "" ? [] : [rankOf.get(to)])));
  const last = Math.max(...cards.map(({ rank }) => rank));
  const at: { readonly x: number; readonly gap: number }[] = [];
  let x = head;
  for (let rank = 0; rank <= last; rank += 1) {
    const gap = labelled.has(rank) ? wideGap : narrowGap;
    at.push({ x: x + gap, gap });
    x += gap + card.width;
  }
  return { at, width: x + narrowGap };
}

/** The top left corner of a card, and the gap on its left. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly gap: number;
}

/** Cards of one lane and one rank stand below one another. */
function rowsOf(lanes: number, cards: readonly SwimlaneCard[]) {
  const rowOf = new Map<string, number>();
  const counts = Array.from({ length: lanes }, () => 0);
  const taken = new Map<string, number>();
  for (const { stage, lane: index, rank } of cards) {
    const cell = `${index} ${rank}`;
    const row = taken.get(cell) ?? 0;
    taken.set(cell, row + 1);
    rowOf.set(stage, row);
    counts[index] = Math.max(counts[index] ?? 0, row + 1);
  }
  return { rowOf, counts };
}

function lane(
  { name, party, width }: { readonly name: string; readonly party: number; readonly width: number },
  y: number,
  height: number,
): Svg {
  const lines = wrapText(name, { width: head - 20, fontSize, lines: 3 });
  return group(
    { class: party === 0 ? "p-none" : `p-party-${party}` },
    element("rect", { x: 1, y, width: width - 1, height, class: "p-lane" }),
    element("rect", { x: 1, y, width: 5, height, class: "p-lane-mark" }),
    textLines(lines, { x: 18, y: y + height / 2, fontSize, className: "p-name", isCentred: true }),
  );
}

function cardAt({ name, isEnd }: SwimlaneCard, party: number, { x, y }: Place): Svg {
  const lines = wrapText(name, { width: card.width - 16, fontSize: small, lines: 3 });
  return group(
    { class: `p-card ${party === 0 ? "p-none" : `p-party-${party}`}` },
    element("title", {}, name),
    element("rect", { x, y, width: card.width, height: card.height, rx: isEnd ? card.height / 2 : 8, class: "p-box" }),
    textLines(lines, {
      x: x + card.width / 2,
      y: y + card.height / 2,
      fontSize: small,
      className: "p-name",
      anchor: "middle",
      isCentred: true,
    }),
  );
}

function arrow({ from, to, style }: SwimlaneMove, places: Places, id: string): readonly Svg[] {
  const [start, end] = [places.get(from), places.get(to)];
  if (start === undefined || end === undefined) return [];
  const attributes = { class: `p-edge p-edge-${style}`, "marker-end": `url(#${id}-${style})` };
  return [element("path", { d: wayOf(start, end, style), ...attributes })];
}

/** Forward out on the right and in on the left; backwards below its own row, then up in the gap before the other column. */
function wayOf(start: Place, end: Place, style: SwimlaneMove["style"]): string {
  const middle = end.y + card.height / 2 + (style === "return" ? 10 : 0);
  const points =
    end.x > start.x
      ? `M${round(start.x + card.width)} ${round(start.y + card.height / 2)} H${round(end.x - end.gap / 2)}`
      : `M${round(start.x + card.width / 2)} ${round(start.y + card.height)} v${rowGap / 2} H${round(end.x - 18)}`;
  return `${points} V${round(middle)} H${round(end.x)}`;
}

/** The deadline of a handoff in the gap it crosses, over everything else. */
function labelOn({ from, to, label, style }: SwimlaneMove, places: Places): readonly Svg[] {
  const [start, end] = [places.get(from), places.get(to)];
  if (label === "" || style !== "handoff" || start === undefined || end === undefined) return [];
  const lines = wrapText(label, { width: wideGap - 36, fontSize: small, lines: 3 });
  const width = Math.max(...lines.map((line) => textWidth(line, small))) + 12;
  const height = lines.length * small * 1.3 + 8;
  const x = end.x - end.gap / 2;
  const y = end.x > start.x ? (start.y + end.y + card.height) / 2 : end.y + card.height / 2;
  return [
    group(
      {},
      element("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 4, class: "p-label-back" }),
      textLines(lines, { x, y, fontSize: small, className: "p-label", anchor: "middle", isCentred: true }),
    ),
  ];
}

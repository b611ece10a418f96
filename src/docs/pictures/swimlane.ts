import { arrowLegend } from "./arrow-legend.ts";
import { roundedPath } from "./rounded-path.ts";
import { arrowHead, element, group, picture, type Svg } from "./svg.ts";
import { cardSize, labelLines, labelWidth, layOutSwimlane, type SwimlaneLayout } from "./swimlane-layout.ts";
import type { SwimlaneCard, SwimlanePicture } from "./swimlane-picture.ts";
import { textLines, wrapText } from "./text.ts";

const small = 12;
const fontSize = 13;
const lineHeight = small * 1.3;
const headRoom = 84;
const legendHeight = 36;
const widestLegend = 560;

/** Draws lanes with cards in columns; arrows run in the gaps and aisles between them. */
export function drawSwimlane(swimlane: SwimlanePicture, id: string): string {
  const { title, description, lanes, cards, legend } = swimlane;
  const layout = layOutSwimlane(swimlane);
  const { width, height } = layout;
  const styles = ["entry", "return", "handoff"] as const;
  const arrows = styles.flatMap((style) => layout.arrows.filter(({ route }) => route.move.style === style));
  return picture(
    { id, title, description, width: Math.max(width, widestLegend) + 1, height: height + legendHeight },
    element("defs", {}, ...styles.map((style) => arrowHead(id, style))),
    ...lanes.map((lane, index) => drawLane(lane, width, layout.lanes[index] ?? { y: 0, height: 0 })),
    ...arrows.map((arrow) => drawArrow(arrow, id)),
    ...cards.map((card) => drawCard(card, lanes[card.lane]?.party ?? 0, layout.cardAt(card))),
    ...arrows.flatMap(drawLabel),
    arrowLegend(legend, { id, x: 1, y: height + legendHeight / 2 + 4 }),
  );
}

function drawLane(
  { name, party }: SwimlanePicture["lanes"][number],
  width: number,
  { y, height }: SwimlaneLayout["lanes"][number],
): Svg {
  const lines = wrapText(name, { width: headRoom, fontSize, lines: 3 });
  return group(
    { class: party === 0 ? "p-none" : `p-party-${party}` },
    element("title", {}, name),
    element("rect", { x: 1, y, width: width - 1, height, class: "p-lane" }),
    element("rect", { x: 1, y, width: 6, height, class: "p-lane-mark" }),
    textLines(lines, { x: 20, y: y + height / 2, fontSize, className: "p-name", isCentred: true }),
  );
}

function drawCard(
  { name, note, isEnd, isParking }: SwimlaneCard,
  party: number,
  { x, y }: ReturnType<SwimlaneLayout["cardAt"]>,
): Svg {
  const { width, height } = cardSize;
  const notes = note === "" ? [] : wrapText(note, { width: width - 20, fontSize: small, lines: 2 });
  const names = wrapText(name, { width: width - 16, fontSize: small, lines: 4 - Math.max(1, notes.length) });
  const top = y + (height - (names.length + notes.length) * lineHeight) / 2 + small - 1;
  const middle = { x: x + width / 2, fontSize: small, anchor: "middle" as const };
  const kind = isParking ? " p-parking" : "";
  return group(
    { class: `p-card ${party === 0 ? "p-none" : `p-party-${party}`}${kind}` },
    element("title", {}, note === "" ? name : `${name} (${note})`),
    element("rect", { x, y, width, height, rx: isEnd ? height / 2 : 8, class: "p-box" }),
    textLines(names, { ...middle, y: top, className: "p-name" }),
    textLines(notes, { ...middle, y: top + names.length * lineHeight, className: "p-mark" }),
  );
}

function drawArrow({ route, points }: SwimlaneLayout["arrows"][number], id: string): Svg {
  const { style } = route.move;
  return element("path", {
    d: roundedPath(points),
    class: `p-edge p-edge-${style}`,
    "marker-end": `url(#${id}-${style})`,
  });
}

/** The deadline of a handoff, on the last stretch before the card. */
function drawLabel({ route: { move }, points }: SwimlaneLayout["arrows"][number]): readonly Svg[] {
  const end = points.at(-1);
  if (move.label === "" || end === undefined) return [];
  const lines = labelLines(move.label);
  const width = labelWidth(move.label);
  const height = lines.length * lineHeight + 8;
  const x = end.x - 14 - width / 2;
  return [
    group(
      {},
      element("title", {}, move.label),
      element("rect", { x: x - width / 2, y: end.y - height / 2, width, height, rx: 4, class: "p-label-back" }),
      textLines(lines, { x, y: end.y, fontSize: small, className: "p-label", anchor: "middle", isCentred: true }),
    ),
  ];
}

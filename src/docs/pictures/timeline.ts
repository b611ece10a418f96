import { arrowHead, element, group, picture, round, type Svg } from "./svg.ts";
import { textLines, textWidth, wrapText } from "./text.ts";
import type { Stretch, TimelineBand, TimelineMark, TimelinePicture } from "./timeline-picture.ts";

const width = 720;
const side = 14;
const room = width - 2 * side;
const barHeight = 26;
const small = 12;
const fontSize = 13;
const hourMs = 3_600_000;

/** Draws the bands below one another, each with its marks numbered and said under it. */
export function drawTimeline({ title, description, bands, words }: TimelinePicture, id: string): string {
  let y = 8;
  const drawn = bands.map((band) => {
    const one = drawBand(band, { id, y });
    y += one.height;
    return one.svg;
  });
  const canvas = { id, title, description, width, height: y + 28 };
  return picture(
    canvas,
    element("defs", {}, hatching(id), arrowHead(id, "entry")),
    ...drawn,
    legend(words, id, y + 12),
  );
}

/** Lines at an angle: closed hours show on paper without colour too. */
function hatching(id: string): Svg {
  return element(
    "pattern",
    { id: `${id}-closed`, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("rect", { width: 6, height: 6, class: "p-closed" }),
    element("path", { d: "M0 0 V6", class: "p-hatch" }),
  );
}

interface Place {
  readonly id: string;
  readonly y: number;
}

function drawBand(band: TimelineBand, { id, y }: Place): { readonly svg: Svg; readonly height: number } {
  const scale = scaleOf(band.stretches);
  const top = y + 24;
  const marks = numbered(band.marks);
  const said = marks.flatMap(({ mark, number }) =>
    mark.said === ""
      ? []
      : [{ mark, number, lines: wrapText(mark.said, { width: room - 28, fontSize: small, lines: 2 }) }],
  );
  let line = top + barHeight + (band.isWorst ? 6 : 44);
  const legendLines = said.map(({ mark, number, lines }) => {
    const at = line;
    line += lines.length * small * 1.35 + 4;
    return group(
      { class: `p-mark-${mark.kind}` },
      badge(mark, number, { x: side + 9, y: at - 4 }),
      textLines(lines, { x: side + 26, y: at, fontSize: small, className: "p-note" }),
    );
  });
  const svg = group(
    { class: band.isWorst ? "p-band p-band-worst" : "p-band" },
    textLines([band.label], { x: side, y: y + 14, fontSize, className: "p-name" }),
    ...scale.pieces.map((piece) => stretchOf(piece, { id, y: top })),
    element("rect", { x: side, y: top, width: room, height: barHeight, rx: 5, class: "p-bar" }),
    ...(band.isWorst ? [] : markers(marks, scale.xOf, top)),
    ...legendLines,
  );
  return { svg, height: line - y + 12 };
}

interface Piece extends Stretch {
  readonly x: number;
  readonly width: number;
}

interface Scale {
  readonly pieces: readonly Piece[];
  readonly xOf: (instant: number) => number;
}

/** Open time to scale; closed time pressed together, a night less than a weekend, so that the hours worked stay readable. */
function scaleOf(stretches: readonly Stretch[]): Scale {
  const closed = stretches.map(({ from, to, isOpen }) => (isOpen ? 0 : closedWidth((to - from) / hourMs)));
  const asked = closed.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, (room * 0.55) / Math.max(asked, 1));
  const openMs = stretches.reduce((sum, { from, to, isOpen }) => sum + (isOpen ? to - from : 0), 0);
  const perMs = openMs === 0 ? 0 : (room - asked * share) / openMs;
  let x = side;
  const pieces = stretches.map((stretch, index): Piece => {
    const own = stretch.isOpen
      ? (stretch.to - stretch.from) * perMs
      : (closed[index] ?? 0) * share * (openMs === 0 ? room / (asked * share) : 1);
    const piece = { ...stretch, x, width: own };
    x += own;
    return piece;
  });
  return { pieces, xOf: (instant) => placeOf(pieces, instant) };
}

function closedWidth(hours: number): number {
  if (hours <= 4) return 12;
  return hours <= 24 ? 34 : 62;
}

function placeOf(pieces: readonly Piece[], instant: number): number {
  const piece = pieces.find(({ from, to }) => instant >= from && instant < to);
  if (piece === undefined) return side + room;
  return piece.x + (piece.width * (instant - piece.from)) / Math.max(1, piece.to - piece.from);
}

function stretchOf({ x, width: own, isOpen, from, to }: Piece, { id, y }: Place): Svg {
  const hours = Math.round((to - from) / hourMs);
  const label = isOpen || hours < 5 ? "" : `${hours}\u00a0h`;
  const isLabelled = label !== "" && textWidth(label, small) + 4 < own;
  return group(
    {},
    element("rect", {
      x,
      y,
      width: own,
      height: barHeight,
      class: isOpen ? "p-open" : undefined,
      fill: isOpen ? undefined : `url(#${id}-closed)`,
    }),
    ...(isLabelled
      ? [
          textLines([label], {
            x: x + own / 2,
            y: y + barHeight / 2,
            fontSize: small,
            className: "p-hours",
            anchor: "middle",
            isCentred: true,
          }),
        ]
      : []),
  );
}

interface NumberedMark {
  readonly mark: TimelineMark;
  readonly number: number;
}

function numbered(marks: readonly TimelineMark[]): readonly NumberedMark[] {
  return marks.map((mark, index) => ({ mark, number: index + 1 }));
}

/** A tick through the bar with its number below; numbers that would touch move aside. */
function markers(marks: readonly NumberedMark[], xOf: Scale["xOf"], top: number): readonly Svg[] {
  let free = 0;
  return marks.map(({ mark, number }) => {
    const x = xOf(mark.at);
    const at = Math.max(x, free);
    free = at + 20;
    const shown = Math.min(at, side + room + 4);
    return group(
      { class: `p-mark-${mark.kind}` },
      element("path", {
        d: `M${round(x)} ${top - 4} V${top + barHeight + 4} L${round(shown)} ${top + barHeight + 9}`,
        class: "p-tick",
      }),
      badge(mark, number, { x: shown, y: top + barHeight + 18 }),
    );
  });
}

/** Shape and number say what the colour says: round for the start, square for due, and so on. */
function badge({ kind }: TimelineMark, number: number, { x, y }: { readonly x: number; readonly y: number }): Svg {
  const shape =
    kind === "due" || kind === "escalation"
      ? element("rect", { x: x - 8, y: y - 8, width: 16, height: 16, rx: kind === "due" ? 3 : 0, class: "p-badge" })
      : element("circle", { cx: x, cy: y, r: 8, class: "p-badge" });
  return group(
    {},
    shape,
    textLines([String(number)], { x, y, fontSize: small, className: "p-number", anchor: "middle", isCentred: true }),
  );
}

function legend({ open, closed }: TimelinePicture["words"], id: string, y: number): Svg {
  const second = side + 24 + textWidth(open, small) + 24;
  return group(
    {},
    element("rect", { x: side, y: y - 9, width: 16, height: 12, class: "p-open p-swatch" }),
    textLines([open], { x: side + 24, y: y + 1, fontSize: small, className: "p-note" }),
    element("rect", { x: second, y: y - 9, width: 16, height: 12, fill: `url(#${id}-closed)`, class: "p-swatch" }),
    textLines([closed], { x: second + 24, y: y + 1, fontSize: small, className: "p-note" }),
  );
}

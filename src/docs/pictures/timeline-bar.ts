import { hatching } from "./hatching.ts";
import { element, group, type Svg } from "./svg.ts";
import { textLines, textWidth } from "./text.ts";
import type { Piece, Scale } from "./time-scale.ts";

/** How high a bar is. */
export const barHeight = 28;
const small = 12;

/** The bar of a band: what is open in time, what is open after the due time, and what is closed. */
export function bar({ pieces, end }: Scale, y: number): readonly Svg[] {
  const [first] = pieces;
  const x = first?.x ?? 0;
  return [
    ...pieces.map((piece) => pieceAt(piece, y)),
    element("rect", { x, y, width: end - x, height: barHeight, class: "p-bar" }),
  ];
}

function pieceAt(piece: Piece, y: number): Svg {
  const { x, width, isOpen, isLate } = piece;
  const area = { x, y, width, height: barHeight };
  if (isOpen) return swatch(isLate ? "late" : "open", area);
  const said = piece.said.find((text) => textWidth(text, small) + 12 <= width);
  if (said === undefined) return swatch("closed", area);
  const room = textWidth(said, small) + 6;
  return group(
    {},
    swatch("closed", area),
    element("rect", { x: x + (width - room) / 2, y: y + 6, width: room, height: barHeight - 12, class: "p-closed" }),
    textLines([said], {
      x: x + width / 2,
      y: y + barHeight / 2,
      fontSize: small,
      className: "p-note",
      anchor: "middle",
      isCentred: true,
    }),
  );
}

/** A piece of a bar: open is plain, overdue has a line along its foot, closed is hatched. */
export function swatch(kind: "open" | "late" | "closed", area: Parameters<typeof hatching>[0]): Svg {
  const { x, y, width, height } = area;
  const plain = element("rect", { x, y, width, height, class: `p-${kind}` });
  switch (kind) {
    case "open":
      return plain;
    case "late":
      return group({}, plain, element("rect", { x, y: y + height - 4, width, height: 4, class: "p-late-foot" }));
    case "closed":
      return group({}, plain, hatching(area));
    default:
      return kind satisfies never;
  }
}

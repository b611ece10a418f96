import type { Cell } from "./criteria-picture.ts";
import { element, group, round, type Svg } from "./svg.ts";
import { textLines, wrapText } from "./text.ts";

/** Where a cell stands. */
export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const small = 12;
const inset = 12;
const signWidth = 18;

/** The lines of a cell, beside its sign. */
export function cellLines(said: string, width: number): readonly string[] {
  return said === "" ? [] : wrapText(said, { width: width - 2 * inset - signWidth, fontSize: small, lines: 4 });
}

/** What is asked: behind a tick, behind a cross where it must not be so, or a dash where nothing is. */
export function drawAsked({ said, isNegated }: Cell, lines: readonly string[], box: CellBox): Svg {
  const middle = box.y + box.height / 2;
  if (said === "") {
    return element("path", { d: `M${round(box.x + inset)} ${round(middle)} h10`, class: "p-edge" });
  }
  return group(
    {},
    element("path", {
      d: isNegated ? "M-4 -4 l8 8 M4 -4 l-8 8" : "M-5 0 l4 4 l6 -8",
      transform: `translate(${round(box.x + inset + 5)} ${round(middle)})`,
      class: isNegated ? "p-tick-bad" : "p-tick-good",
    }),
    textLines(lines, {
      x: box.x + inset + signWidth,
      y: middle,
      fontSize: small,
      className: "p-plain",
      isCentred: true,
    }),
  );
}

/** What a lead shows; the cell that decides has a frame of its own. */
export function drawShown(
  lines: readonly string[],
  { x, y, width, height, decides }: CellBox & { decides: boolean },
): Svg {
  const text = textLines(lines, {
    x: x + inset + signWidth,
    y: y + height / 2,
    fontSize: small,
    className: decides ? "p-strong" : "p-plain",
    isCentred: true,
  });
  if (!decides) return text;
  const frame = { x: x + 6, y: y + 5, width: width - 12, height: height - 10, rx: 6, class: "p-decides" };
  return group(
    {},
    element("rect", frame),
    element("path", {
      d: "M-4 -4 l8 8 M4 -4 l-8 8",
      transform: `translate(${round(x + inset + 6)} ${round(y + height / 2)})`,
      class: "p-tick-bad",
    }),
    text,
  );
}

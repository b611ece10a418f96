import { element, round, type Svg } from "./svg.ts";

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const step = 7;

/**
 * Lines at an angle over an area: what is closed shows on paper without colour too. They are drawn one by one, since a
 * pattern would need an id of its own and is left out by some printers.
 */
export function hatching({ x, y, width, height }: Area): Svg {
  const strokes: string[] = [];
  for (let offset = step / 2; offset < width + height; offset += step) {
    const [fromX, fromY] = offset < height ? [0, offset] : [offset - height, height];
    const [toX, toY] = offset < width ? [offset, 0] : [width, offset - width];
    strokes.push(`M${round(x + fromX)} ${round(y + fromY)} L${round(x + toX)} ${round(y + toY)}`);
  }
  return element("path", { d: strokes.join(" "), class: "p-hatch" });
}

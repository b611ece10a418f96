import type { EdgeStyle } from "../section-model.ts";
import { element, group, round, type Svg } from "./svg.ts";
import { textLines, textWidth } from "./text.ts";

const small = 12;
const styles: readonly EdgeStyle[] = ["entry", "handoff", "return"];

/** What each kind of arrow means, in a row; `y` is its middle. */
export function arrowLegend(
  legend: Readonly<Record<EdgeStyle, string>>,
  { id, x: start, y }: { readonly id: string; readonly x: number; readonly y: number },
): Svg {
  let x = start;
  const entries = styles.map((style) => {
    const line = {
      d: `M${round(x)} ${round(y)} h34`,
      class: `p-edge p-edge-${style}`,
      "marker-end": `url(#${id}-${style})`,
    };
    const words = textLines([legend[style]], { x: x + 42, y: y + 4, fontSize: small, className: "p-note" });
    x += 42 + textWidth(legend[style], small) + 24;
    return group({}, element("path", line), words);
  });
  return group({}, ...entries);
}

import { element, group, round, type Svg } from "./svg.ts";
import { wrapText } from "./text.ts";
import { glyph } from "./timeline-glyph.ts";
import type { TimelineMark } from "./timeline-marks.ts";

/** A mark with its place on the bar. */
export interface PlacedMark {
  readonly mark: TimelineMark;
  readonly x: number;
}

const small = 12;
const lineHeight = 16;
const textInset = 13;
// Room enough for the longest date in words.
const leastRoom = 270;
const gap = 6;

/**
 * The words of the marks above a bar, one below the other in the order of time, each to the right of a line that goes down
 * to its moment. Since later moments stand further right and lower, no line crosses any words.
 */
export function staircase(
  placed: readonly PlacedMark[],
  { y, width }: { readonly y: number; readonly width: number },
): { readonly parts: readonly Svg[]; readonly height: number } {
  let height = 0;
  const rows = placed.map(({ mark, x }, index) => {
    const isSameMoment = placed[index - 1]?.mark.at === mark.at;
    const row = {
      mark,
      x,
      top: y + height,
      ...wordsOf(mark, isSameMoment, Math.max(leastRoom, width - x - textInset)),
    };
    height += row.lines.length * lineHeight + gap;
    return row;
  });
  const foot = y + height;
  return {
    height,
    parts: [
      ...rows.map(({ mark, x, top }) =>
        element("path", {
          d: `M${round(x)} ${round(top + 14)} V${round(foot)}`,
          class: `p-leader p-leader-${mark.kind}`,
        }),
      ),
      ...rows.flatMap(({ mark, x, top, when, lines }) => [
        glyph(mark.kind, x, top + 6),
        words(when, lines, { x, top }),
      ]),
    ],
  };
}

function wordsOf({ when, what }: TimelineMark, isSameMoment: boolean, width: number) {
  const shown = isSameMoment ? "" : when;
  // A little less than there is: the date is bold.
  const lines = wrapText(shown === "" ? what : `${shown}  ${what}`, { width: width - 14, fontSize: small, lines: 4 });
  return { when: shown, lines };
}

function words(when: string, lines: readonly string[], { x, top }: { readonly x: number; readonly top: number }): Svg {
  const [first = "", ...rest] = lines;
  const isWhole = when !== "" && first.startsWith(when);
  const at = (index: number) => ({ x: x + textInset, y: top + 10 + index * lineHeight });
  return group(
    {},
    element(
      "text",
      { class: "p-plain", "font-size": small },
      ...(isWhole
        ? [
            element("tspan", { ...at(0), class: "p-strong" }, when),
            element("tspan", { dx: 6 }, first.slice(when.length).trimStart()),
          ]
        : [element("tspan", at(0), first)]),
      ...rest.map((line, index) => element("tspan", at(index + 1), line)),
    ),
  );
}

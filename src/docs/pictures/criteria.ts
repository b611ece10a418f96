import type { CriteriaPicture, Example } from "./criteria-picture.ts";
import { element, group, picture, round, type Svg } from "./svg.ts";
import { textLines, textWidth, wrapText } from "./text.ts";

const width = 720;
const left = 44;
const small = 12;
const fontSize = 13;
const lineHeight = fontSize * 1.3;

/** Draws each way as a row of cards, "and" between them, "or" between the rows; two leads below. */
export function drawCriteria(
  { title, description, ways, more, words, passes, fails }: CriteriaPicture,
  id: string,
): string {
  let y = 10;
  const rows: Svg[] = [];
  for (const [index, { asked }] of ways.entries()) {
    if (index > 0) {
      rows.push(
        textLines([words.or], {
          x: left / 2,
          y: y + 8,
          fontSize: small,
          className: "p-or",
          anchor: "middle",
          isCentred: true,
        }),
      );
      y += 20;
    }
    const row = drawWay(asked, words.and, y);
    rows.push(numberOf(index + 1, y + row.height / 2), ...row.parts);
    y += row.height;
  }
  if (more !== null) {
    rows.push(textLines([more], { x: left, y: y + 20, fontSize: small, className: "p-note" }));
    y += 26;
  }
  const leads = drawExamples([passes, fails], y + 18);
  const canvas = { id, title, description, width, height: leads.bottom + 6 };
  return picture(canvas, ...rows, ...leads.parts);
}

function numberOf(number: number, y: number): Svg {
  return group(
    {},
    element("circle", { cx: left / 2, cy: y, r: 11, class: "p-badge" }),
    textLines([String(number)], {
      x: left / 2,
      y,
      fontSize: small,
      className: "p-number",
      anchor: "middle",
      isCentred: true,
    }),
  );
}

/** Cards beside one another as far as the row goes, then below. */
function drawWay(
  asked: readonly string[],
  and: string,
  top: number,
): { readonly parts: readonly Svg[]; readonly height: number } {
  const parts: Svg[] = [];
  const gap = textWidth(and, small) + 18;
  let [x, y, height] = [left, top, 0];
  for (const [index, text] of asked.entries()) {
    const lines = wrapText(text, { width: 250, fontSize, lines: 3 });
    const own = Math.max(...lines.map((line) => textWidth(line, fontSize))) + 26;
    const tall = lines.length * lineHeight + 16;
    if (index > 0 && x + gap + own > width - 4) {
      parts.push(andAt(and, x + gap / 2, y + height / 2));
      y += height + 8;
      [x, height] = [left, 0];
    } else if (index > 0) {
      parts.push(andAt(and, x + gap / 2, y + Math.max(height, tall) / 2));
      x += gap;
    }
    height = Math.max(height, tall);
    parts.push(
      element("rect", { x, y, width: own, height: tall, rx: 8, class: "p-asked" }),
      textLines(lines, {
        x: x + own / 2,
        y: y + tall / 2,
        fontSize,
        className: "p-plain",
        anchor: "middle",
        isCentred: true,
      }),
    );
    x += own;
  }
  return { parts, height: y + height - top };
}

function andAt(and: string, x: number, y: number): Svg {
  return textLines([and], { x, y, fontSize: small, className: "p-or", anchor: "middle", isCentred: true });
}

/** The lead that gets through with a tick, the other with a cross. */
function drawExamples(
  examples: readonly (Example | null)[],
  y: number,
): { readonly parts: readonly Svg[]; readonly bottom: number } {
  const half = (width - 16) / 2;
  const drawn = examples.map((example, index) => {
    if (example === null) return { parts: [], height: 0 };
    const x = index * (half + 16);
    const lines = wrapText(example.lead, { width: half - 56, fontSize, lines: 5 });
    const height = 30 + lines.length * lineHeight + 8;
    const isGood = index === 0;
    const mark = isGood ? "M-5 0 l4 4 l7 -9" : "M-5 -5 l10 10 M5 -5 l-10 10";
    const parts = [
      element("rect", { x: x + 0.5, y, width: half - 1, height, rx: 8, class: isGood ? "p-good" : "p-bad" }),
      element("path", {
        d: mark,
        transform: `translate(${round(x + 24)} ${round(y + 20)})`,
        class: isGood ? "p-tick-good" : "p-tick-bad",
      }),
      textLines([example.title], { x: x + 44, y: y + 22, fontSize, className: "p-name" }),
      textLines(lines, { x: x + 44, y: y + 22 + lineHeight + 2, fontSize, className: "p-plain" }),
    ];
    return { parts, height };
  });
  return { parts: drawn.flatMap(({ parts }) => parts), bottom: y + Math.max(0, ...drawn.map(({ height }) => height)) };
}

import type { CriteriaPicture, Example, Way } from "./criteria-picture.ts";
import { type CellBox, cellLines, drawAsked, drawShown } from "./criteria-table.ts";
import { element, group, picture, type Svg } from "./svg.ts";
import { textLines, wrapText } from "./text.ts";

const pageWidth = 720;
const head = 120;
const column = { least: 132, most: 220 };
const small = 12;
const lineHeight = 16;
const gap = 12;

/** Draws a table: what is asked on top, a row for each way, and two leads in the same columns below. */
export function drawCriteria(criteria: CriteriaPicture, id: string): string {
  const { title, description, columns, ways, more, words, passes, fails } = criteria;
  const room = (pageWidth - head) / columns.length;
  const columnWidth = Math.min(column.most, Math.max(column.least, room));
  const width = Math.max(360, head + columns.length * columnWidth);
  const grid: Grid = { columnWidth, width };
  const parts: Svg[] = [];
  let y = 1;
  const add = (row: Row) => {
    parts.push(row.svg);
    y += row.height;
  };
  add(headRow(grid, [ways.length === 1 ? "" : words.way, ...columns], y));
  for (const [index, way] of ways.entries()) {
    add(wayRow(grid, { way, number: index + 1, isOnly: ways.length === 1, or: words.or }, y));
  }
  if (more !== null) {
    parts.push(textLines([more], { x: 16, y: y + 20, fontSize: small, className: "p-note" }));
    y += 28;
  }
  const frame = element("rect", { x: 0.5, y: 0.5, width: width - 1, height: y, rx: 8, class: "p-bar" });
  for (const [example, isGood] of [
    [passes, true],
    [fails, false],
  ] as const) {
    if (example === null) continue;
    y += gap;
    add(exampleRow(grid, { example, isGood }, y));
  }
  return picture({ id, title, description, width, height: y + 2 }, ...parts, frame);
}

interface Grid {
  readonly columnWidth: number;
  readonly width: number;
}

interface Row {
  readonly svg: Svg;
  readonly height: number;
}

function boxOf({ columnWidth }: Grid, index: number, y: number, height: number): CellBox {
  return { x: head + index * columnWidth, y, width: columnWidth, height };
}

function headRow(grid: Grid, [first = "", ...names]: readonly string[], y: number): Row {
  const lines = names.map((name) => wrapText(name, { width: grid.columnWidth - 24, fontSize: small, lines: 3 }));
  const height = Math.max(1, ...lines.map((one) => one.length)) * lineHeight + 16;
  const cells = lines.map((said, index) => {
    const at = { x: head + index * grid.columnWidth + 12, y: y + 20, fontSize: small, className: "p-name" };
    return group({}, element("title", {}, names[index] ?? ""), textLines(said, at));
  });
  const corner = textLines([first], { x: 16, y: y + 20, fontSize: small, className: "p-note" });
  const back = element("rect", { x: 1, y, width: grid.width - 2, height, rx: 8, class: "p-closed" });
  return { svg: group({}, back, corner, ...cells), height };
}

function wayRow(
  grid: Grid,
  { way, number, isOnly, or }: { way: Way; number: number; isOnly: boolean; or: string },
  y: number,
): Row {
  const lines = way.cells.map(({ said }) => cellLines(said, grid.columnWidth));
  const height = Math.max(1, ...lines.map((one) => one.length)) * lineHeight + 20;
  const middle = y + height / 2;
  return {
    svg: group(
      {},
      element("path", { d: `M0.5 ${y} H${grid.width - 0.5}`, class: "p-rule" }),
      ...(number === 1
        ? []
        : [textLines([or], { x: 16, y: middle, fontSize: small, className: "p-or", isCentred: true })]),
      ...(isOnly ? [] : [badge(String(number), middle)]),
      ...way.cells.map((cell, index) => drawAsked(cell, lines[index] ?? [], boxOf(grid, index, y, height))),
    ),
    height,
  };
}

function badge(number: string, y: number): Svg {
  const middle = { x: 60, y, fontSize: small, anchor: "middle" as const, isCentred: true };
  return group(
    {},
    element("circle", { cx: middle.x, cy: y, r: 11, class: "p-badge" }),
    textLines([number], { ...middle, className: "p-number" }),
  );
}

function exampleRow(
  grid: Grid,
  { example, isGood }: { readonly example: Example; readonly isGood: boolean },
  y: number,
): Row {
  const lines = example.cells.map((said) => cellLines(said, grid.columnWidth));
  const titles = wrapText(example.title, { width: head - 48, fontSize: small, lines: 3 });
  const height = Math.max(titles.length, ...lines.map((one) => one.length)) * lineHeight + 20;
  const middle = y + height / 2;
  const mark = isGood ? "M-5 0 l4 4 l7 -9" : "M-5 -5 l10 10 M5 -5 l-10 10";
  return {
    svg: group(
      {},
      element("title", {}, `${example.title}: ${example.lead}`),
      element("rect", { x: 0.5, y, width: grid.width - 1, height, rx: 8, class: isGood ? "p-good" : "p-bad" }),
      element("path", {
        d: mark,
        transform: `translate(22 ${middle})`,
        class: isGood ? "p-tick-good" : "p-tick-bad",
      }),
      textLines(titles, { x: 40, y: middle, fontSize: small, className: "p-name", isCentred: true }),
      ...lines.map((said, index) =>
        drawShown(said, { ...boxOf(grid, index, y, height), decides: example.decides === index }),
      ),
    ),
    height,
  };
}

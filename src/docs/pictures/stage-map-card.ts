import type { Diagram } from "../section-model.ts";
import { element, group, type Svg } from "./svg.ts";
import { textLines, textWidth, wrapText } from "./text.ts";

type Node = Diagram["groups"][number]["nodes"][number];

/** What stands on a card, and how large that makes it. */
export interface Box {
  readonly names: readonly string[];
  readonly said: readonly string[];
  /** Everything in full, for those whose name was cut. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

const fontSize = 13;
const small = 12;
const lineHeight = { name: fontSize * 1.3, said: small * 1.3 };
const textRoom = 160;

/** Measures the card of a stage. */
export function boxOf({ label, shape }: Node, said: readonly string[]): Box {
  const names = wrapText(label, { width: textRoom, fontSize, lines: 3 });
  const lines = said.flatMap((one) => wrapText(one, { width: textRoom, fontSize: small, lines: 2 }));
  const widest = Math.max(
    ...names.map((line) => textWidth(line, fontSize)),
    ...lines.map((line) => textWidth(line, small)),
  );
  const isRound = shape !== "stage" && shape !== "parking";
  return {
    names,
    said: lines,
    title: [label, ...said].join(", "),
    width: Math.max(80, widest + (isRound ? 40 : 28)),
    height: names.length * lineHeight.name + lines.length * lineHeight.said + 18,
  };
}

/** Draws a card: round ends for a beginning or an end, a second line for won, dashes for what rests or is no stage. */
export function cardOf({ shape, party }: Node, box: Box, { x, y }: { readonly x: number; readonly y: number }): Svg {
  const { width, height, names, said, title } = box;
  const [left, top] = [x - width / 2, y - height / 2];
  const isRound = shape !== "stage" && shape !== "parking";
  const radius = isRound ? Math.min(height / 2, 24) : 8;
  const colour = party === 0 ? "p-none" : `p-party-${party}`;
  const middle = { x, anchor: "middle" as const };
  const first = top + (height - names.length * lineHeight.name - said.length * lineHeight.said) / 2 + fontSize - 1;
  const inner = { x: left + 3.5, y: top + 3.5, width: width - 7, height: height - 7, rx: radius - 3, class: "p-inner" };
  return group(
    { class: `p-card p-${shape} ${colour}` },
    element("title", {}, title),
    element("rect", { x: left, y: top, width, height, rx: radius, class: "p-box" }),
    ...(shape === "won" ? [element("rect", inner)] : []),
    ...(shape === "lost" ? [crossAt(left + 14, y)] : []),
    textLines(names, { ...middle, y: first, fontSize, className: "p-name" }),
    textLines(said, { ...middle, y: first + names.length * lineHeight.name, fontSize: small, className: "p-mark" }),
  );
}

/** A journey that ends without business has a cross: on paper it is no other way to tell it from won. */
function crossAt(x: number, y: number): Svg {
  return element("path", { d: `M${x - 4} ${y - 4} l8 8 M${x + 4} ${y - 4} l-8 8`, class: "p-cross" });
}

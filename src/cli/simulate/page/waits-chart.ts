import { type Markup, picture, tag } from "../../formats/markup.ts";

/** Waits in classes, each with its words. */
export interface WaitClass {
  readonly words: string;
  readonly share: number;
  readonly shareWords: string;
}

const width = 480;
const rowHeight = 26;
const labelWidth = 125;

/** Rows from the shortest class to the longest. */
export function drawWaits(label: string, classes: readonly WaitClass[]): Markup {
  const most = Math.max(0.01, ...classes.map(({ share }) => share));
  const rows = classes.map(({ words, share, shareWords }, place) => {
    const y = place * rowHeight;
    const size = (share / most) * (width - labelWidth - 70);
    return tag(
      "g",
      {},
      tag("text", { class: "tick end", x: labelWidth - 10, y: y + 17 }, words),
      tag("rect", { class: "bar calm", x: labelWidth, y: y + 5, width: Math.max(size, 1), height: 16, rx: 2 }),
      tag("text", { class: "value", x: labelWidth + size + 8, y: y + 18 }, shareWords),
    );
  });
  return picture({ label, width, height: classes.length * rowHeight + 4 }, ...rows);
}

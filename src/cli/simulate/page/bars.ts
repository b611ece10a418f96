import { type Markup, picture, tag } from "../../formats/markup.ts";

/** A bar from 0 to 1 with its words, and the interval of its value where there is one. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly words: string;
  readonly low?: number;
  readonly high?: number;
  readonly tone: "good" | "warn" | "bad";
}

const width = 480;
const rowHeight = 46;
const right = 76;

/** Bars under their labels, so that long ones have room on a phone too. */
export function drawBars(label: string, bars: readonly Bar[], most: number): Markup {
  const scale = (value: number) => (Math.min(value, most) / most) * (width - right);
  const rows = bars.map((bar, place) => drawBar(bar, place * rowHeight, scale));
  return picture({ label, width, height: bars.length * rowHeight }, ...rows);
}

function drawBar({ label, value, words, low, high, tone }: Bar, top: number, scale: (value: number) => number): Markup {
  const middle = top + 31;
  const end = scale(value);
  const whisker = low === undefined || high === undefined ? [] : drawWhisker(scale(low), scale(high), middle);
  const beside = Math.max(end, high === undefined ? 0 : scale(high)) + 8;
  return tag(
    "g",
    {},
    tag("text", { class: "label", x: 0, y: top + 16 }, label),
    tag("rect", { class: "track", x: 0, y: middle - 7, width: scale(Number.POSITIVE_INFINITY), height: 14, rx: 3 }),
    tag("rect", { class: `bar ${tone}`, x: 0, y: middle - 7, width: Math.max(end, 1.5), height: 14, rx: 3 }),
    ...whisker,
    tag("text", { class: "value", x: beside, y: middle + 5 }, words),
  );
}

/** Twice, so that it can be seen on the bar as well as beside it. */
function drawWhisker(low: number, high: number, middle: number): readonly Markup[] {
  const [from, to] = [low.toFixed(1), high.toFixed(1)];
  const d = `M${from} ${middle}H${to}M${from} ${middle - 4}v8M${to} ${middle - 4}v8`;
  return [tag("path", { class: "halo", d }), tag("path", { class: "whisker", d })];
}

import type { End, LoopPicture } from "./loop-picture.ts";
import { arrowHead, element, group, picture, round, type Svg } from "./svg.ts";
import { textLines, textWidth, wrapText } from "./text.ts";

const width = 720;
const box = { width: 180, height: 76, y: 82 };
const small = 12;
const fontSize = 13;
const mostRefusals = 7;

/** Draws two boxes with a way there above and a way back below; under them where each refusal leads. */
export function drawLoop(loop: LoopPicture, id: string): string {
  const { title, description, sender, receiver, there, back, refusals, refusedTitle } = loop;
  const right = width - box.width - 1;
  const middle = width / 2;
  const shown = refusals.slice(0, mostRefusals);
  const top = box.y + box.height + 74;
  const column = Math.min(300, Math.max(0, ...shown.map(({ reason }) => textWidth(reason, small))));
  const rows = shown.map((refusal, index) => refusalRow({ ...refusal, id, column }, top + 18 + index * 24));
  const canvas = { id, title, description, width, height: top + (shown.length === 0 ? 0 : 14 + shown.length * 24) };
  const [above, below] = [box.y + 22, box.y + box.height - 22];
  return picture(
    canvas,
    element("defs", {}, arrowHead(id, "handoff"), arrowHead(id, "return"), arrowHead(id, "entry")),
    element("path", {
      d: `M${box.width + 1} ${above} C${middle - 90} ${above - 44} ${middle + 90} ${above - 44} ${right} ${above}`,
      class: "p-edge p-edge-handoff",
      "marker-end": `url(#${id}-handoff)`,
    }),
    element("path", {
      d: `M${right} ${below} C${middle + 90} ${below + 44} ${middle - 90} ${below + 44} ${box.width + 1} ${below}`,
      class: "p-edge p-edge-return p-edge-back",
      "marker-end": `url(#${id}-return)`,
    }),
    saying(there, { isBold: true, bottom: box.y - 16 }),
    saying(back, { isBold: false, top: box.y + box.height + 34 }),
    endBox(sender, 1),
    endBox(receiver, right),
    ...(shown.length === 0
      ? []
      : [textLines([refusedTitle], { x: 1, y: top, fontSize, className: "p-name" }), ...rows]),
  );
}

/** Lines that end above the way there, or begin below the way back. */
function saying(
  lines: readonly string[],
  place: { readonly isBold: boolean; readonly bottom?: number; readonly top?: number },
): Svg {
  const room = { width: width - 2 * box.width - 20, fontSize: small, lines: 2 };
  const [first, ...rest] = lines.flatMap((line) => wrapText(line, room));
  const rowHeight = small * 1.35;
  const y = place.top ?? (place.bottom ?? 0) - rest.length * rowHeight;
  const middle = { x: width / 2, fontSize: small, anchor: "middle" as const };
  return group(
    {},
    textLines(first === undefined ? [] : [first], { ...middle, y, className: place.isBold ? "p-name" : "p-plain" }),
    textLines(rest, { ...middle, y: y + rowHeight, className: "p-note" }),
  );
}

function endBox({ name, place, party }: End, x: number): Svg {
  const names = wrapText(name, { width: box.width - 20, fontSize, lines: 2 });
  const stages = wrapText(place, { width: box.width - 20, fontSize: small, lines: 2 });
  const rows = names.length * fontSize * 1.3 + stages.length * small * 1.3;
  const first = box.y + (box.height - rows) / 2 + fontSize;
  const middle = x + box.width / 2;
  return group(
    { class: `p-card ${party === 0 ? "p-none" : `p-party-${party}`}` },
    element("title", {}, `${name} (${place})`),
    element("rect", { x, y: box.y, width: box.width, height: box.height, rx: 8, class: "p-box" }),
    textLines(names, { x: middle, y: first, fontSize, className: "p-name", anchor: "middle" }),
    textLines(stages, {
      x: middle,
      y: first + names.length * fontSize * 1.3,
      fontSize: small,
      className: "p-mark",
      anchor: "middle",
    }),
  );
}

interface RefusalRow {
  readonly reason: string;
  readonly leadsTo: string;
  readonly id: string;
  /** How wide the widest reason is. */
  readonly column: number;
}

function refusalRow({ reason, leadsTo, id, column }: RefusalRow, y: number): Svg {
  const [said = ""] = wrapText(reason, { width: column, fontSize: small, lines: 1 });
  const [place = ""] = wrapText(leadsTo, { width: 300, fontSize: small, lines: 1 });
  const from = 1 + column + 12;
  return group(
    {},
    textLines([said], { x: 1, y: y + 4, fontSize: small, className: "p-plain" }),
    element("path", {
      d: `M${round(from)} ${round(y)} h28`,
      class: "p-edge p-edge-return",
      "marker-end": `url(#${id}-return)`,
    }),
    textLines([place], { x: from + 38, y: y + 4, fontSize: small, className: "p-note" }),
  );
}

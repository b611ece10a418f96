import type { End, LoopPicture } from "./loop-picture.ts";
import { refusalRows } from "./loop-refusals.ts";
import { arrowHead, element, group, picture, type Svg } from "./svg.ts";
import { textLines, wrapText } from "./text.ts";

const width = 720;
const box = { width: 180, height: 76, y: 82 };
const small = 12;
const fontSize = 13;
const titleRoom = 18;

/** Draws two boxes with a way there above and a way back below; under them where each refusal leads. */
export function drawLoop(loop: LoopPicture, id: string): string {
  const { title, description, sender, receiver, there, back, refusals, refusedTitle, more } = loop;
  const right = width - box.width - 1;
  const middle = width / 2;
  const top = box.y + box.height + 80;
  const rows = refusalRows(refusals, { id, y: top + titleRoom, width });
  const rest = more === null ? [] : [more];
  const end = top + titleRoom + rows.height + rest.length * 20;
  const canvas = { id, title, description, width, height: refusals.length === 0 ? top - 30 : end };
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
    ...(refusals.length === 0
      ? []
      : [textLines([refusedTitle], { x: 1, y: top + 4, fontSize, className: "p-name" }), ...rows.parts]),
    textLines(rest, { x: 1, y: end - 6, fontSize: small, className: "p-note" }),
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

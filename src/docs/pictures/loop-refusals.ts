import type { Refusal } from "./loop-picture.ts";
import { element, group, round, type Svg } from "./svg.ts";
import { textLines, textWidth, wrapText } from "./text.ts";

interface Place {
  readonly id: string;
  readonly y: number;
  readonly width: number;
}

const small = 12;
const lineHeight = small * 1.3;
const rowPadding = 16;
const arrowWidth = 56;
const most = { reason: 200, place: 180 };

/** A row for each reason: what is said, a dashed arrow, the stage or the people it leads to, and what else follows. */
export function refusalRows(
  refusals: readonly Refusal[],
  { id, y: top, width }: Place,
): { readonly parts: readonly Svg[]; readonly height: number } {
  const columns = {
    reason: Math.min(most.reason, Math.max(0, ...refusals.map(({ reason }) => textWidth(reason, small)))),
    place: Math.min(most.place, Math.max(0, ...refusals.map(({ leadsTo }) => textWidth(leadsTo, small)))) + 24,
  };
  const noteX = 1 + columns.reason + arrowWidth + columns.place + 16;
  let y = top;
  const parts = refusals.map((refusal) => {
    const reasons = wrapText(refusal.reason, { width: columns.reason, fontSize: small, lines: 2 });
    const places = wrapText(refusal.leadsTo, { width: columns.place - 20, fontSize: small, lines: 2 });
    const notes = wrapText(refusal.note, { width: width - noteX - 2, fontSize: small, lines: 3 });
    const height = Math.max(reasons.length, places.length, notes.length, 1) * lineHeight + rowPadding;
    const middle = y + height / 2;
    y += height;
    const arrowX = 1 + columns.reason + 10;
    return group(
      {},
      textLines(reasons, { x: 1, y: middle, fontSize: small, className: "p-plain", isCentred: true }),
      element("path", {
        d: `M${round(arrowX)} ${round(middle)} h${arrowWidth - 18}`,
        class: "p-edge p-edge-return",
        "marker-end": `url(#${id}-return)`,
      }),
      ...(places.length === 0 ? [] : [destination(refusal, places, { x: arrowX + arrowWidth - 14, y: middle })]),
      textLines(notes, { x: noteX, y: middle, fontSize: small, className: "p-note", isCentred: true }),
    );
  });
  return { parts, height: y - top };
}

function destination(
  { party, leadsTo }: Refusal,
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
): Svg {
  const width = Math.max(...lines.map((line) => textWidth(line, small))) + 20;
  const height = lines.length * lineHeight + 8;
  return group(
    { class: `p-card ${party === 0 ? "p-none" : `p-party-${party}`}` },
    element("title", {}, leadsTo),
    element("rect", { x, y: y - height / 2, width, height, rx: 8, class: "p-box" }),
    textLines(lines, { x: x + 10, y, fontSize: small, className: "p-plain", isCentred: true }),
  );
}

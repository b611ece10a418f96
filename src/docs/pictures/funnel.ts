import type { FunnelPicture, FunnelStep } from "./funnel-picture.ts";
import { element, group, picture, round, type Svg } from "./svg.ts";
import { textLines, wrapText } from "./text.ts";

// 180 mm on paper.
const width = 680;
const mostBelow = 230;
const mostLinesBelow = 4;
const inset = 1;
const gap = 4;
const point = 14;
const height = 62;
const top = 26;
const small = 12;
const lineHeight = small * 1.3;

/** Draws the strip: chevrons in the colour of their party, its name above them, deadlines of handoffs below. */
export function drawFunnel({ title, description, steps }: FunnelPicture, id: string): string {
  const room = (width - 2 * inset - gap * (steps.length - 1)) / steps.length;
  const lines = steps.map(({ name }) => wrapText(name, { width: room - 22, fontSize: small, lines: 3 }));
  const at = (index: number) => inset + index * (room + gap);
  // Words may go on until the next ones begin.
  const roomBelow = (index: number) => {
    const next = steps.findIndex(({ within }, other) => other > index && within !== "");
    return Math.min(mostBelow, (next < 0 ? width : at(next)) - at(index) - 16);
  };
  const below = steps.map((step, index) => saying(step, roomBelow(index)));
  const rows = Math.max(0, ...below.map((said) => (said[0] === undefined ? 0 : said.length)));
  const canvas = { id, title, description, width, height: top + height + (rows === 0 ? 4 : rows * lineHeight + 12) };
  return picture(
    canvas,
    ...partyNames(steps, room),
    ...steps.map((step, index) => chevron(step, lines[index] ?? [], { x: at(index), width: room })),
    ...below.flatMap((said, index) =>
      said.length === 0 ? [] : [deadline(said, steps[index]?.within ?? "", at(index) - gap / 2)],
    ),
  );
}

function chevron(
  { party, isSkip, name }: FunnelStep,
  lines: readonly string[],
  { x, width: room }: { x: number; width: number },
): Svg {
  const right = x + room;
  const middle = top + height / 2;
  const bottom = top + height;
  const corners: readonly (readonly [number, number])[] = [
    [x, top],
    [right - point, top],
    [right, middle],
    [right - point, bottom],
    [x, bottom],
    [x + point, middle],
  ];
  const points = corners.map((corner) => corner.map(round).join(",")).join(" ");
  return group(
    { class: `p-card ${party === 0 ? "p-none" : `p-party-${party}`}` },
    element("title", {}, name),
    element("polygon", { points, class: isSkip ? "p-box p-skip" : "p-box" }),
    textLines(lines, {
      x: x + room / 2 + 4,
      y: middle,
      fontSize: small,
      className: "p-name",
      anchor: "middle",
      isCentred: true,
    }),
  );
}

/** The deadline in full where it fits, else without its priorities. */
function saying({ within, briefly }: FunnelStep, room: number): readonly string[] {
  const full = wrapText(within, { width: room, fontSize: small, lines: mostLinesBelow + 1 });
  return full.length <= mostLinesBelow
    ? full
    : wrapText(briefly, { width: room, fontSize: small, lines: mostLinesBelow });
}

/** Each party's name over the run of its stages. */
function partyNames(steps: readonly FunnelStep[], room: number): readonly Svg[] {
  const runs: { name: string; party: number; from: number; to: number }[] = [];
  for (const [index, { partyName, party }] of steps.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.name === partyName) last.to = index;
    else runs.push({ name: partyName, party, from: index, to: index });
  }
  return runs
    .filter(({ name }) => name !== "")
    .map(({ name, party, from, to }) => {
      const [x, end] = [inset + from * (room + gap), inset + to * (room + gap) + room];
      const said = wrapText(name, { width: end - x - 4, fontSize: small, lines: 1 });
      return group(
        { class: `p-party-${party}` },
        element("path", { d: `M${round(x)} ${top - 6} H${round(end - point)}`, class: "p-party-line" }),
        textLines(said, { x, y: 13, fontSize: small, className: "p-party-name" }),
      );
    });
}

/** A deadline hangs from the point where the record changes hands. */
function deadline(lines: readonly string[], within: string, x: number): Svg {
  const y = top + height;
  const foot = y + 8 + lines.length * lineHeight;
  return group(
    {},
    element("title", {}, within),
    element("path", { d: `M${round(x)} ${y + 4} V${round(foot)}`, class: "p-edge p-edge-handoff" }),
    textLines(lines, { x: x + 8, y: y + 17, fontSize: small, className: "p-note" }),
  );
}

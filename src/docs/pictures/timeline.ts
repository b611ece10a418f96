import type { DayMark } from "./stretches.ts";
import { element, group, picture, type Svg } from "./svg.ts";
import { shorten, textLines, textWidth } from "./text.ts";
import { createScale, type Scale } from "./time-scale.ts";
import { bar, barHeight, swatch } from "./timeline-bar.ts";
import { glyph, tick } from "./timeline-glyph.ts";
import { staircase } from "./timeline-labels.ts";
import type { TimelineBand, TimelinePicture } from "./timeline-picture.ts";

const width = 720;
const side = 10;
// The rest of the width is for the words of the last marks.
const room = { example: 400, worst: width - 2 * side };
const small = 12;
const fontSize = 13;

/** Draws the bands below one another: words come down to their moment on the bar like stairs, in the order of time. */
export function drawTimeline({ title, description, bands, words }: TimelinePicture, id: string): string {
  let y = 4;
  const drawn = bands.map((band) => {
    const one = drawBand(band, y);
    y += one.height;
    return one.svg;
  });
  return picture({ id, title, description, width, height: y + 20 }, ...drawn, legend(words, y + 6));
}

function drawBand(band: TimelineBand, y: number): { readonly svg: Svg; readonly height: number } {
  const { marks, stretches, days, isWorst } = band;
  const scale = createScale(stretches, { x: side, room: isWorst ? room.worst : room.example });
  const placed = marks.map((mark) => ({ mark, x: scale.xOf(mark.at) }));
  const steps = isWorst ? { parts: ends(band, y + 38), height: 22 } : staircase(placed, { y: y + 26, width });
  const top = y + 30 + steps.height;
  const svg = group(
    { class: isWorst ? "p-band p-band-worst" : "p-band" },
    heading(band, y + 13),
    ...bar(scale, top),
    ...dayNames(days, scale, top + barHeight + 15),
    ...placed.map(({ mark, x }) => tick(mark.kind, x, { from: top - 3, to: top + barHeight + 3 })),
    ...steps.parts,
  );
  return { svg, height: steps.height + 30 + barHeight + 36 };
}

/** Whose band it is, and how long it takes; a long name gives way. */
function heading({ label, note, isWorst }: TimelineBand, y: number): Svg {
  const left = width - 2 * side - textWidth(note, fontSize) - noteGap;
  const behind = element("tspan", { dx: noteGap, class: isWorst ? "p-elapsed" : "p-strong" }, note);
  return group(
    {},
    element("title", {}, `${label} ${note}`),
    element(
      "text",
      { class: "p-name", "font-size": fontSize },
      element("tspan", { x: side, y }, shorten(label, left, fontSize)),
      ...(note === "" ? [] : [behind]),
    ),
  );
}

const noteGap = 6;

/** The worst case says its two ends only: on the left when it starts, on the right when it is due. */
function ends({ marks: [start, due] }: TimelineBand, y: number): readonly Svg[] {
  if (start === undefined || due === undefined) return [];
  return [
    glyph("start", side + 6, y - 4),
    textLines([`${start.when}`], { x: side + 20, y, fontSize: small, className: "p-plain" }),
    glyph("due", width - side - 6, y - 4),
    textLines([`${due.when}`], { x: width - side - 20, y, fontSize: small, className: "p-plain", anchor: "end" }),
  ];
}

/** Names of days under the bar, where there is room for them. */
function dayNames(days: readonly DayMark[], scale: Scale, y: number): readonly Svg[] {
  let free = 0;
  return days.flatMap(({ at, label }) => {
    const own = textWidth(label, small);
    const x = Math.min(scale.xOf(at), scale.end - own);
    if (x < free) return [];
    free = x + own + 10;
    return [textLines([label], { x, y, fontSize: small, className: "p-note" })];
  });
}

function legend({ open, late, closed }: TimelinePicture["words"], y: number): Svg {
  let x = side;
  const entries = (
    [
      [open, "open"],
      [late, "late"],
      [closed, "closed"],
    ] as const
  ).map(([said, kind]) => {
    const entry = group(
      {},
      swatch(kind, { x, y: y - 2, width: 20, height: 12 }),
      textLines([said], { x: x + 28, y: y + 8, fontSize: small, className: "p-note" }),
    );
    x += 28 + textWidth(said, small) + 20;
    return entry;
  });
  return element("g", {}, ...entries);
}

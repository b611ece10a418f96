import { element, type Svg } from "./svg.ts";

// Advance widths in em of a wide sans such as DejaVu: a page in a narrower one has some room to spare.
const narrow = 0.33;
const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljI|!.,:;'’`\u00a0\u202f ]/u, narrow],
  [/[ftr()[\]/\\"“”«»-]/u, 0.42],
  [/[mwMW@%—…→]/u, 0.92],
  [/[A-ZÀ-ÖØ-Þ&]/u, 0.7],
  [/[ -\u024f\u2010-\u2027]/u, 0.61],
];
const wide = 1.1;

/** How wide a text is in px at a font size, a little generously. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const sign of text.normalize("NFC")) em += widths.find(([signs]) => signs.test(sign))?.[1] ?? wide;
  return em * fontSize;
}

/** A text broken into lines that fit; what is left after the last one is cut off with an ellipsis. */
export function wrapText(
  text: string,
  { width, fontSize, lines: most }: { readonly width: number; readonly fontSize: number; readonly lines: number },
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => pieces(one, width, fontSize))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const kept = lines.filter((one) => one !== "");
  if (kept.length <= most) return kept;
  const last = kept.slice(most - 1).join(" ");
  return [...kept.slice(0, most - 1), shorten(last, width, fontSize)];
}

/** A word longer than a line is broken where it has to be. */
function pieces(word: string, width: number, fontSize: number): readonly string[] {
  if (textWidth(word, fontSize) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const sign of word) {
    if (textWidth(part + sign, fontSize) > width && part !== "") {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part];
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function shorten(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join("")}…`, fontSize) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

/** Lines of text below one another; `y` is the middle of them all where they are centred, else the first baseline. */
export function textLines(
  lines: readonly string[],
  place: {
    readonly x: number;
    readonly y: number;
    readonly fontSize: number;
    readonly className: string;
    readonly anchor?: "start" | "middle" | "end";
    readonly isCentred?: boolean;
  },
): Svg {
  const { x, y, fontSize, className, anchor = "start", isCentred = false } = place;
  const lineHeight = fontSize * 1.3;
  const first = isCentred ? y - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.35 : y;
  return element(
    "text",
    { class: className, "font-size": fontSize, "text-anchor": anchor === "start" ? undefined : anchor },
    ...lines.map((line, index) => element("tspan", { x, y: first + index * lineHeight }, line)),
  );
}

/** The lines of a plain or quoted text, from its own place on; later lines are indented alike. Where it breaks, and its empty lines, are kept. */
export function layOutScalar(text: string, indent: number): readonly string[] {
  const [first = "", ...rest] = text.split("\n");
  if (rest.length === 0) return [first];
  const indented = rest.map((line) => {
    const words = line.replace(/^[ \t]+/, "");
    return words === "" ? "" : " ".repeat(indent) + words;
  });
  return [first, ...indented].map(withoutTrailingSpace);
}

/** An escaped space at the end of a line is part of the text, as is the line break behind a backslash. */
function withoutTrailingSpace(line: string): string {
  const trimmed = line.replace(/[ \t]+$/, "");
  return trimmed.endsWith("\\") ? line : trimmed;
}

/** The lines below a `|` or `>`, all moved from the column at which the text started to another. */
export function layOutBlockText(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly string[] {
  return text.split("\n").map((line) => {
    const spaces = spacesAtStart(line);
    if (spaces === line.length && spaces <= from) return "";
    return " ".repeat(to) + line.slice(Math.min(from, spaces));
  });
}

/** How far the first line with words stands from the edge. */
export function indentOfWords(text: string): number {
  const words = text.split("\n").find((line) => spacesAtStart(line) < line.length);
  return words === undefined ? text.length : spacesAtStart(words);
}

/** A text without the lines at its end that hold nothing but its indentation. */
export function withoutEmptyEnd(text: string, indent: number): string {
  const lines = text.split("\n");
  while (lines.length > 0 && isEmpty(lines.at(-1) ?? "", indent)) lines.pop();
  return lines.join("\n");
}

function isEmpty(line: string, indent: number): boolean {
  return line.length <= indent && spacesAtStart(line) === line.length;
}

function spacesAtStart(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

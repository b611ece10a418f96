// Line breaks and tabs become one space; no-break spaces stay, they are typography. Control characters go, and so do
// the marks that reverse the direction of writing: with them a text could read other than it is.
const breaks = /[ \t\r\n\f\v\u0085\u2028\u2029]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text on one line, without characters that hide or reorder it. */
export function plainLine(text: string): string {
  return text
    .replace(breaks, " ")
    .replace(invisible, "")
    .replace(/^ +| +$/g, "");
}

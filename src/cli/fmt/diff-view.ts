import type { Paint } from "../terminal.ts";
import type { fmtWords } from "./words.ts";

type Words = (typeof fmtWords)["en"];

/** How many changed lines are shown of one file. */
const shownLines = 12;
const widestLine = 100;

/** What formatting would change in a file, briefly: the first changed lines, cut to where they differ. */
export function renderDiff(
  before: string,
  after: string,
  { words, paint }: { readonly words: Words; readonly paint: Paint },
): readonly string[] {
  const changes = compareLines(linesOf(before), linesOf(after));
  if (changes.length === 0) return [`  ${words.lineEnds}`];
  const shown = changes.slice(0, shownLines).map(({ sign, line, text }) => {
    const colour = sign === "-" ? paint.red : paint.green;
    return `  ${String(line).padStart(5)} ${colour(`${sign} ${text}`)}`;
  });
  return changes.length > shownLines ? [...shown, `  ${words.more(changes.length - shownLines)}`] : shown;
}

interface ChangedLine {
  readonly sign: "-" | "+";
  readonly line: number;
  readonly text: string;
}

/** Formatting moves no word to another line, it only drops empty ones: no search for what corresponds is needed. */
function compareLines(before: readonly string[], after: readonly string[]): readonly ChangedLine[] {
  const changes: ChangedLine[] = [];
  let position = 0;
  before.forEach((old, index) => {
    const now = after[position] ?? "";
    const isDropped = old.trim() === "" && now.trim() !== "";
    if (!isDropped) position += 1;
    if (old === now) return;
    const start = sharedStart(old, now);
    changes.push({ sign: "-", line: index + 1, text: cut(showEnd(old), start) });
    if (!isDropped) changes.push({ sign: "+", line: position, text: cut(now, start) });
  });
  return changes;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** A window of a long line that holds the place where it differs. */
function cut(text: string, difference: number): string {
  if (text.length <= widestLine) return text;
  const start = difference < widestLine - 20 ? 0 : difference - 40;
  const end = start + widestLine;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/** Spaces at the end of a line can't be seen otherwise. */
function showEnd(text: string): string {
  return text.replace(/[ \t]+$/, (spaces) => "·".repeat(spaces.length));
}

function linesOf(text: string): readonly string[] {
  return text.replace(/[\r\n]+$/, "").split(/\r?\n/);
}

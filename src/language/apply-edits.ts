import type { TextEdit } from "../diagnostics/index.ts";

/** A text with edits applied, and those that found their place; of two that overlap the first wins. */
export interface EditedText {
  readonly text: string;
  readonly applied: readonly TextEdit[];
}

/** Applies edits of one text by their UTF-16 offsets; every character outside them stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): EditedText {
  const sorted = edits.toSorted(
    (a, b) => a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset,
  );
  const pieces: string[] = [];
  const applied: TextEdit[] = [];
  let done = 0;
  for (const edit of sorted) {
    const { start, end } = edit.span;
    const isOverlapping =
      start.offset < done || (applied.length > 0 && start.offset === done && end.offset === start.offset);
    if (isOverlapping || end.offset > text.length) continue;
    pieces.push(text.slice(done, start.offset), edit.text);
    applied.push(edit);
    done = end.offset;
  }
  return { text: [...pieces, text.slice(done)].join(""), applied };
}

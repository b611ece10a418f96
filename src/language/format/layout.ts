import { alignComments, alignValues, type CommentedLine } from "./align.ts";
import { createIndentation, type Indentation } from "./indentation.ts";
import { columnOf, type Piece, type Pieces } from "./pieces.ts";
import { spacesBetween } from "./spacing.ts";
import { layOutBlockText, layOutScalar } from "./texts.ts";

interface Line {
  text: string;
  comment?: { readonly piece: Piece; readonly line: CommentedLine };
}

interface Page {
  readonly text: string;
  readonly lines: Line[];
  readonly indentation: Indentation;
  readonly valueGaps: ReadonlyMap<Piece, number>;
}

/** Prints pieces on the lines on which they stood, with the white space that belongs between them. */
export function layOut(text: string, { pieces, blocks }: Pieces): string {
  const indentation = createIndentation(text, pieces);
  const page: Page = { text, lines: [], indentation, valueGaps: alignValues(blocks) };
  pieces.forEach((piece, index) => {
    addPiece(page, pieces[index - 1], piece);
    const next = pieces[index + 1];
    const line = page.lines.at(-1)?.text ?? "";
    indentation.open(piece, {
      column: line.length - piece.text.length,
      lineIndent: line.length - line.trimStart().length,
      isHanging: next !== undefined && next.kind !== "comment" && breaksBetween(text, piece, next) === 0,
    });
  });
  return `${withComments(page.lines).join("\n")}\n`;
}

function addPiece(page: Page, before: Piece | undefined, piece: Piece): void {
  const breaks = before === undefined ? 1 : breaksBetween(page.text, before, piece);
  if (breaks > 1 && before !== undefined && piece.kind !== "block-text") page.lines.push({ text: "" });
  if (piece.kind === "block-text") addBlockText(page, piece);
  else addOnLine(page, { before, piece, breaks });
}

interface Place {
  readonly before: Piece | undefined;
  readonly piece: Piece;
  readonly breaks: number;
}

function addOnLine(page: Page, { before, piece, breaks }: Place): void {
  if (breaks > 0) page.lines.push({ text: " ".repeat(page.indentation.columnOf(piece)) });
  const line = page.lines.at(-1);
  if (line === undefined) return;
  if (breaks === 0 && piece.kind === "comment" && before !== undefined) {
    addComment(page, line, { before, piece });
    return;
  }
  if (breaks === 0) line.text += " ".repeat(page.valueGaps.get(piece) ?? spacesBetween(before, piece));
  page.indentation.place(piece, line.text.length);
  const [first = "", ...rest] = layOutScalar(piece.text, page.indentation.insideOf(piece.box));
  line.text += first;
  page.lines.push(...rest.map((each) => ({ text: each })));
}

function addBlockText(page: Page, piece: Piece): void {
  const columns = { from: piece.originalIndent ?? 0, to: page.indentation.columnOfBlockText(piece) };
  page.lines.push(...layOutBlockText(piece.text, columns).map((text) => ({ text })));
}

function addComment(
  page: Page,
  line: Line,
  { before, piece }: { readonly before: Piece; readonly piece: Piece },
): void {
  line.comment = {
    piece,
    line: {
      originalEnd: columnOf(page.text, before.end),
      originalColumn: columnOf(page.text, piece.start),
      hasTab: page.text.slice(before.end, piece.start).includes("\t"),
      end: line.text.length,
    },
  };
}

function withComments(lines: readonly Line[]): readonly string[] {
  const gaps = alignComments(lines.flatMap(({ comment }) => (comment === undefined ? [] : [comment.line])));
  return lines.map(({ text, comment }) =>
    comment === undefined ? text : `${text}${" ".repeat(gaps.get(comment.line) ?? 1)}${comment.piece.text}`,
  );
}

function breaksBetween(text: string, before: Piece, piece: Piece): number {
  let breaks = 0;
  for (let index = before.end; index < piece.start; index += 1) if (text[index] === "\n") breaks += 1;
  return breaks;
}

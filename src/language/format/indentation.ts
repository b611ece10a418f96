import { type Box, columnOf as originalColumnOf, type Piece } from "./pieces.ts";

/** Where the pieces that start a line stand: found while the text is laid out from its beginning to its end. */
export interface Indentation {
  /** The column of a piece that starts a line. */
  readonly columnOf: (piece: Piece) => number;
  /** The column of the lines below a `|` or `>`. */
  readonly columnOfBlockText: (piece: Piece) => number;
  /** The column of what stands inside a group on a line of its own. */
  readonly insideOf: (box: Box) => number;
  /** Notes where a piece was put that does not start a line: it may be the first of its group (`- label: …`). */
  readonly place: (piece: Piece, column: number) => void;
  /** Notes what a brace or bracket that was put at a column means for the lines until it is closed. */
  readonly open: (piece: Piece, opening: Opening) => void;
}

interface Opening {
  readonly column: number;
  readonly lineIndent: number;
  /** Its first item follows on the same line: those below stand under it. */
  readonly isHanging: boolean;
}

interface State {
  readonly text: string;
  readonly columns: Map<Box, number>;
  readonly flows: Map<Box, { readonly inside: number; readonly close: number }>;
  readonly neighbours: ReadonlyMap<Piece, Neighbours>;
}

interface Neighbours {
  readonly before: Piece | undefined;
  readonly after: Piece | undefined;
}

/** Two spaces for each level; nothing is known of a group before its first piece was put somewhere. */
export function createIndentation(text: string, pieces: readonly Piece[]): Indentation {
  const state: State = { text, columns: new Map(), flows: new Map(), neighbours: neighboursOfComments(pieces) };
  return {
    columnOf: (piece) => columnOf(state, piece),
    columnOfBlockText: ({ box, indicator }) =>
      indicator === undefined ? insideOf(state, box) : columnOfBox(state, box) + indicator,
    insideOf: (box) => insideOf(state, box),
    place: ({ box, place }, column) => {
      if (place === "item" && box.kind === "block" && !state.columns.has(box)) state.columns.set(box, column);
    },
    open: (piece, opening) => open(state, piece, opening),
  };
}

/** What is written before and after each comment, other comments aside. */
function neighboursOfComments(pieces: readonly Piece[]): ReadonlyMap<Piece, Neighbours> {
  const after = new Map<Piece, Piece | undefined>();
  let next: Piece | undefined;
  for (const piece of [...pieces].reverse()) {
    if (piece.kind === "comment") after.set(piece, next);
    else next = piece;
  }
  const neighbours = new Map<Piece, Neighbours>();
  let before: Piece | undefined;
  for (const piece of pieces) {
    if (piece.kind === "comment") neighbours.set(piece, { before, after: after.get(piece) });
    else before = piece;
  }
  return neighbours;
}

function columnOf(state: State, piece: Piece): number {
  if (piece.kind === "comment") return columnOfComment(state, piece);
  if (piece.place === "close") return state.flows.get(piece.box)?.close ?? 0;
  return piece.place === "item" ? columnOfBox(state, piece.box) : insideOf(state, piece.box);
}

function columnOfBox(state: State, box: Box): number {
  const known = state.columns.get(box);
  if (known !== undefined || box.parent === undefined) return known ?? 0;
  const column = insideOf(state, box.parent);
  state.columns.set(box, column);
  return column;
}

function insideOf(state: State, box: Box): number {
  if (box.kind === "root") return 0;
  return box.kind === "flow" ? (state.flows.get(box)?.inside ?? 0) : columnOfBox(state, box) + 2;
}

/** Editors underline a closing brace that stands no further inside than the key of its group: it does not here. */
function open(state: State, { opens, box, text }: Piece, { column, lineIndent, isHanging }: Opening): void {
  if (opens === undefined) return;
  const base = Math.max(lineIndent, insideOf(state, box));
  const hanging = { inside: column + (text === "{" ? 2 : 1), close: column };
  state.flows.set(opens, isHanging ? hanging : { inside: base + 2, close: base });
}

/**
 * A comment on a line of its own stands with what follows it; where it stood further inside than that, it ends a group
 * that comes before, and stays in it.
 */
function columnOfComment(state: State, comment: Piece): number {
  const { before, after } = state.neighbours.get(comment) ?? { before: undefined, after: undefined };
  if (after?.box.kind === "flow") return insideOf(state, after.box);
  const original = originalColumnOf(state.text, comment.start);
  const originalAfter = after === undefined ? -1 : originalColumnOf(state.text, after.start);
  const ended = before === undefined ? undefined : endedGroup(state, before, { original, originalAfter });
  return ended ?? (after === undefined ? 0 : columnOf(state, after));
}

function endedGroup(
  state: State,
  before: Piece,
  { original, originalAfter }: { readonly original: number; readonly originalAfter: number },
): number | undefined {
  const isIn = (column: number) => column <= original && column > originalAfter;
  // A key or dash with nothing behind it but this comment.
  if ((before.kind === "colon" || before.kind === "dash") && isIn(before.box.originalColumn + 1))
    return insideOf(state, before.box);
  for (let box: Box | undefined = before.box; box !== undefined; box = box.parent)
    if (box.kind === "block" && isIn(box.originalColumn)) return columnOfBox(state, box);
  return undefined;
}

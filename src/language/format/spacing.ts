import type { Piece } from "./pieces.ts";

/** How many spaces stand between two pieces on one line, where nothing is lined up. */
export function spacesBetween(before: Piece | undefined, piece: Piece): number {
  if (before === undefined) return 0;
  if (before.kind === "open") return piece.kind === "close" ? 0 : paddingOf(before);
  if (piece.kind === "close") return paddingOf(piece);
  // Without a space, `{ a:, b: 1 }` would be another text to some readers.
  if (piece.kind === "comma") return before.kind === "colon" ? 1 : 0;
  if (piece.kind === "colon") return before.kind === "scalar" || before.kind === "close" ? 0 : 1;
  return 1;
}

/** `{ a: 1 }`, `[1, 2]`. */
function paddingOf({ text }: Piece): number {
  return text === "{" || text === "}" ? 1 : 0;
}

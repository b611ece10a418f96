import type { Instant } from "../../calendar/index.ts";
import type { Stretch } from "./stretches.ts";

/** A stretch with its place on the bar. */
export interface Piece extends Stretch {
  readonly x: number;
  readonly width: number;
}

/** Where moments stand on a bar. */
export interface Scale {
  readonly pieces: readonly Piece[];
  readonly xOf: (instant: Instant) => number;
  readonly end: number;
}

const hourMs = 3_600_000;
// However many stretches are closed, almost half of the bar stays for the hours worked.
const mostClosed = 0.55;
const leastOpen = 3;

/** Open time to scale; closed time pressed together, a night less than a weekend, so that the hours worked stay readable. */
export function createScale(stretches: readonly Stretch[], { x: start, room }: { x: number; room: number }): Scale {
  const asked = stretches.map(({ from, to, isOpen }) => (isOpen ? 0 : closedWidth((to - from) / hourMs)));
  const closed = asked.reduce((sum, one) => sum + one, 0);
  const openMs = stretches.reduce((sum, { from, to, isOpen }) => sum + (isOpen ? to - from : 0), 0);
  const share = openMs === 0 ? room / Math.max(1, closed) : Math.min(1, (room * mostClosed) / Math.max(1, closed));
  const perMs = openMs === 0 ? 0 : (room - closed * share) / openMs;
  const widths = stretches.map(({ from, to, isOpen }, index) =>
    isOpen ? Math.max(leastOpen, (to - from) * perMs) : (asked[index] ?? 0) * share,
  );
  // The shortest ones are drawn wider than they are: all give a little for that.
  const shrink = room / widths.reduce((sum, one) => sum + one, 0);
  let x = start;
  const pieces = stretches.map((stretch, index): Piece => {
    const piece = { ...stretch, x, width: (widths[index] ?? 0) * shrink };
    x += piece.width;
    return piece;
  });
  const end = start + room;
  return { pieces, end, xOf: (instant) => placeOf(pieces, instant) ?? end };
}

function closedWidth(hours: number): number {
  if (hours <= 4) return 12;
  return hours <= 24 ? 44 : 92;
}

function placeOf(pieces: readonly Piece[], instant: Instant): number | undefined {
  const piece = pieces.find(({ from, to }) => instant >= from && instant < to);
  return piece && piece.x + (piece.width * (instant - piece.from)) / Math.max(1, piece.to - piece.from);
}

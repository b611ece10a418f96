import { round } from "./svg.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

const radius = 6;

/** The path along points with level and upright stretches, its corners rounded where there is room. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const parts = rest.map((point, index) => {
    const [before, after] = [points[index] ?? point, points[index + 2]];
    if (after === undefined) return `L${at(point)}`;
    const room = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, room))} Q${at(point)} ${at(towards(point, after, room))}`;
  });
  return `M${at(first)} ${parts.join(" ")}`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function distance(one: Point, other: Point): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}

function towards(from: Point, to: Point, length: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * length, y: from.y + Math.sign(to.y - from.y) * length };
}

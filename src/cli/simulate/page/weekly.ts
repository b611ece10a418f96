import { type Markup, picture, tag } from "../../formats/markup.ts";

/** A value for each week; undefined where nothing was counted. */
export interface Weekly {
  readonly label: string;
  readonly values: readonly (number | undefined)[];
  /** The height of the picture in the unit of the values, and what stands at its top. */
  readonly most: number;
  readonly mostWords: string;
  /** What stands below the first and the last week. */
  readonly first: string;
  readonly last: string;
}

const width = 480;
const height = 150;
const left = 4;
const top = 22;
const bottom = 24;

/** A column for each week: a gap is a week without any. */
export function drawWeekly({ label, values, most, mostWords, first, last }: Weekly): Markup {
  const step = (width - left) / Math.max(1, values.length);
  const floor = height - bottom;
  const columns = values.flatMap((value, week) => {
    if (value === undefined) return [];
    const size = most === 0 ? 0 : (Math.min(value, most) / most) * (floor - top);
    const place = { x: left + week * step + step * 0.12, y: floor - Math.max(size, 1) };
    return [tag("rect", { class: "column", ...place, width: step * 0.76, height: Math.max(size, 1), rx: 1.5 })];
  });
  return picture(
    { label, width, height },
    tag("path", { class: "grid", d: `M0 ${top}H${width}M0 ${(top + floor) / 2}H${width}` }),
    tag("path", { class: "axis", d: `M0 ${floor}H${width}` }),
    ...columns,
    tag("text", { class: "tick", x: 0, y: top - 6 }, mostWords),
    tag("text", { class: "tick", x: 0, y: height - 6 }, first),
    tag("text", { class: "tick end", x: width, y: height - 6 }, last),
  );
}

import { element, group, round, type Svg } from "./svg.ts";
import type { TimelineMark } from "./timeline-marks.ts";

type Kind = TimelineMark["kind"];

/** The sign of a mark: a ring for the start, a bell for a reminder, a flag for the due time, an arrow up for escalation. */
export function glyph(kind: Kind, x: number, y: number): Svg {
  const at = { transform: `translate(${round(x)} ${round(y)})`, class: `p-mark-${kind}` };
  switch (kind) {
    case "start":
      return group(at, element("circle", { r: 4.5, class: "p-sign" }));
    case "reminder":
      return group(
        at,
        element("path", { d: "M-5 3 C-3 1 -4.5 -5 0 -5 C4.5 -5 3 1 5 3 Z", class: "p-sign" }),
        element("path", { d: "M-1.5 5.5 h3", class: "p-sign" }),
      );
    case "due":
      return group(at, element("path", { d: "M-4 6 V-6 H5 L2.5 -2.5 L5 1 H-4", class: "p-sign" }));
    case "escalation":
      return group(at, element("path", { d: "M0 -6 L5.5 0 H2.2 V6 H-2.2 V0 H-5.5 Z", class: "p-sign" }));
    default:
      return kind satisfies never;
  }
}

/** The moment of a mark on the bar. */
export function tick(kind: Kind, x: number, { from, to }: { readonly from: number; readonly to: number }): Svg {
  return group(
    { class: `p-mark-${kind}` },
    element("path", { d: `M${round(x)} ${round(from)} V${round(to)}`, class: "p-tick" }),
  );
}

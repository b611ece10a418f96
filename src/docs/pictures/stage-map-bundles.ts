import type { Diagram } from "../section-model.ts";

type Edge = Diagram["edges"][number];

/** The arrows that are drawn, and those that are said on the cards instead. */
export interface Bundled {
  readonly drawn: readonly Edge[];
  readonly said: readonly Edge[];
}

// More arrows into one stage than a reader follows with a finger.
const mostArrows = 6;

/**
 * Arrows that run side by side become one, with how many there are; and where many of one kind lead to the same stage none
 * of them is drawn: fifty dashed lines into "Nurture" hide the map. Handoffs are always drawn.
 */
export function bundleArrows(edges: readonly Edge[]): Bundled {
  const single = [...groupedBy(edges, ({ from, to, style }) => `${from} ${to} ${style}`).values()].flatMap(asOne);
  const arriving = groupedBy(single, ({ to, style }) => `${to} ${style}`);
  const isSaid = ({ to, style }: Edge) =>
    style !== "handoff" && (arriving.get(`${to} ${style}`)?.length ?? 0) > mostArrows;
  return { drawn: single.filter((edge) => !isSaid(edge)), said: single.filter(isSaid) };
}

function asOne([first, ...others]: readonly Edge[]): readonly Edge[] {
  if (first === undefined) return [];
  return [others.length === 0 ? first : { ...first, label: `${first.label} + ${others.length}` }];
}

function groupedBy(edges: readonly Edge[], keyOf: (edge: Edge) => string): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = groups.get(keyOf(edge));
    if (known === undefined) groups.set(keyOf(edge), [edge]);
    else known.push(edge);
  }
  return groups;
}

import type { ReplayRow } from "./replay-row.ts";

/** The ids that a row speaks of: its own record, and those it is merged into or linked with. */
export function idsOf({ head, happenings }: ReplayRow): readonly string[] {
  const others = happenings.flatMap((one) => {
    if (one.kind === "merged") return [one.into];
    return one.kind === "linked" && one.id !== undefined ? [one.id] : [];
  });
  return [head.record, ...others];
}

/** Puts together the rows of each record, with those of records that it is linked with or merged into. */
export function groupRows<R extends ReplayRow>(rows: readonly R[]): readonly (readonly R[])[] {
  const parents = new Map<string, string>();
  for (const row of rows) {
    const [own = "", ...others] = idsOf(row);
    for (const other of others) parents.set(rootOf(parents, other), rootOf(parents, own));
  }
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const root = rootOf(parents, row.head.record);
    const known = groups.get(root);
    if (known === undefined) groups.set(root, [row]);
    else known.push(row);
  }
  return [...groups.values()];
}

function rootOf(parents: Map<string, string>, id: string): string {
  let root = id;
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
    root = parent;
  for (let place = id; place !== root; ) {
    const next = parents.get(place) ?? root;
    parents.set(place, root);
    place = next;
  }
  return root;
}

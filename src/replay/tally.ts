import type { Verdict } from "../journey/index.ts";
import { type DifferenceKind, differenceKinds } from "./compare.ts";
import type { LeadReplay } from "./replay-lead.ts";
import type { OneSided } from "./replay-row.ts";
import type { Side } from "./version.ts";

/** How often each verdict was given. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** What only one version knows, and how many rows speak of it. */
export interface OneSidedName {
  /** The version that does not know it. */
  readonly side: Side;
  readonly column: string;
  readonly name: string;
  readonly rows: number;
}

/** What replaying many leads comes to. */
export interface Summary {
  readonly leads: number;
  readonly different: number;
  readonly kinds: readonly (readonly [kind: DifferenceKind, leads: number])[];
  readonly deadlines: readonly ({ readonly name: string } & Readonly<Record<Side, VerdictCounts>>)[];
  readonly oneSided: readonly OneSidedName[];
}

/** Counts leads as they come. */
export interface Tally {
  readonly add: (replay: LeadReplay) => void;
  readonly addOneSided: (oneSided: OneSided) => void;
  readonly summary: () => Summary;
}

// A file may hold any number of values that one version does not know.
const mostNames = 1000;

/** A tally of nothing yet. */
export function createTally(): Tally {
  const counts = { leads: 0, different: 0 };
  const kinds = new Map<DifferenceKind, number>();
  const deadlines = new Map<string, Record<Side, Record<Verdict, number>>>();
  const oneSided = new Map<string, { side: Side; column: string; name: string; rows: number }>();
  const addVerdicts = (side: Side, { comparison }: LeadReplay) => {
    for (const [name, verdict] of comparison.verdicts[side]) {
      const known = deadlines.get(name) ?? { before: noVerdicts(), after: noVerdicts() };
      known[side][verdict] += 1;
      deadlines.set(name, known);
    }
  };
  return {
    add: (replay) => {
      counts.leads += 1;
      if (replay.difference !== undefined) counts.different += 1;
      for (const kind of replay.comparison.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      addVerdicts("before", replay);
      addVerdicts("after", replay);
    },
    addOneSided: ({ side, problem }) => {
      const written = String(problem.args["written"] ?? problem.args["name"] ?? "");
      const name = oneSided.size < mostNames ? written : "…";
      const key = JSON.stringify([side, problem.column, name]);
      const known = oneSided.get(key);
      if (known === undefined) oneSided.set(key, { side, column: problem.column, name, rows: 1 });
      else known.rows += 1;
    },
    summary: () => ({
      ...counts,
      kinds: differenceKinds.map((kind) => [kind, kinds.get(kind) ?? 0] as const),
      deadlines: [...deadlines]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, both]) => ({ name, ...both })),
      oneSided: [...oneSided.values()].toSorted((one, other) => other.rows - one.rows),
    }),
  };
}

const noVerdicts = (): Record<Verdict, number> => ({ met: 0, late: 0, overdue: 0, pending: 0, exempt: 0 });

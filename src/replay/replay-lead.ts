import type { Instant } from "../calendar/index.ts";
import { type Comparison, compare, type Parting } from "./compare.ts";
import { type Account, explain } from "./explain.ts";
import { play } from "./play.ts";
import type { ReplayRow } from "./replay-row.ts";
import type { Side, Versions } from "./version.ts";

/** A lead under both versions; where they part, what each does and why. */
export interface LeadReplay {
  readonly record: string;
  readonly comparison: Comparison;
  readonly difference?: Difference;
}

/** Where two versions part; looking why plays the lead again, and is done only for those that are shown. */
export interface Difference {
  readonly parting: Parting;
  readonly explain: () => Readonly<Record<Side, Account>>;
}

/** Plays the rows of a lead, in order of time, under both versions and compares what became of it. */
export function replayLead(versions: Versions, rows: readonly ReplayRow[], until: Instant): LeadReplay {
  const [before, after] = [play(versions, "before", rows, until), play(versions, "after", rows, until)];
  const comparison = compare(before, after, versions);
  const { parting } = comparison;
  const record = rows[0]?.head.record ?? "";
  if (parting === undefined) return { record, comparison };
  return { record, comparison, difference: { parting, explain: () => explain(versions, rows, parting) } };
}

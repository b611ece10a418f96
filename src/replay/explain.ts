import { type RecordState, responsibleNow } from "../journey/index.ts";
import { type Evidence, evidenceOf } from "../testing/index.ts";
import type { Parting } from "./compare.ts";
import { play } from "./play.ts";
import type { ReplayRow } from "./replay-row.ts";
import type { Moment } from "./timeline.ts";
import type { Side, Versions } from "./version.ts";

/** How one version treats the lead at the moment of parting. */
export interface Account {
  readonly moment?: Moment;
  /** The stage it is in then. */
  readonly stage?: string;
  /** Who acts on it then. */
  readonly holder?: string;
  /** How the conditions stood that would have had to hold. */
  readonly evidence: Evidence;
}

/** Plays both versions up to the moment of parting once more and looks why each does what it does. */
export function explain(
  versions: Versions,
  rows: readonly ReplayRow[],
  parting: Parting,
): Readonly<Record<Side, Account>> {
  const account = (side: Side): Account => {
    const { world, steps, names } = play(versions, side, rows, parting.at);
    const moment = parting[side];
    const shown = moment ?? parting.before ?? parting.after;
    const id = shown === undefined ? "" : idOf(names, recordOf(shown));
    const record = world.records.get(id);
    const fact = shown === undefined ? undefined : factOf(shown, versions[side].reading.names);
    const evidence =
      fact === undefined
        ? { assessments: [], missing: [] }
        : evidenceOf(world, { kind: "fact", record: id, span: nowhere, ...fact }, steps);
    return { ...(moment === undefined ? {} : { moment }), ...stateOf(record, world), evidence };
  };
  return { before: account("before"), after: account("after") };
}

const start = { line: 1, column: 1, offset: 0 };
const nowhere = { file: "", start, end: start };

function stateOf(record: RecordState | undefined, world: Parameters<typeof responsibleNow>[0]) {
  const stage = record?.stage?.stage.id;
  const holder = record === undefined ? undefined : responsibleNow(world, record)?.holder.role;
  return { ...(stage === undefined ? {} : { stage }), ...(holder === undefined ? {} : { holder }) };
}

function recordOf({ source }: Moment): string {
  switch (source.kind) {
    case "step":
      return source.step.record;
    case "notice":
      return source.notice.record;
    case "clock":
      return "";
    default:
      return source satisfies never;
  }
}

function idOf(names: ReadonlyMap<string, string>, record: string): string {
  return [...names].find(([, name]) => name === record)?.[0] ?? record;
}

/** What would have had to be so, in the names of a version; undefined where no condition decides it. */
function factOf(
  { source }: Moment,
  names: Versions[Side]["reading"]["names"],
): { readonly fact: string; readonly expected: string } | undefined {
  if (source.kind !== "step") return undefined;
  const { kind, stage, handoff, priority } = source.step;
  if (kind === "entered" && stage !== undefined)
    return { fact: "stage", expected: names.find("stage", stage) ?? stage };
  if (handoff !== undefined) return { fact: `handoffs.${handoff}`, expected: "pending" };
  if (priority !== undefined) return { fact: "priority", expected: priority };
  return undefined;
}

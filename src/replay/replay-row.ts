import { type CellProblem, type EventRow, type RowHead, readHappenings, readHead } from "../events/index.ts";
import type { Happening } from "../journey/index.ts";
import type { Side, Versions } from "./version.ts";

/** A row as each version understands it. */
export interface ReplayRow extends Readonly<Record<Side, readonly Happening[]>> {
  readonly line: number;
  readonly head: RowHead;
  /** By which rows are ordered and compared with each other. */
  readonly happenings: readonly Happening[];
}

/** A name or value that one version lacks: the event is played under the other only. */
export interface OneSided {
  readonly side: Side;
  readonly problem: CellProblem;
}

/** A row that was read, or why it was left out, and what only one version knows. */
export interface RowReading {
  readonly row?: ReplayRow;
  readonly problems: readonly CellProblem[];
  readonly oneSided: readonly OneSided[];
}

/** Reads a row under both versions: a cell that neither can read leaves the row out. */
export function readReplayRow(row: EventRow, line: number, versions: Versions): RowReading {
  const { head, problems: first } = readHead(row, versions.zone);
  const after = readHappenings(row, head ?? {}, versions.after.reading);
  const before = versions.isOneLanguage ? after : readHappenings(row, head ?? {}, versions.before.reading);
  const isShared = ({ column }: CellProblem) => before.problems.some((other) => other.column === column);
  const problems = [...first, ...after.problems.filter(isShared)];
  if (problems.length > 0 || head === undefined) return { problems, oneSided: [] };
  const happenings = after.happenings.length > 0 ? after.happenings : before.happenings;
  const oneSided = [
    ...before.problems.map((problem) => ({ side: "before", problem }) as const),
    ...after.problems.map((problem) => ({ side: "after", problem }) as const),
  ];
  return {
    row: { line, head, happenings, before: before.happenings, after: after.happenings },
    problems,
    oneSided,
  };
}

import type { Happening } from "../journey/index.ts";
import { eventKinds } from "./event-kinds.ts";
import type { RowHead } from "./event-row.ts";
import { type CellProblem, cellProblem } from "./row-problem.ts";

/** A row that was read: where it begins, whom it is about, and what it says. */
export interface ArrangeableRow {
  readonly line: number;
  readonly head: RowHead;
  /** What is known of the record by then, and last what happened. */
  readonly happenings: readonly Happening[];
}

/** Rows in the order in which they are applied, and what was noticed on the way. */
export interface Arrangement<R> {
  readonly rows: readonly R[];
  readonly problems: readonly { readonly row: R; readonly problem: CellProblem }[];
}

/**
 * Puts rows in order of time. Those of one moment follow the order of `eventKinds`, then their text, so that the order of
 * the file never decides; what is said twice counts once, and what contradicts itself at one moment is left out.
 */
export function arrangeRows<R extends ArrangeableRow>(rows: readonly R[]): Arrangement<R> {
  const inFile = rows.toSorted((one, other) => one.line - other.line);
  const problems = [...disorders(inFile)];
  const told = withoutRepetitions(inFile);
  problems.push(...told.problems);
  const left = told.rows.toSorted(compare);
  const quarrels = contradictions(left);
  problems.push(...[...quarrels].map(([row, other]) => ({ row, problem: problemAt("EVT015", row.row, other) })));
  return {
    rows: left.filter((keyed) => !quarrels.has(keyed)).map(({ row }) => row),
    problems: problems.map(({ row, problem }) => ({ row: row.row, problem })),
  };
}

/** A row with what it says as a text, by which repetitions are found. */
interface Keyed<R> {
  readonly row: R;
  readonly rank: number;
  readonly text: string;
}

interface Noticed<R> {
  readonly row: Keyed<R>;
  readonly problem: CellProblem;
}

const order: readonly string[] = eventKinds;

function keyed<R extends ArrangeableRow>(row: R): Keyed<R> {
  const { head, happenings } = row;
  const plain = happenings.map((one) => ("fields" in one ? { ...one, fields: [...(one.fields ?? [])] } : one));
  const rank = order.indexOf(happenings.at(-1)?.kind ?? "");
  return { row, rank, text: JSON.stringify([head.record, head.by ?? "", head.happenedAt ?? 0, plain]) };
}

function compare<R extends ArrangeableRow>(one: Keyed<R>, other: Keyed<R>): number {
  const byTime = one.row.head.at - other.row.head.at || one.rank - other.rank;
  if (byTime !== 0 || one.text === other.text) return byTime;
  return one.text < other.text ? -1 : 1;
}

function problemAt(code: "EVT010" | "EVT011" | "EVT015", { head }: ArrangeableRow, line: number): CellProblem {
  return cellProblem(code, "at", { record: head.record, line });
}

function disorders<R extends ArrangeableRow>(rows: readonly R[]): readonly Noticed<R>[] {
  const latest = new Map<string, R>();
  const noticed: Noticed<R>[] = [];
  for (const row of rows) {
    const before = latest.get(row.head.record);
    if (before === undefined || row.head.at >= before.head.at) latest.set(row.head.record, row);
    else noticed.push({ row: keyed(row), problem: problemAt("EVT010", row, before.line) });
  }
  return noticed;
}

function withoutRepetitions<R extends ArrangeableRow>(
  rows: readonly R[],
): { readonly rows: readonly Keyed<R>[]; readonly problems: readonly Noticed<R>[] } {
  const first = new Map<string, Keyed<R>>();
  const problems: Noticed<R>[] = [];
  for (const row of rows.map(keyed)) {
    const key = `${row.row.head.at} ${row.text}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, row);
    else problems.push({ row, problem: problemAt("EVT011", row.row, known.row.line) });
  }
  return { rows: [...first.values()], problems };
}

interface Claim<R> {
  readonly row: Keyed<R>;
  readonly said: string;
}

/** Rows of one moment that say different things of one matter, each with the line of another such row. */
function contradictions<R extends ArrangeableRow>(rows: readonly Keyed<R>[]): ReadonlyMap<Keyed<R>, number> {
  const found = new Map<Keyed<R>, number>();
  for (const claims of claimsByMatter(rows).values())
    for (const { row, said } of claims) {
      const other = claims.find((one) => one.said !== said);
      if (other !== undefined) found.set(row, other.row.row.line);
    }
  return found;
}

function claimsByMatter<R extends ArrangeableRow>(rows: readonly Keyed<R>[]): ReadonlyMap<string, readonly Claim<R>[]> {
  const claims = new Map<string, Claim<R>[]>();
  for (const row of rows)
    for (const [matter, said] of claimsOf(row.row)) {
      const key = JSON.stringify([row.row.head.at, row.row.head.record, matter]);
      const known = claims.get(key);
      if (known === undefined) claims.set(key, [{ row, said }]);
      else known.push({ row, said });
    }
  return claims;
}

/** What a row settles: of one moment only one answer can be right. */
function claimsOf({ happenings }: ArrangeableRow): readonly (readonly [matter: string, said: string])[] {
  return happenings.flatMap((one): readonly (readonly [string, string])[] => {
    switch (one.kind) {
      case "set":
        return [[`field ${one.field}`, JSON.stringify(one.value ?? null)]];
      case "created":
        return [...(one.fields ?? [])].map(([field, value]) => [`first ${field}`, JSON.stringify(value)]);
      case "moved":
        return [["stage", one.to]];
      case "status":
        return [["status", one.status]];
      case "owner":
        return [["owner", one.owner]];
      case "accepted":
        return [["decision", "accepted"]];
      case "refused":
        return [["decision", "refused"], ...(one.reason === undefined ? [] : [["reason", one.reason] as const])];
      case "left":
        return [["exit", one.reason]];
      default:
        return [];
    }
  });
}

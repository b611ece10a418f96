import type { ArgsOf } from "../diagnostics/index.ts";
import { nearest } from "../diagnostics/index.ts";
import { type ColumnKey, type ColumnName, columnNames, isFieldColumn, neededColumns } from "./columns.ts";
import type { EventNames } from "./event-names.ts";
import type { EventRow } from "./event-row.ts";
import { type CellProblem, cellProblem, type EventCode } from "./row-problem.ts";

/** Where each column of a file stands, counted from 0. */
export interface Columns {
  readonly count: number;
  readonly positions: ReadonlyMap<ColumnKey, number>;
  readonly fields: readonly { readonly name: string; readonly position: number }[];
}

/** A problem of the header, and the column it stands at; -1 for what is missing. */
export interface HeaderProblem extends CellProblem {
  readonly position: number;
}

/** What people call the columns in their file, and the contracts whose fields may have one. */
export interface HeaderOptions {
  /** Header by column, such as `record` → `Contact ID`. */
  readonly mapping: ReadonlyMap<string, string>;
  readonly names: readonly EventNames[];
}

/** Finds the columns by the names in the first row, in any case; without the needed ones nothing can be read. */
export function readHeader(
  cells: readonly string[],
  options: HeaderOptions,
): { readonly columns?: Columns; readonly problems: readonly HeaderProblem[] } {
  const problems: HeaderProblem[] = [];
  const positions = findPositions(cells, options, problems);
  for (const key of [...neededColumns, ...options.mapping.keys()].filter(isMissing(positions, problems))) {
    const column = options.mapping.get(key) ?? key;
    reporter(problems, -1)("EVT001", { column, key, found: cells.map((cell) => cell.trim()) });
  }
  const isUsable = problems.every(({ code }) => code !== "EVT001" && code !== "EVT016");
  return { problems, ...(isUsable ? { columns: columnsFrom(positions, cells.length) } : {}) };
}

function findPositions(
  cells: readonly string[],
  options: HeaderOptions,
  problems: HeaderProblem[],
): ReadonlyMap<ColumnKey, number> {
  const positions = new Map<ColumnKey, number>();
  const taken = [...options.mapping.values()].map(plain);
  for (const [position, written] of cells.entries()) {
    const report = reporter(problems, position);
    const keys = keysOf(written, options, taken);
    if (keys.length === 0 && written.trim() !== "") report("EVT014", unread(written));
    for (const key of keys) {
      if (positions.has(key)) report("EVT016", { column: written.trim() });
      else if (isKnownField(key, options.names, report)) positions.set(key, position);
    }
  }
  return positions;
}

const plain = (text: string): string => text.trim().normalize("NFC").toLowerCase();

function isMissing(positions: ReadonlyMap<string, number>, problems: readonly HeaderProblem[]) {
  return (key: string, index: number, all: readonly string[]) =>
    !positions.has(key) &&
    all.indexOf(key) === index &&
    !problems.some((one) => one.code === "EVT006" && one.column === key);
}

function columnsFrom(positions: ReadonlyMap<ColumnKey, number>, count: number): Columns {
  const fields = [...positions].flatMap(([key, position]) =>
    isFieldColumn(key) ? [{ name: key.slice("field:".length), position }] : [],
  );
  return { count, positions, fields };
}

type Reporter = <C extends EventCode>(code: C, args: ArgsOf<C>, column?: ColumnKey) => void;

function reporter(problems: HeaderProblem[], position: number): Reporter {
  return (code, args, column = "record") => problems.push({ ...cellProblem(code, column, args), position });
}

/** What a header stands for: what it was mapped to, else its own name. */
function keysOf(written: string, { mapping }: HeaderOptions, taken: readonly string[]): readonly ColumnKey[] {
  const name = plain(written);
  const mapped = [...mapping].filter(([, header]) => plain(header) === name).flatMap(([key]) => keyOf(key) ?? []);
  if (mapped.length > 0 || taken.includes(name)) return mapped;
  const key = keyOf(written);
  return key === undefined || mapping.has(key) ? [] : [key];
}

/** The column that a text names; undefined where there is none. */
export function keyOf(text: string): ColumnKey | undefined {
  const name = text.trim();
  const field = /^field: *(.+)$/i.exec(name)?.[1];
  return field === undefined ? columnNames.find((one) => one === plain(name)) : `field:${field}`;
}

function unread(written: string): ArgsOf<"EVT014"> {
  return { column: written.trim(), suggestion: nearest(plain(written), columnNames) ?? "" };
}

function isKnownField(key: ColumnKey, versions: readonly EventNames[], report: Reporter): boolean {
  if (!isFieldColumn(key)) return true;
  const name = key.slice("field:".length);
  const [names] = versions;
  if (names === undefined || versions.some((one) => one.find("field", name) !== undefined)) return true;
  report("EVT006", { kind: "field", name, suggestion: names.suggest("field", name), known: names.known("field") }, key);
  return false;
}

/** The cells of a row by their columns. */
export function rowOf(cells: readonly string[], { positions, fields }: Columns): EventRow {
  const textAt = (position: number | undefined) => (position === undefined ? "" : (cells[position] ?? "").trim());
  return {
    cell: (column: ColumnName) => textAt(positions.get(column)),
    fields: fields.map(({ name, position }) => [name, textAt(position)] as const),
  };
}

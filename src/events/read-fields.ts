import type { Field } from "../contract/index.ts";
import type { FieldValue } from "../journey/index.ts";
import type { ColumnKey } from "./columns.ts";
import type { EventReading } from "./event-row.ts";
import { readFieldValue } from "./read-field-value.ts";
import { type CellProblem, cellProblem } from "./row-problem.ts";

/** The fields that columns of their own give; an empty cell says nothing about its field. */
export function readFields(
  written: readonly (readonly [name: string, text: string])[],
  reading: EventReading,
): { readonly fields: ReadonlyMap<string, FieldValue>; readonly problems: CellProblem[] } {
  const fields = new Map<string, FieldValue>();
  const problems: CellProblem[] = [];
  for (const [name, text] of written) {
    if (text === "") continue;
    const column = `field:${name}` as const;
    const field = findField(reading, { name, column, problems });
    const value = field === undefined ? undefined : readValue(reading, field, { text, column, problems });
    if (field !== undefined && value !== undefined) fields.set(field.id, value);
  }
  return { fields, problems };
}

/** The field a name stands for; tells where there is none. */
export function findField(
  { names }: EventReading,
  { name, column, problems }: { readonly name: string; readonly column: ColumnKey; readonly problems: CellProblem[] },
): Field | undefined {
  const field = names.contract.fields.get(names.find("field", name) ?? "");
  if (field === undefined) {
    const args = {
      kind: "field",
      name,
      suggestion: names.suggest("field", name),
      known: names.known("field"),
    } as const;
    problems.push(cellProblem("EVT006", column, args));
  }
  return field;
}

/** The value of a field; tells where the text is none. */
export function readValue(
  { zone, decimal }: EventReading,
  field: Field,
  { text, column, problems }: { readonly text: string; readonly column: ColumnKey; readonly problems: CellProblem[] },
): FieldValue | undefined {
  const read = readFieldValue(field, text, { zone, ...(decimal === undefined ? {} : { decimal }) });
  if ("value" in read) return read.value;
  const { problem, suggestion } = read.problem;
  const limits = problem === "out-of-range" ? [field.min ?? "…", field.max ?? "…"].join("–") : "";
  const known = field.options.map(({ id }) => id);
  problems.push(cellProblem("EVT008", column, { field: field.id, written: text, problem, suggestion, known, limits }));
  return undefined;
}

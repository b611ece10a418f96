/** The columns that events are read from. */
export type ColumnName = "record" | "at" | "event" | "name" | "value" | "reason" | "detail" | "by" | "happened";

/** Every column, in the order people are told about them. */
export const columnNames: readonly ColumnName[] = [
  "record",
  "at",
  "event",
  "name",
  "value",
  "reason",
  "detail",
  "by",
  "happened",
];

/** Those without which no row can be read. */
export const neededColumns: readonly ColumnName[] = ["record", "at", "event"];

/** A column as a finding names it: one of the above, or `field:` and the name of a field. */
export type ColumnKey = ColumnName | `field:${string}`;

/** True for a column that holds a field of the record. */
export function isFieldColumn(key: string): key is `field:${string}` {
  return key.startsWith("field:");
}

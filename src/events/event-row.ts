import type { Instant, TimeZone } from "../calendar/index.ts";
import type { ColumnName } from "./columns.ts";
import type { EventNames } from "./event-names.ts";
import type { DecimalSign } from "./read-number.ts";

/** A row as text: its cells by column, trimmed and empty where absent, and the fields its columns name. */
export interface EventRow {
  readonly cell: (column: ColumnName) => string;
  readonly fields: readonly (readonly [name: string, text: string])[];
}

/** How rows are read: under which contract, and where a text may mean several things. */
export interface EventReading {
  readonly names: EventNames;
  /** Of moments without an offset. */
  readonly zone: TimeZone;
  readonly decimal?: DecimalSign;
}

/** What a row says of whom, when and by whom, whatever the contract. */
export interface RowHead {
  readonly record: string;
  readonly at: Instant;
  readonly by?: string;
  /** When a touch took place, where it was typed in later. */
  readonly happenedAt?: Instant;
}

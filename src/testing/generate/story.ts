import type { Duration, Instant } from "../../calendar/index.ts";
import type { FieldValue } from "../../journey/index.ts";

/** One thing that happens in a story that is being written, by the keys of the test format. */
export interface Act {
  readonly at: Instant;
  readonly keys: Readonly<Record<string, string | number | boolean | Readonly<Record<string, FieldValue | null>>>>;
}

/** A story before it is known how it ends. */
export interface Story {
  readonly name: string;
  readonly start: Instant;
  /** The stage the record is in; absent for a new one. */
  readonly stage?: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly keepers?: { readonly companyOwner?: string; readonly contactOwner?: string };
  readonly acts: readonly Act[];
  /** When to look. */
  readonly end: Instant;
  /** What to say of the record then. */
  readonly facts: readonly string[];
  /** The record to look at, where it is another one. */
  readonly about?: string;
}

/** A moment and a length after it. */
export type After = (moment: Instant, duration: Duration) => Instant;

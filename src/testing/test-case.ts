import type { Instant } from "../calendar/index.ts";
import type { Span } from "../diagnostics/index.ts";
import type { JourneyEvent } from "../journey/index.ts";

/** A file of tests: which contract it is about, and its stories. */
export interface TestFile {
  readonly file: string;
  readonly testOf: string;
  readonly cases: readonly TestCase[];
}

/** One story: what happens to a record, and how things stand then. */
export interface TestCase {
  readonly name: string;
  readonly span: Span;
  readonly items: readonly TestItem[];
}

/** What a story holds, in order of time. */
export type TestItem =
  | { readonly kind: "event"; readonly event: JourneyEvent }
  | { readonly kind: "look"; readonly at: Instant; readonly expectations: readonly Expectation[] };

/** A fact about a record, as people write it: `stage` is `sal`, `deadlines.sal.outcome` is `met`. */
export type Expectation =
  | {
      readonly kind: "fact";
      readonly record: string;
      readonly fact: string;
      readonly expected: string;
      readonly span: Span;
    }
  /** Every message, or every note, since the last look that asked for them, and no other. */
  | {
      readonly kind: "told" | "notes";
      readonly record: string;
      readonly expected: readonly string[];
      readonly span: Span;
    };

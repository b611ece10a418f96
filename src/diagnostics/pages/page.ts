import type { Bilingual } from "../language.ts";

/**
 * How the examples of a page are read: `entries` replace those of a complete contract (or its scalars; an empty entry is
 * taken out), `lines` stand at the end of one, `bytes` too, with \xHH for a single byte that is no text, `part` is a second
 * file beside it, `test` a file of tests beside it, and `file` stands alone. `events` is a file of recorded events, with \xHH
 * for single bytes, and `long-events` one that is too large for the memory. `portal` are entries planned against a small
 * portal: the team Commerce, the form Devis, a token without the scope for workflows where the environment is `small`.
 * `since` are entries of a newer version of the same contract, 1.0.0, compared with it.
 */
export type ExampleForm =
  | "entries"
  | "lines"
  | "bytes"
  | "part"
  | "test"
  | "file"
  | "portal"
  | "since"
  | "events"
  | "long-events";

/** What `revpact explain CODE` prints besides the row of the catalogue. */
export interface RulePage {
  /** The rule in one line, as a statement: "Every open stage has an owner and a way out". */
  readonly title: Bilingual;
  /** What is checked, in two or three sentences. */
  readonly what: Bilingual;
  readonly form: ExampleForm;
  /** YAML, or events, that yield this code; a test runs it. */
  readonly fails: string;
  /** The same made right; a test runs it. */
  readonly passes: string;
  /** How to fix it, in the imperative. */
  readonly fix: Bilingual;
}

import type { Bilingual } from "../language.ts";

/** What `revpact explain CODE` prints besides the row of the catalogue. */
export interface RulePage {
  /** The rule in one line, as a statement: "Every open stage has an owner and a way out". */
  readonly title: Bilingual;
  /** What is checked, in two or three sentences. */
  readonly what: Bilingual;
  /** How the whole-file examples below are read: `entries` replace those of a valid base contract, `file` stands alone. */
  readonly form: "entries" | "file";
  /** YAML that yields this code; a test runs it. */
  readonly fails: string;
  /** The same made right; a test runs it. */
  readonly passes: string;
  /** How to fix it, in the imperative. */
  readonly fix: Bilingual;
}

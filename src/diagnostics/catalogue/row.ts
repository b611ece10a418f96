import type { Bilingual, Language } from "../language.ts";

/** How much a finding weighs: errors stop `plan`, warnings can be suppressed with a reason. */
export type Severity = "error" | "warning" | "info";

/** What a message is rendered from: plain data, so that it can be hashed and printed as JSON. */
export type FindingArgs = Readonly<Record<string, string | number | readonly string[]>>;

/** One line of the table of codes; `message` and `help` are functions of the arguments, in each language. */
export interface CatalogueRow<A extends FindingArgs> {
  readonly name: string;
  readonly severity: Severity;
  /** One sentence without a final stop. */
  readonly message: Readonly<Record<Language, (args: A) => string>>;
  /** What to do, in the imperative. */
  readonly help: Readonly<Record<Language, (args: A) => string>>;
  /** The consequence for the business. */
  readonly why: Bilingual;
}

/** Types one row of the catalogue by the arguments of its message. */
export function row<A extends FindingArgs>(definition: CatalogueRow<A>): CatalogueRow<A> {
  return definition;
}

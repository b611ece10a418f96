import type { Path } from "../criteria/index.ts";

/** The name of an entry, unique in its section, in kebab-case. */
export type Id = string;

/** A text in every language of the contract (a plain text is the same in all; a missing one falls back on the default). */
export type Text = Readonly<Record<string, string>>;

/** What every entry of a section carries: its id and where it stands, such as `["stages", "mql"]`. */
export interface Entry {
  readonly id: Id;
  readonly path: Path;
  readonly label: Text;
}

/** An entry that may say under which ids it was known before. */
export interface RenamableEntry extends Entry {
  readonly formerly: readonly Id[];
}

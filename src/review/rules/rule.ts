import type { Bilingual } from "../../diagnostics/index.ts";

/** How much a change asks of those who agreed: a major, a minor or a patch version. */
export type Level = "breaking" | "minor" | "wording";

/**
 * Who carries a change. Every clause has a side that owes it and one that relies on it: `more` asks more of the first and
 * `less` takes from the second; `filter` lets fewer records pass from the first to the second, `load` more; `moves` takes
 * a duty from one side to another; `both` binds both, `nobody` neither.
 */
export type Burden = "more" | "less" | "filter" | "load" | "moves" | "both" | "nobody";

/** What a change tells: something new, something gone, or what was and what is. */
export type Form = "added" | "removed" | "replaced";

/** What the change the other way round is, or why it is not simply another kind. */
export type Mirror = readonly string[] | { readonly why: string };

/** One kind of change: a row of the table that `changes.md` describes in prose. */
export interface ChangeRule<F extends Form = Form> {
  readonly form: F;
  readonly level: Level;
  readonly burden: Burden;
  readonly mirror: Mirror;
  /** What happened, behind a colon; `{before}`, `{after}` and `{value}` are filled in. */
  readonly phrase: Bilingual;
  /** The agreement is the same; what the CRM holds is not. */
  readonly isCrmOnly: boolean;
  /** Nothing could be proved: it counts as breaking because it might be. */
  readonly isUndecided: boolean;
}

interface Remarks {
  readonly isCrmOnly?: true;
  readonly isUndecided?: true;
}

/** What a rule says of a level and a burden, the kinds that mirror it, and its words. */
type Row = readonly [level: Level, burden: Burden, mirror: string | Mirror, en: string, fr: string, remarks?: Remarks];

function rule<F extends Form>(form: F, [level, burden, mirror, en, fr, remarks = {}]: Row): ChangeRule<F> {
  return {
    form,
    level,
    burden,
    mirror: typeof mirror === "string" ? [mirror] : mirror,
    phrase: { en, fr },
    isCrmOnly: remarks.isCrmOnly ?? false,
    isUndecided: remarks.isUndecided ?? false,
  };
}

/** A kind that says something is new. */
export const added = (...row: Row): ChangeRule<"added"> => rule("added", row);
/** A kind that says something is gone. */
export const removed = (...row: Row): ChangeRule<"removed"> => rule("removed", row);
/** A kind that says what was and what is. */
export const replaced = (...row: Row): ChangeRule<"replaced"> => rule("replaced", row);

/** `{before} → {after}` in each language: where nothing more can be said. */
export const arrow = ["{before} → {after}", "{before} → {after}"] as const;

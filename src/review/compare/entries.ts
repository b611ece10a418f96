import type { Contract, Id, RenamableEntry, Text } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, type Sides, shift } from "../change.ts";
import type { KindOf } from "../rules/index.ts";
import { pairEntries } from "./lists.ts";
import { movedBetween, ofEveryone, type Pair } from "./pair.ts";
import { compareLabel } from "./texts.ts";
import { aspect, entryNamed, listed, nouns, person, same, silent } from "./words.ts";

/** An entry of a section in both versions, and where it stands. */
export interface Versions<T> {
  readonly before: T;
  readonly after: T;
  readonly place: Place;
}

/** How each part of an entry is compared. A part that the contract gains has no line here until somebody writes one: the compiler says so. */
export type PartTable<T> = {
  readonly [K in Exclude<keyof T, "id" | "path">]-?: (pair: Pair, versions: Versions<T>) => readonly Change[];
};

/** Every part of an entry. */
export function compareParts<T>(pair: Pair, versions: Versions<T>, table: PartTable<T>): readonly Change[] {
  const parts: readonly ((pair: Pair, versions: Versions<T>) => readonly Change[])[] = Object.values(table);
  return parts.flatMap((compare) => compare(pair, versions));
}

/** Where a part of an entry stands. */
export function partOf(place: Place, key: string, name: Bilingual, sides: Sides = place.sides): Place {
  return { clause: `${place.clause}.${key}`, subject: aspect(place.subject, name), sides };
}

/** The name of an entry. */
export const labelPart = <T extends { readonly label: Text }>(pair: Pair, { before, after, place }: Versions<T>) =>
  compareLabel(pair, place, { before: before.label, after: after.label });

/** The ids it had: what they rename is told once, as a rename; that they are written down changes nothing else. */
export const formerlyPart = <T extends RenamableEntry>({ renames }: Pair, { before, after, place }: Versions<T>) => {
  if (isSame(before.formerly, after.formerly) || renames.some(({ to }) => to === after.id)) return [];
  const content = [before.formerly, after.formerly];
  return [
    shift("former-ids-noted", partOf(place, "formerly", { en: "former ids", fr: "anciens identifiants" }), {
      before: listed(before.formerly.map(same)),
      after: listed(after.formerly.map(same)),
      content,
    }),
  ];
};

/** A part that names who is in charge: when it changes, a duty goes from one party to another. */
export const personPart =
  <K extends string>(key: K, name: Bilingual, kind: KindOf<"replaced">) =>
  <T extends { readonly [P in K]?: Id | undefined }>(pair: Pair, { before, after, place }: Versions<T>) =>
    comparePlain(
      partOf(place, key, name, movedBetween(pair, [before[key]], [after[key]])),
      { before: before[key], after: after[key] },
      { kind, inWords: (role, side) => person(pair[side], role) },
    );

/** A part that is one value of many, told as what it was and what it is. */
export function comparePlain<T>(
  place: Place,
  values: { readonly before: T; readonly after: T },
  how: { readonly kind: KindOf<"replaced">; readonly inWords: (value: T, side: "before" | "after") => Bilingual },
): readonly Change[] {
  if (isSame(values.before, values.after)) return [];
  return [
    shift(how.kind, place, {
      before: how.inWords(values.before, "before"),
      after: how.inWords(values.after, "after"),
      content: [values.before, values.after],
    }),
  ];
}

type Section = Exclude<keyof typeof nouns, "contract" | "scope" | "governance">;

/** How the entries of one section are compared. */
export interface SectionRule<T> {
  readonly section: Section;
  readonly of: (contract: Contract) => ReadonlyMap<Id, T>;
  readonly added: (entry: T) => KindOf<"added">;
  readonly removed: (entry: T) => KindOf<"removed">;
  readonly labelOf: (entry: T) => Text | undefined;
  /** Who owes and who relies on an entry, in the version that it stands in. */
  readonly sidesOf?: (pair: Pair, entry: T, side: "before" | "after") => Sides;
  /** What is told of an entry that is new or gone, where the phrase asks for it. */
  readonly describe?: (pair: Pair, entry: T, side: "before" | "after") => Bilingual;
  readonly parts: PartTable<T>;
}

/** Entries that are new, other than they were, or gone. */
export function compareSection<T extends { readonly id: Id }>(pair: Pair, rule: SectionRule<T>): readonly Change[] {
  const { kept, added, removed } = pairEntries(rule.of(pair.before), rule.of(pair.after));
  const placeOf = (entry: T, side: "before" | "after"): Place => ({
    clause: `${rule.section}.${entry.id}`,
    subject: entryNamed(nouns[rule.section], pair[side], rule.labelOf(entry), entry.id),
    sides: rule.sidesOf?.(pair, entry, side) ?? ofEveryone(pair),
  });
  const describe = (entry: T, side: "before" | "after") => rule.describe?.(pair, entry, side) ?? silent;
  return [
    ...added.map((entry) =>
      newcomer(rule.added(entry), placeOf(entry, "after"), { value: describe(entry, "after"), content: [entry] }),
    ),
    ...kept.flatMap(([before, after]) =>
      compareParts(pair, { before, after, place: placeOf(after, "after") }, rule.parts),
    ),
    ...removed.map((entry) =>
      leaver(rule.removed(entry), placeOf(entry, "before"), { value: describe(entry, "before"), content: [entry] }),
    ),
  ];
}

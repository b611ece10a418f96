import type { Id } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import { type Change, leaver, newcomer, type Place } from "../change.ts";
import type { KindOf } from "../rules/index.ts";

/** What a list of names says when one comes or goes. */
export interface ListRule {
  readonly added: KindOf<"added">;
  readonly removed: KindOf<"removed">;
  readonly nameOf: (id: Id, side: "before" | "after") => Bilingual;
  /** Where a name is a matter of its own sides. */
  readonly placeOf?: (id: Id, side: "before" | "after") => Place;
}

/** Names that came, in the order of the newer list, then names that went. */
export function compareNames(
  place: Place,
  lists: { readonly before: readonly Id[]; readonly after: readonly Id[] },
  rule: ListRule,
): readonly Change[] {
  const { before, after } = lists;
  const at = (id: Id, side: "before" | "after"): Place => {
    const own = rule.placeOf?.(id, side) ?? place;
    return { ...own, clause: `${own.clause}.${id}` };
  };
  return [
    ...after
      .filter((id) => !before.includes(id))
      .map((id) => newcomer(rule.added, at(id, "after"), { value: rule.nameOf(id, "after"), content: [] })),
    ...before
      .filter((id) => !after.includes(id))
      .map((id) => leaver(rule.removed, at(id, "before"), { value: rule.nameOf(id, "before"), content: [] })),
  ];
}

/** True where names that are in both lists stand in another order. */
export function isReordered(before: readonly Id[], after: readonly Id[]): boolean {
  const [old, now] = [before.filter((id) => after.includes(id)), after.filter((id) => before.includes(id))];
  return old.some((id, index) => id !== now[index]);
}

/** Each entry of two sections by id: in both, only now, or only before. */
export function pairEntries<T>(
  before: ReadonlyMap<Id, T>,
  after: ReadonlyMap<Id, T>,
): { readonly kept: readonly (readonly [T, T])[]; readonly added: readonly T[]; readonly removed: readonly T[] } {
  return {
    kept: [...after].flatMap(([id, now]): readonly (readonly [T, T])[] => {
      const old = before.get(id);
      return old === undefined ? [] : [[old, now]];
    }),
    added: [...after].filter(([id]) => !before.has(id)).map(([, entry]) => entry),
    removed: [...before].filter(([id]) => !after.has(id)).map(([, entry]) => entry),
  };
}

import type { Contract, Id } from "../../contract/index.ts";

/** A contract in which one clause says something else. */
export interface Mutant {
  /** The clause that was changed. */
  readonly clause: string;
  /** What it says now, for people: `60 → 61`, `left out`. */
  readonly change: Change;
  readonly contract: Contract;
}

/** How a clause was changed. */
export type Change =
  | { readonly kind: "replaced"; readonly from: string; readonly to: string }
  | { readonly kind: "left-out"; readonly what: string };

/** A way to say another value of `T`, and how to name it. */
export interface Variant<T> {
  readonly clause: string;
  readonly change: Change;
  readonly value: T;
}

/** A change from one wording to another. */
export function replaced<T>(clause: string, from: string, to: string, value: T): Variant<T> {
  return { clause, change: { kind: "replaced", from, to }, value };
}

/** A change by which something is no longer said. */
export function leftOut<T>(clause: string, what: string, value: T): Variant<T> {
  return { clause, change: { kind: "left-out", what }, value };
}

/** The same variants of a larger value that holds the small one. */
export function within<S, T>(variants: readonly Variant<S>[], put: (value: S) => T): readonly Variant<T>[] {
  return variants.map(({ value, ...rest }) => ({ ...rest, value: put(value) }));
}

/** A list without each of its items in turn. */
export function withoutEach<T>(
  clause: string,
  items: readonly T[],
  nameOf: (item: T, index: number) => string,
): readonly Variant<readonly T[]>[] {
  return items.map((item, index) => {
    const name = nameOf(item, index);
    return leftOut(
      `${clause}.${name}`,
      name,
      items.filter((_, position) => position !== index),
    );
  });
}

/** Each item of a list replaced by each of its variants in turn. */
export function eachItem<T>(
  items: readonly T[],
  variantsOf: (item: T) => readonly Variant<T>[],
): readonly Variant<readonly T[]>[] {
  return items.flatMap((item, index) => within(variantsOf(item), (value) => items.with(index, value)));
}

/** A map with one entry replaced. */
export function withEntry<T>(entries: ReadonlyMap<Id, T>, id: Id, value: T): ReadonlyMap<Id, T> {
  return new Map([...entries].map(([key, old]) => [key, key === id ? value : old]));
}

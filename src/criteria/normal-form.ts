import type { Condition } from "./condition.ts";

/** A condition with nothing inside it: one field, one signal, or one linked object. */
export type Leaf = Extract<Condition, { kind: "field" | "signal" | "linked" }>;

/** A leaf, or its opposite; a leaf is true or false (the unknown is false unless it says otherwise), never in between. */
export interface Literal {
  readonly leaf: Leaf;
  readonly isNegated: boolean;
}

/** Literals that hold together; the empty term is always true. */
export type Term = readonly Literal[];

/** A condition as "one of these terms"; no terms means that nothing satisfies it. */
export type DisjunctiveForm =
  | { readonly kind: "terms"; readonly terms: readonly Term[] }
  | { readonly kind: "too-large"; readonly limit: number }
  | { readonly kind: "unresolved"; readonly criteria: string };

/** What the expansion needs besides the condition: the named criteria, and how many terms are still readable. */
export interface ExpansionOptions {
  readonly resolveNamed: (criteria: string) => Condition | undefined;
  readonly limit: number;
}

/** A condition seen straight, or through a `none`. */
interface Signed {
  readonly condition: Condition;
  readonly isNegated: boolean;
}

type Gate = { readonly kind: "and" | "or"; readonly children: readonly Signed[] };

const signEach = (conditions: readonly Condition[], isNegated: boolean): readonly Signed[] =>
  conditions.map((condition) => ({ condition, isNegated }));

/**
 * Rewrites a condition as an OR of ANDs over its leaves, with `none` pushed down to them.
 * `too-large` when more than `limit` terms would be needed, `unresolved` when a named criteria is missing or names itself.
 */
export function toDisjunctiveForm(condition: Condition, options: ExpansionOptions): DisjunctiveForm {
  return expand({ condition, isNegated: false }, options, []);
}

function expand(signed: Signed, options: ExpansionOptions, visiting: readonly string[]): DisjunctiveForm {
  const { condition, isNegated } = signed;
  switch (condition.kind) {
    case "field":
    case "signal":
    case "linked":
      return { kind: "terms", terms: [[{ leaf: condition, isNegated }]] };
    case "meets": {
      const named = visiting.includes(condition.criteria) ? undefined : options.resolveNamed(condition.criteria);
      if (named === undefined) return { kind: "unresolved", criteria: condition.criteria };
      return expand({ condition: named, isNegated }, options, [...visiting, condition.criteria]);
    }
    case "at-least":
      return expandAtLeast(condition, { isNegated, visiting }, options);
    case "all":
    case "any":
    case "none":
      return expandGate(gateOf(condition.kind, condition.of, isNegated), options, visiting);
  }
}

function gateOf(kind: "all" | "any" | "none", of: readonly Condition[], isNegated: boolean): Gate {
  const isAnd = (kind === "any") === isNegated;
  const childrenAreNegated = (kind === "none") !== isNegated;
  return { kind: isAnd ? "and" : "or", children: signEach(of, childrenAreNegated) };
}

function expandGate(gate: Gate, options: ExpansionOptions, visiting: readonly string[]): DisjunctiveForm {
  let terms: readonly Term[] = gate.kind === "and" ? [[]] : [];
  for (const child of gate.children) {
    const form = expand(child, options, visiting);
    if (form.kind !== "terms") return form;
    terms = simplify(gate.kind === "and" ? crossProduct(terms, form.terms) : [...terms, ...form.terms]);
    if (terms.length > options.limit) return { kind: "too-large", limit: options.limit };
  }
  return { kind: "terms", terms };
}

/** "At least 2 of" becomes one term per pair; its opposite is "at least all but one of the opposites". */
function expandAtLeast(
  condition: Extract<Condition, { kind: "at-least" }>,
  seen: { readonly isNegated: boolean; readonly visiting: readonly string[] },
  options: ExpansionOptions,
): DisjunctiveForm {
  const size = condition.of.length;
  const count = seen.isNegated ? size - condition.count + 1 : condition.count;
  if (count <= 0) return { kind: "terms", terms: [[]] };
  const subsets = combinations(signEach(condition.of, seen.isNegated), count, options.limit);
  if (subsets === undefined) return { kind: "too-large", limit: options.limit };
  let terms: readonly Term[] = [];
  for (const children of subsets) {
    const form = expandGate({ kind: "and", children }, options, seen.visiting);
    if (form.kind !== "terms") return form;
    terms = simplify([...terms, ...form.terms]);
    if (terms.length > options.limit) return { kind: "too-large", limit: options.limit };
  }
  return { kind: "terms", terms };
}

/** Every choice of `count` items in their order; nothing when there are more than `limit` choices. */
function combinations<T>(items: readonly T[], count: number, limit: number): readonly (readonly T[])[] | undefined {
  let partial: readonly { readonly chosen: readonly T[]; readonly next: number }[] = [{ chosen: [], next: 0 }];
  for (let size = 0; size < count; size += 1) {
    partial = partial.flatMap(({ chosen, next }) =>
      items.slice(next).map((item, offset) => ({ chosen: [...chosen, item], next: next + offset + 1 })),
    );
    if (partial.length > limit * limit) return undefined;
  }
  return partial.length > limit ? undefined : partial.map(({ chosen }) => chosen);
}

const crossProduct = (left: readonly Term[], right: readonly Term[]): readonly Term[] =>
  left.flatMap((a) => right.map((b) => [...a, ...b]));

/** Two leaves with this same key are the same condition written twice. */
function leafKey(leaf: Leaf): string {
  const { path: _path, ...meaning } = leaf;
  return JSON.stringify(meaning);
}

const literalKey = (literal: Literal): string => `${literal.isNegated ? "-" : "+"}${leafKey(literal.leaf)}`;

/** Drops repeated literals, terms that contradict themselves, and terms that a shorter one already covers. */
function simplify(terms: readonly Term[]): readonly Term[] {
  const kept: { readonly term: Term; readonly keys: ReadonlySet<string> }[] = [];
  for (const term of terms) {
    const byKey = new Map(term.map((literal) => [literalKey(literal), literal]));
    const keys = new Set(byKey.keys());
    const isContradiction = [...keys].some((key) => key.startsWith("+") && keys.has(`-${key.slice(1)}`));
    if (isContradiction || kept.some((other) => isSubset(other.keys, keys))) continue;
    const covered = kept.filter((other) => !isSubset(keys, other.keys));
    kept.splice(0, kept.length, ...covered, { term: [...byKey.values()], keys });
  }
  return kept.map(({ term }) => term);
}

const isSubset = (small: ReadonlySet<string>, large: ReadonlySet<string>): boolean =>
  [...small].every((key) => large.has(key));

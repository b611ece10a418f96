import type { Path } from "../../criteria/index.ts";
import type { ArgsOf, Code, EntryKind, Finding } from "../../diagnostics/index.ts";
import { finding } from "../../diagnostics/index.ts";
import { childOf, type Node, spanOf, walk } from "../../language/index.ts";

/** What resolving collects while it reads: findings, which names are used, and which entries are too broken to judge. */
export interface ResolveContext {
  readonly root: Node;
  readonly languages: readonly string[];
  /** Languages that some text is written in: one that none is written in is a single mistake, not one per text. */
  readonly spoken: Set<string>;
  readonly findings: Finding[];
  /** Names that something refers to, per kind of entry. */
  readonly used: Map<EntryKind, Set<string>>;
  /** `section.entry` of everything with an error of shape or name: rules keep silent about it. */
  readonly damaged: Set<string>;
}

/** A place in the contract that may be absent. */
export interface Clause {
  readonly node: Node | undefined;
  readonly path: Path;
}

/** The dotted form of a path, as findings and plans name a clause. */
export function clauseName(path: Path): string {
  return path.join(".");
}

/** The clause under a key. */
export function into(clause: Clause, key: string): Clause {
  return { node: childOf(clause.node, key), path: [...clause.path, key] };
}

/** The entries of a section in the order they are written. */
export function entriesOf(clause: Clause): readonly (Clause & { readonly id: string })[] {
  if (clause.node?.kind !== "map") return [];
  return [...clause.node.entries].map(([id, entry]) => ({ id, node: entry.value, path: [...clause.path, id] }));
}

/** The items of a list; a single value counts as a list of one. */
export function itemsOf(clause: Clause): readonly Clause[] {
  if (clause.node === undefined) return [];
  if (clause.node.kind !== "list") return [clause];
  return clause.node.items.map((node, index) => ({ node, path: [...clause.path, index] }));
}

/** Reports an error in the value of a clause and marks its entry as damaged. */
export function report<C extends Code>(context: ResolveContext, clause: Clause, code: C, args: ArgsOf<C>): void {
  reportAt(context, clause, finding(code, spanOf(clause.node ?? context.root), args, clauseOf(clause)));
}

/** Reports an error at the key of a clause: the key itself is wrong, or what should stand below it is missing. */
export function reportKey<C extends Code>(context: ResolveContext, clause: Clause, code: C, args: ArgsOf<C>): void {
  const { key, node } = walk(context.root, clause.path);
  const isItem = typeof clause.path.at(-1) === "number";
  // An item of a list has no key of its own: its first key is the nearest token.
  const first = node.kind === "map" ? [...node.entries.values()][0]?.key : undefined;
  const token = isItem ? (first ?? node) : (key ?? node);
  reportAt(context, clause, finding(code, spanOf(token), args, clauseOf(clause)));
}

function clauseOf(clause: Clause): { readonly clause: string } {
  return { clause: clauseName(clause.path) };
}

function reportAt(context: ResolveContext, clause: Clause, item: Finding): void {
  context.findings.push(item);
  if (item.severity === "error") context.damaged.add(entryOf(clause.path));
}

/** The entry a path belongs to: `stages.mql`. */
export function entryOf(path: Path): string {
  return path.slice(0, 2).join(".");
}

type Kept<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the keys whose value is undefined (optional keys are absent, never undefined). */
export function defined<T extends object>(values: T): Kept<T> {
  // Object.fromEntries forgets the types of the keys; the mapped type above restates what filtering does.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Kept<T>;
}

import type { Span } from "../diagnostics/index.ts";
import { type Source, spanBetween } from "./source.ts";

interface Located {
  readonly source: Source;
  /** UTF-16 offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A value of the YAML text with its place: what every later phase reads instead of bare data. */
export type Node = MapNode | ListNode | ScalarNode;

/** A group of keys, in the order they are written. */
export interface MapNode extends Located {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, MapEntry>;
}

/** One key of a group, and what stands under it. */
export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** A list. */
export interface ListNode extends Located {
  readonly kind: "list";
  readonly items: readonly Node[];
}

/** A single value; `null` where nothing is written. */
export interface ScalarNode extends Located {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
}

/** Bare data, for the schema. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** Where a node stands. */
export function spanOf(node: Node): Span {
  return spanBetween(node.source, node.start, node.end);
}

/** The value under a key, if the node is a map that has it. */
export function childOf(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.value : undefined;
}

/** The data of a node; objects have no prototype, so that no key of a contract can reach one. */
export function dataOf(node: Node): Data {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(dataOf);
  const data: Record<string, Data> = Object.create(null);
  for (const [key, entry] of node.entries) data[key] = dataOf(entry.value);
  return data;
}

/** The node at a path, and the key that leads to it; the nearest existing parent where the path ends early. */
export function walk(
  root: Node,
  path: readonly (string | number)[],
): { readonly node: Node; readonly key?: ScalarNode; readonly isExact: boolean } {
  let node = root;
  let key: ScalarNode | undefined;
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === undefined) return { node, isExact: false, ...(key === undefined ? {} : { key }) };
    node = next.value;
    key = next.key ?? key;
  }
  return { node, isExact: true, ...(key === undefined ? {} : { key }) };
}

function stepInto(node: Node, step: string | number): { readonly key?: ScalarNode; readonly value: Node } | undefined {
  if (node.kind === "map") return node.entries.get(String(step));
  if (node.kind === "list") {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { value };
  }
  return undefined;
}

import type { TextEdit } from "../diagnostics/index.ts";
import { childOf, type ListNode, type MapNode, type Node } from "./node.ts";
import { spanBetween } from "./source.ts";

/**
 * Edits that add texts to a sorted list of plain scalars under a key of a group, each at its place; texts that are there
 * already are left out. The list keeps its style, and nothing else of the text changes; a missing list is written.
 */
export function addToSortedList(group: MapNode, key: string, texts: readonly string[]): readonly TextEdit[] {
  const node = childOf(group, key);
  const known = new Set(itemsOf(node).map(textOf));
  const added = [...new Set(texts)].filter((text) => !known.has(text)).sort();
  if (added.length === 0) return [];
  if (node === undefined) return [newList(group, key, added)];
  if (node.kind !== "list" || node.items.length === 0) return [rewritten(node, added)];
  return isFlow(node) ? insertFlow(node, added) : insertBlock(node, added);
}

function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined || (node.kind === "scalar" && node.value === null)) return [];
  return node.kind === "list" ? node.items : [node];
}

function textOf({ source, start, end }: Node): string {
  return source.text.slice(start, end).replaceAll(/^["']|["']$/g, "");
}

function isFlow({ source, start }: Node): boolean {
  return source.text[start] === "[" || source.text[start] === "{";
}

function insertion(node: Node, offset: number, text: string): TextEdit {
  return { span: spanBetween(node.source, offset, offset), text };
}

/** An empty list, nothing at all, or a single value without brackets becomes a list on one line. */
function rewritten(node: Node, added: readonly string[]): TextEdit {
  const all = [...itemsOf(node).map(textOf), ...added].sort();
  const isEmpty = node.kind === "scalar" && node.value === null;
  const gap = isEmpty && node.source.text[node.start - 1] === ":" ? " " : "";
  return {
    span: spanBetween(node.source, node.start, isEmpty ? node.start : node.end),
    text: `${gap}[${all.join(", ")}]`,
  };
}

function insertFlow(list: ListNode, added: readonly string[]): readonly TextEdit[] {
  return placesOf(list, added).map(({ before, after, texts }) =>
    before === undefined
      ? insertion(list, after?.end ?? list.end, `, ${texts.join(", ")}`)
      : insertion(list, before.start, `${texts.join(", ")}, `),
  );
}

function insertBlock(list: ListNode, added: readonly string[]): readonly TextEdit[] {
  const { text } = list.source;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const [first] = list.items;
  const lineStart = text.lastIndexOf("\n", (first?.start ?? 0) - 1) + 1;
  const dash = text.slice(lineStart, first?.start ?? lineStart);
  return placesOf(list, added).map(({ before, after, texts }) => {
    if (before !== undefined)
      return insertion(list, before.start, texts.map((item) => `${item}${lineBreak}${dash}`).join(""));
    const end = text.indexOf("\n", after?.end ?? list.end);
    const lineEnd = end < 0 ? text.length : end - (text[end - 1] === "\r" ? 1 : 0);
    return insertion(list, lineEnd, texts.map((item) => `${lineBreak}${dash}${item}`).join(""));
  });
}

interface ListPlace {
  /** The item that the texts come before; absent at the end of the list. */
  readonly before?: Node;
  readonly after?: Node;
  readonly texts: readonly string[];
}

/** Texts grouped by the item they come before, so that each place is edited once. */
function placesOf(list: ListNode, added: readonly string[]): readonly ListPlace[] {
  const places = list.items.map((before, index): ListPlace => {
    const previous = index === 0 ? "" : textOf(list.items[index - 1] ?? before);
    return { before, texts: added.filter((text) => text < textOf(before) && (index === 0 || text > previous)) };
  });
  const last = list.items.at(-1);
  const placed = new Set(places.flatMap(({ texts }) => texts));
  const rest = added.filter((text) => !placed.has(text));
  const end: ListPlace = last === undefined ? { texts: rest } : { after: last, texts: rest };
  return [...places, end].filter(({ texts }) => texts.length > 0);
}

/** Before the first key, so that no comment behind the last one is parted from it; at the end of a group in braces. */
function newList(group: MapNode, key: string, added: readonly string[]): TextEdit {
  const written = `${key}: [${added.join(", ")}]`;
  const entries = [...group.entries.values()];
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return insertion(group, group.end - 1, ` ${written} `);
  if (isFlow(group)) return insertion(group, last.value.end, `, ${written}`);
  const { text } = group.source;
  const indent = text.slice(text.lastIndexOf("\n", first.key.start - 1) + 1, first.key.start);
  return insertion(group, first.key.start, `${written}${text.includes("\r\n") ? "\r\n" : "\n"}${indent}`);
}

import type { CST } from "yaml";
import { tidyQuotes } from "./quotes.ts";
import { indentOfWords, withoutEmptyEnd } from "./texts.ts";

/** What a piece is, as far as the space around it depends on it. */
export type PieceKind =
  | "mark"
  | "comment"
  | "open"
  | "close"
  | "comma"
  | "colon"
  | "dash"
  | "question"
  | "property"
  | "scalar"
  | "alias"
  | "block-text";

/** A group of the text that gives its lines their indentation: the whole file, a block of keys or dashes, a pair of braces. */
export interface Box {
  readonly kind: "root" | "block" | "flow";
  readonly parent?: Box;
  /** Where its first key or dash stands in the text that was given. */
  readonly originalColumn: number;
}

/** Something written, with only white space around it. */
export interface Piece {
  readonly kind: PieceKind;
  /** What will be printed; of a text over several lines, as it was given. */
  readonly text: string;
  /** UTF-16 offsets in the text that was given; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  /** `item` stands at the column of its box, `inner` within it, `close` ends it. */
  readonly place: "item" | "inner" | "close";
  /** The pair of braces or brackets that it opens. */
  readonly opens?: Box;
  /** Of the lines below a `|` or `>`: where they stood, and how far inside where the header says so. */
  readonly originalIndent?: number;
  readonly indicator?: number;
}

/** A key and the first piece of its value, on one line. */
export interface Row {
  readonly key: Piece;
  readonly colon: Piece;
  readonly value: Piece;
}

/** Everything written in a text, in order, and the rows of each block of keys. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly blocks: readonly (readonly Row[])[];
}

interface Collector {
  readonly text: string;
  readonly pieces: Piece[];
  readonly blocks: (readonly Row[])[];
}

type Slot = Pick<Piece, "box" | "place">;

/** What is written in a text without syntax errors, with line feeds only; white space is left out. */
export function collectPieces(text: string, tokens: readonly CST.Token[]): Pieces {
  const collector: Collector = { text, pieces: [], blocks: [] };
  const root: Box = { kind: "root", originalColumn: 0 };
  for (const token of tokens) addToken(collector, token, { box: root, place: "item" });
  return collector;
}

const kinds: Readonly<Record<string, PieceKind>> = {
  "doc-start": "mark",
  "doc-end": "mark",
  directive: "mark",
  "directive-line": "mark",
  comment: "comment",
  comma: "comma",
  "map-value-ind": "colon",
  "seq-item-ind": "dash",
  "explicit-key-ind": "question",
  anchor: "property",
  tag: "property",
  alias: "alias",
  scalar: "scalar",
  "single-quoted-scalar": "scalar",
  "double-quoted-scalar": "scalar",
  "block-scalar-header": "scalar",
  "flow-map-start": "open",
  "flow-seq-start": "open",
  "flow-map-end": "close",
  "flow-seq-end": "close",
};

function addToken(collector: Collector, token: CST.Token | null | undefined, slot: Slot): void {
  if (token === null || token === undefined) return;
  switch (token.type) {
    case "document":
      addAll(collector, token.start, { ...slot, place: "item" });
      addToken(collector, token.value, { ...slot, place: "inner" });
      addAll(collector, token.end, slot);
      return;
    case "block-map":
      addBlockMap(collector, token, slot.box);
      return;
    case "block-seq":
      addBlockList(collector, token, slot.box);
      return;
    case "flow-collection":
      addFlow(collector, token, slot);
      return;
    case "block-scalar":
      addBlockText(collector, token, slot);
      return;
    default:
      addLeaf(collector, token, slot);
      return;
  }
}

function addAll(collector: Collector, tokens: readonly CST.Token[] | undefined, slot: Slot): void {
  for (const token of tokens ?? []) addToken(collector, token, slot);
}

type Leaf = Exclude<CST.Token, CST.Document | CST.BlockMap | CST.BlockSequence | CST.FlowCollection | CST.BlockScalar>;

function addLeaf(collector: Collector, token: Leaf, slot: Slot): void {
  const kind = kinds[token.type];
  if (kind !== undefined) {
    const { offset: start, source } = token;
    const isQuoted = token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar";
    const text = isQuoted ? tidyQuotes(source) : source.replace(/[ \t]+$/, "");
    collector.pieces.push({ kind, text, start, end: start + source.length, ...slot });
  }
  if ("end" in token) addAll(collector, token.end, slot);
}

function addBlockMap(collector: Collector, { items, offset }: CST.BlockMap, parent: Box): void {
  const box: Box = { kind: "block", parent, originalColumn: columnOf(collector.text, offset) };
  const rows: Row[] = [];
  for (const item of items) {
    addAll(collector, item.start, { box, place: "item" });
    const first = collector.pieces.length;
    addToken(collector, item.key, { box, place: "item" });
    const isFirst = item.explicitKey === true || item.key === null || item.key === undefined;
    addSeparator(collector, item.sep, { box, place: isFirst ? "item" : "inner" });
    addToken(collector, item.value, { box, place: "inner" });
    const row = readRow(collector, first, item.start);
    if (row !== undefined) rows.push(row);
  }
  collector.blocks.push(rows);
}

/** The colon of an explicit key stands where its question mark does, one without a key in its place; what follows it belongs inside. */
function addSeparator(collector: Collector, tokens: readonly CST.SourceToken[] | undefined, colon: Slot): void {
  for (const token of tokens ?? [])
    addToken(collector, token, token.type === "map-value-ind" ? colon : { ...colon, place: "inner" });
}

/** Keys behind an anchor, a tag or a question mark are too rare to be lined up. */
function readRow({ text, pieces }: Collector, first: number, before: readonly CST.SourceToken[]): Row | undefined {
  const [key, colon, value] = pieces.slice(first, first + 3);
  if (key === undefined || colon?.kind !== "colon" || value === undefined || value.kind === "comment") return undefined;
  if (before.some(({ type }) => kinds[type] !== undefined && type !== "comment")) return undefined;
  return text.slice(key.start, value.start).includes("\n") ? undefined : { key, colon, value };
}

function addBlockList(collector: Collector, { items, offset }: CST.BlockSequence, parent: Box): void {
  const box: Box = { kind: "block", parent, originalColumn: columnOf(collector.text, offset) };
  for (const item of items) {
    for (const token of item.start)
      addToken(collector, token, { box, place: token.type === "seq-item-ind" ? "item" : "inner" });
    addToken(collector, item.value, { box, place: "inner" });
  }
}

function addFlow(collector: Collector, token: CST.FlowCollection, slot: Slot): void {
  const opens: Box = { kind: "flow", parent: slot.box, originalColumn: columnOf(collector.text, token.offset) };
  const { offset: start, source } = token.start;
  collector.pieces.push({ kind: "open", text: source, start, end: start + source.length, ...slot, opens });
  for (const item of token.items) {
    const inner: Slot = { box: opens, place: "inner" };
    addAll(collector, item.start, inner);
    addToken(collector, item.key, inner);
    addAll(collector, item.sep, inner);
    addToken(collector, item.value, inner);
  }
  const [close, ...after] = token.end;
  addToken(collector, close, { box: opens, place: "close" });
  addAll(collector, after, slot);
}

function addBlockText(collector: Collector, { props, source }: CST.BlockScalar, slot: Slot): void {
  addAll(collector, props, slot);
  const header = props.find(({ type }) => type === "block-scalar-header");
  const last = props.at(-1);
  if (header === undefined || last === undefined || !("source" in header) || !("source" in last)) return;
  const start = last.offset + last.source.length;
  const written = /[1-9]/.exec(header.source)?.[0];
  const indicator = written === undefined ? undefined : Number(written);
  const originalIndent = indicator === undefined ? indentOfWords(source) : slot.box.originalColumn + indicator;
  // With `+` the empty lines at the end are part of the text.
  const text = header.source.includes("+") ? source.replace(/\n *$/, "") : withoutEmptyEnd(source, originalIndent);
  if (text === "") return;
  const piece: Piece = { kind: "block-text", text, start, end: start + text.length, ...slot, originalIndent };
  collector.pieces.push(indicator === undefined ? piece : { ...piece, indicator });
}

/** How far from the start of its line a place stands, in UTF-16 units. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

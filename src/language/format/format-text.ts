import { type CST, Parser } from "yaml";
import { type Finding, hasErrors } from "../../diagnostics/index.ts";
import type { Node } from "../node.ts";
import { parse } from "../parse.ts";
import { createSource, type Source } from "../source.ts";
import { layOut } from "./layout.ts";
import { collectPieces } from "./pieces.ts";

/**
 * A text in the house style of contracts: indentation, spaces, quotes and empty lines; keys, groups, comments and line
 * breaks stay where they are. A text with errors has no value, only findings; a text that is no group of keys, and so
 * no contract, is returned as it is. Throws where formatting would change what
 * the text says: a bug, noticed before anything is written.
 */
export function formatText(source: Source): { readonly value?: string; readonly findings: readonly Finding[] } {
  const text = source.text.replaceAll("\r\n", "\n");
  const tokens: CST.Token[] = [];
  const { value: before, findings } = parse(
    { ...source, text },
    keep(new Parser().parse(text), (token) => tokens.push(token)),
  );
  if (before === undefined || hasErrors(findings)) return { findings: parse(source).findings };
  // A few texts, such as `? | :`, are YAML only as long as no line feed ends them; a formatted text ends in one.
  const ended = text.endsWith("\n") ? findings : parse(createSource(source.file, `${text}\n`)).findings;
  if (hasErrors(ended)) return { findings: ended };
  if (before.kind !== "map") return { value: source.text, findings };
  const formatted = layOut(text, collectPieces(text, tokens));
  if (formatted !== text) invariantMeaning(source, before, formatted);
  return { value: formatted.replaceAll("\n", lineEndOf(source.text)), findings };
}

/** Hands each item on when it is asked for, and notes it. */
function* keep<T>(items: Iterable<T>, note: (item: T) => void): Generator<T> {
  for (const item of items) {
    note(item);
    yield item;
  }
}

/** The line end that most lines have. */
function lineEndOf(text: string): "\n" | "\r\n" {
  const windows = text.split("\r\n").length - 1;
  return windows * 2 > text.split("\n").length - 1 ? "\r\n" : "\n";
}

function invariantMeaning(source: Source, before: Node, formatted: string): void {
  const after = parse(createSource(source.file, formatted)).value;
  if (after !== undefined && isSame(before, after) && isEqualByLine(source.text, formatted)) return;
  throw new Error(`formatting ${source.file} would have changed what it says, so that nothing was written`);
}

/** All that is written, comments too, stands on the line on which it stood: only white space and quotes may differ. */
function isEqualByLine(before: string, after: string): boolean {
  const words = wordsByLine(after);
  const original = wordsByLine(before);
  return words.length === original.length && words.every((line, index) => line === original[index]);
}

function wordsByLine(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/[ \t\r"']+/g, ""))
    .filter((line) => line !== "");
}

/** The same data in the same order. */
function isSame(a: Node, b: Node): boolean {
  if (a.kind === "scalar") return b.kind === "scalar" && Object.is(a.value, b.value);
  if (a.kind === "list") {
    if (b.kind !== "list" || a.items.length !== b.items.length) return false;
    return a.items.every((item, index) => isSame(item, b.items[index] ?? item));
  }
  if (b.kind !== "map" || a.entries.size !== b.entries.size) return false;
  const others = [...b.entries];
  return [...a.entries].every(([key, { value }], index) => {
    const [otherKey, other] = others[index] ?? [];
    return key === otherKey && other !== undefined && isSame(value, other.value);
  });
}

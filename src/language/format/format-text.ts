import { type CST, Parser } from "yaml";
import { type Finding, hasErrors } from "../../diagnostics/index.ts";
import type { Node } from "../node.ts";
import { parse } from "../parse.ts";
import { createSource, type Source } from "../source.ts";
import { layOut } from "./layout.ts";
import { collectPieces } from "./pieces.ts";

/**
 * A text in the house style of contracts: indentation, spaces, quotes and empty lines; keys, groups, comments and line
 * breaks stay where they are. A text with errors has no value, only findings. Returned as it is: a text that is no group of
 * keys, and so no contract; and one that would say something else in the house style, such as a key `...` behind two spaces.
 */
export function formatText(source: Source): { readonly value?: string; readonly findings: readonly Finding[] } {
  const text = source.text.replaceAll("\r\n", "\n");
  const first = layOutOnce({ ...source, text });
  if (first.formatted === undefined) return { findings: first.findings ?? parse(source).findings };
  if (first.formatted === text) return { value: source.text, findings: first.findings ?? [] };
  let formatted = first.formatted;
  // What moved may make room for more: once more until nothing moves.
  for (let round = 0; round < mostRounds; round += 1) {
    const again = layOutOnce({ ...source, text: formatted }).formatted ?? formatted;
    if (again === formatted) break;
    formatted = again;
  }
  const value = formatted === text ? source.text : formatted.replaceAll("\n", lineEndOf(source.text));
  return { value, findings: first.findings ?? [] };
}

const mostRounds = 4;

/** One pass: the text laid out, or as it is where laying it out would change what it says; no text where it has errors. */
function layOutOnce(source: Source): { readonly formatted?: string; readonly findings?: readonly Finding[] } {
  const { text } = source;
  const tokens: CST.Token[] = [];
  const { value: before, findings } = parse(
    source,
    keep(new Parser().parse(text), (token) => tokens.push(token)),
  );
  if (before === undefined || hasErrors(findings)) return {};
  // A few texts, such as `? | :`, are YAML only as long as no line feed ends them; a formatted text ends in one.
  const ended = text.endsWith("\n") ? findings : parse(createSource(source.file, `${text}\n`)).findings;
  if (hasErrors(ended)) return { findings: ended };
  if (before.kind !== "map") return { formatted: text, findings };
  const formatted = layOut(text, collectPieces(text, tokens));
  return { formatted: formatted === text || saysTheSame(source, before, formatted) ? formatted : text, findings };
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

function saysTheSame(source: Source, before: Node, formatted: string): boolean {
  const after = parse(createSource(source.file, formatted)).value;
  return after !== undefined && isSame(before, after) && isEqualByLine(source.text, formatted);
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

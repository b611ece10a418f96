import { describe, expect, test } from "vitest";
import { createSource, type Node, parse, spanOf, walk } from "../../src/language/index.ts";

/** The text under the span of a key's value, and where it says to stand. */
function placeOf(text: string, path: readonly (string | number)[]): string {
  const root = rootOf(text);
  const span = spanOf(walk(root, path).node);
  return `${span.start.line}:${span.start.column} ${text.slice(span.start.offset, span.end.offset)}`;
}

function rootOf(text: string): Node {
  const { value } = parse(createSource("contract.yaml", text));
  if (value === undefined) throw new Error("the text should parse");
  return value;
}

describe("a span", () => {
  test("starts at line 1, column 1", () => {
    expect(placeOf("lead", [])).toBe("1:1 lead");
  });

  test("counts accents and emoji as one column each, and offsets in UTF-16 units", () => {
    const text = 'a: { "é🎯🎯": 1, b: lead }';
    expect(placeOf(text, ["a", "b"])).toBe("1:19 lead");
    expect(spanOf(walk(rootOf(text), ["a", "b"]).node).start.offset).toBe(20);
  });

  test("counts an accent typed as two code points as two columns", () => {
    expect(placeOf("{ e\u0301: 1, b: lead }", ["b"])).toBe("1:13 lead");
  });

  test("is the same with the line ends of Windows", () => {
    expect(placeOf("a: 1\r\nb:\r\n  c: lead\r\n", ["b", "c"])).toBe("3:6 lead");
  });

  test("does not count a byte-order mark twice", () => {
    const text = "\ufeffa: lead\n";
    const { start, end } = spanOf(walk(rootOf(text), ["a"]).node);
    expect(text.slice(start.offset, end.offset)).toBe("lead");
  });

  test("counts a tab as one column", () => {
    expect(placeOf("a:\tlead\n", ["a"])).toBe("1:4 lead");
  });

  test("of a quoted text includes its quotes, of a group its braces", () => {
    expect(placeOf('a: { b: "lead" }', ["a", "b"])).toBe('1:9 "lead"');
    expect(placeOf("a: { b: lead }", ["a"])).toBe("1:4 { b: lead }");
  });

  test("of an alias is that of the text it repeats", () => {
    expect(placeOf("a: &x lead\nb: *x\n", ["b"])).toBe("1:7 lead");
  });

  test("of a path that ends early is that of the nearest group above", () => {
    const found = walk(rootOf("a: { b: 1 }"), ["a", "c", "d"]);
    expect(found.isExact).toBe(false);
    expect(found.key?.value).toBe("a");
  });
});

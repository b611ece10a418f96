import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Language, languages, renderFinding } from "../../src/diagnostics/index.ts";
import { baseContract } from "../diagnostics/example-text.ts";
import { checkText, checkTextInFull } from "./check-texts.ts";

const classic = readFileSync(new URL("../../examples/classic-inbound/contract.yaml", import.meta.url), "utf8");
const codesOf = (text: string): readonly string[] => [...new Set(checkText(text).findings.map(({ code }) => code))];
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Compiles and puts into words, as the command does; anything thrown fails the test. */
function digest(text: string, language: Language): void {
  const { value, findings } = checkTextInFull(text);
  for (const item of findings) {
    const { message, help } = renderFinding(item, language);
    expect(message + help).not.toMatch(/undefined|\[object/);
    expect(item.primary.end.offset).toBeGreaterThanOrEqual(item.primary.start.offset);
    expect(item.primary.start.line).toBeGreaterThan(0);
  }
  expect(value === undefined).toBe(findings.some(({ severity }) => severity === "error"));
}

describe("hostile texts get a finding, within seconds", () => {
  test.each([
    ["an empty text", "", ["SCH108"]],
    ["only comments", "# nothing\n\n# yet\n", ["SCH108"]],
    ["only a document mark", "---\n", ["SCH108"]],
    ["a list", "- a\n- b\n", ["SCH103"]],
    ["a word", "contract\n", ["SCH103"]],
    ["a self-referential alias", "a: &a [*a]\n", ["SYN003"]],
    ["an alias that points at nothing", "a: *b\n", ["SYN001"]],
    ["a merge key", `${baseContract}glossary: { a: &a { label: A }, b: { <<: *a } }\n`, ["SYN003"]],
    ["a custom tag", "name: !!js/function 'x'\n", ["SYN003"]],
    ["a local tag", "name: !exec x\n", ["SYN003"]],
    ["two documents", "a: 1\n---\nb: 2\n", ["SYN003"]],
    ["400 nested question marks", `${"? ".repeat(400)}x\n`, ["SYN001"]],
    ["100,000 open brackets", "[".repeat(100_000), ["SYN003"]],
    ["20,000 nested groups", "{a: ".repeat(20_000), ["SYN003"]],
    ["20,000 nested dashes", `${"- ".repeat(20_000)}x`, ["SYN003"]],
    ["a key that is a list", "? [a, b]\n: 1\n", ["SYN001"]],
    ["merge-conflict markers with line ends of Windows", "a: 1\r\n<<<<<<< HEAD\r\nb: 1\r\n=======\r\n", ["SYN001"]],
    ["a prototype key", `${baseContract}__proto__: { a: 1 }\nconstructor: 1\n`, ["SCH101"]],
    ["a tab before a key", "a:\n\tb: 1\n", ["SYN001"]],
  ])("%s", (_, text, expected) => {
    expect(codesOf(text)).toEqual(expected);
  });

  test("an alias bomb", () => {
    const levels = [..."abcdefghi"].map((name, index, all) => {
      const inner = index === 0 ? "x" : `*${all[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(inner).join(", ")}]`;
    });
    expect(codesOf(levels.join("\n"))).toEqual(["SYN003"]);
  });

  test("100,000 unknown keys, each on its line", () => {
    const keys = numbers(100_000).map((index) => `key-${index}: 1`);
    expect(checkText(`${baseContract}${keys.join("\n")}\n`).findings).toHaveLength(100_000);
  });

  test("100,000 keys on one line, after an emoji", () => {
    const keys = numbers(100_000).map((index) => `k${index}: 1`);
    const last = checkText(`{ 🎯: 1, ${keys.join(", ")} }`).findings.at(-1);
    expect(last?.primary.start.column).toBe(last?.primary.start.offset);
  });

  test("20,000 stages that nothing leads to", () => {
    const stages = numbers(20_000).map((index) => `  s${index}: { owner: marketer, parking: true }\n`);
    const text = baseContract.replace("\nreasons:\n", `${stages.join("")}\nreasons:\n`);
    expect(checkText(text).findings.filter(({ code }) => code === "GRA314")).toHaveLength(20_000);
  });

  test("a ring of 3,000 stages is one problem", () => {
    const stage = (index: number): string =>
      `  s${index}: { definition: X, owner: marketer, parking: true, by: marketer, from: s${(index + 1) % 3000} }\n`;
    const text = baseContract.replace("\nreasons:\n", `${numbers(3000).map(stage).join("")}\nreasons:\n`);
    const found = checkText(text).findings.filter(({ code }) => code === "GRA301");
    expect(found.map(({ args }) => args["stage"])).toEqual(["s0"]);
  });
});

describe("no text crashes compileContract", () => {
  const token = fc.constantFrom(
    ..."{ } [ ] : , - ? | > & * ! % @ ` # ' \" << &a *a !x --- ... ~ null no 1.10 0x1F 1e9 .nan é 🎯".split(" "),
    ...[
      "\n",
      "\n  ",
      "\n    ",
      " ",
      "\t",
      "\r\n",
      ": ",
      "- ",
      "revpact: 1",
      "stages:",
      "handoffs:",
      "from",
      "any",
      "new",
    ],
    ...["criteria", "all", "of", "atLeast", "field", "signal", "within", "4 business hours", "partOf: demo", "\u0000"],
  );

  test.each(languages)("fragments of YAML in any order (%s)", (language) => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        digest(tokens.join(""), language);
      }),
      { numRuns: 120 },
    );
  });

  test("fragments of YAML at the end of a sound contract", () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        digest(baseContract + tokens.join(""), "fr");
      }),
      { numRuns: 100 },
    );
  });

  const lines = classic.split("\n");
  const place = fc.nat(lines.length - 1);
  const change = fc.oneof(
    fc.record({ kind: fc.constant("delete" as const), at: place }),
    fc.record({ kind: fc.constant("repeat" as const), at: place }),
    fc.record({ kind: fc.constant("replace" as const), at: place, by: place }),
    fc.record({ kind: fc.constant("insert" as const), at: place, text: token }),
  );

  type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

  function changeLine(before: readonly string[], { at, ...what }: Change): readonly string[] {
    const line = before[at] ?? "";
    const middle = Math.floor(line.length / 2);
    switch (what.kind) {
      case "delete":
        return before.toSpliced(at, 1);
      case "repeat":
        return before.toSpliced(at, 0, line);
      case "replace":
        return before.toSpliced(at, 1, lines[what.by] ?? "");
      case "insert":
        return before.toSpliced(at, 1, line.slice(0, middle) + what.text + line.slice(middle));
      default:
        return what satisfies never;
    }
  }

  test.each(languages)("the classic contract with lines deleted, repeated, replaced and broken (%s)", (language) => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const mutated = changes.reduce<readonly string[]>(changeLine, lines);
        digest(mutated.join("\n"), language);
      }),
      { numRuns: 60 },
    );
  });

  test("the classic contract with any value of another type", () => {
    const value = fc.constantFrom("null", "1", "true", "[]", "{}", "[x]", "{ a: 1 }", '""', "x", "1.5", "[[[]]]");
    const spots = [...classic.matchAll(/: ([\w-]+)(?=[ ,}\n])/g)];
    fc.assert(
      fc.property(fc.nat(spots.length - 1), value, (spot, other) => {
        const match = spots[spot];
        const start = (match?.index ?? 0) + 2;
        digest(classic.slice(0, start) + other + classic.slice(start + (match?.[1]?.length ?? 0)), "en");
      }),
      { numRuns: 60 },
    );
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { createSource, formatText } from "../../../src/language/index.ts";
import { untidyText } from "./random-yaml.ts";

/** Text in, text out; a text with errors is a mistake in the test. */
function checkFormat(text: string): string {
  const { value, findings } = formatText(createSource("contract.yaml", text));
  if (value === undefined) throw new Error(`not formatted: ${findings.map(({ code }) => code).join(", ")}\n${text}`);
  return value;
}

const dataOf = (text: string): unknown => JSON.parse(JSON.stringify(parseDocument(text, { uniqueKeys: false }).toJS()));
const examples = ["classic-inbound", "pme-francaise"].map((name) =>
  readFileSync(new URL(`../../../examples/${name}/contract.yaml`, import.meta.url), "utf8"),
);

/** What every formatting owes, whatever the text. */
function expectTidy(text: string): void {
  const tidy = checkFormat(text);
  expect(checkFormat(tidy)).toBe(tidy);
  expect(dataOf(tidy)).toEqual(dataOf(text));
  expect(wordsByLine(tidy)).toEqual(wordsByLine(text));
}

/** The words on each line, comments too: that they stay is what keeps a comment beside its neighbour. */
function wordsByLine(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\s"']/g, ""))
    .filter((line) => line !== "");
}

describe("formatText tidies", () => {
  test.each<[string, string, string]>([
    ["the spaces after a key", "a:   1\nlong:  2\n", "a: 1\nlong: 2\n"],
    ["spaces at the end of a line", "a: 1  \nb:\t\n  c: 2 \n", "a: 1\nb:\n  c: 2\n"],
    ["braces and brackets", "a: {b: 1,c: [ 1,2 ,3 ] }\n", "a: { b: 1, c: [1, 2, 3] }\n"],
    ["empty groups", "a: { }\nb: [ ]\n", "a: {}\nb: []\n"],
    ["the space before a colon or a comma", "a : { b : 1 , c: 2 }\n", "a: { b: 1, c: 2 }\n"],
    ["indentation", "a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"],
    ["dashes below a key", "a:\n- 1\n-   b: 2\n    c: 3\n", "a:\n  - 1\n  - b: 2\n    c: 3\n"],
    ["dashes behind dashes", "a:\n  -   - 1\n      - 2\n", "a:\n  - - 1\n    - 2\n"],
    ["empty lines", "\n\na: 1\n\n\n\nb: 2\n\n", "a: 1\n\nb: 2\n"],
    ["the end of the file", "a: 1", "a: 1\n"],
    ["braces over several lines", "a: {\n    b: 1,\n  c: 2\n  }\n", "a: {\n    b: 1,\n    c: 2\n  }\n"],
    ["items below the first of their braces", "a: { b: 1,\n  c: 2 }\n", "a: { b: 1,\n     c: 2 }\n"],
    ["a bracket on its own line", "a:\n [ 1,\n   2 ]\n", "a:\n  [1,\n   2]\n"],
    ["a text over several lines", "a: some\n      words\nb: 1\n", "a: some\n  words\nb: 1\n"],
    ["lines below a bar", "a: |\n      x\n        y\n\nb: 1\n", "a: |\n  x\n    y\n\nb: 1\n"],
    ["lines below a bar that says how far inside", "a:\n    b: |2\n         x\n", "a:\n  b: |2\n       x\n"],
    ["an explicit key", "?   a\n:   1\n", "? a\n: 1\n"],
    ["anchors and aliases", "a: &x   { b: 1 }\nc:  *x\n", "a: &x { b: 1 }\nc: *x\n"],
    ["the start of a document", "---\na:  1\n", "---\na: 1\n"],
  ])("%s", (_, text, expected) => {
    expect(checkFormat(text)).toBe(expected);
    expectTidy(text);
  });
});

describe("formatText gives a text", () => {
  test.each<[string, string, string]>([
    [
      "no quotes around plain words",
      `'acme' "l'été" "4 business hours" 'Énergie (France)' "2027-Q3 et suite"`,
      "acme l'été 4 business hours Énergie (France) 2027-Q3 et suite",
    ],
    ["double quotes otherwise", `'a: b' '#x' 'x, y' '* x'`, `"a: b" "#x" "x, y" "* x"`],
    [
      "the quotes of times, dates and numbers",
      `"09:00-12:30" '2027-01-04' "1.10" '60%' "0x1F" "1e5" "12 000"`,
      `"09:00-12:30" "2027-01-04" "1.10" "60%" "0x1F" "1e5" "12 000"`,
    ],
    [
      "the quotes of words that YAML takes for something else",
      `"yes" 'No' "null" "on" 'true' "NaN" ""`,
      `"yes" "No" "null" "on" "true" "NaN" ""`,
    ],
    [
      "single quotes where double ones would need an escape",
      `'say "hi"' 'back\\slash' "line\\n"`,
      `'say "hi"' 'back\\slash' "line\\n"`,
    ],
  ])("%s", (_, written, expected) => {
    const each = (list: string) =>
      list.match(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^"']+/g)?.filter((part) => part.trim() !== "");
    const before = each(written) ?? [];
    const after = before.map((item) => checkFormat(`a: ${item}\n`).slice(3, -1)).join(" ");
    expect(after).toBe(expected);
    for (const item of before) expectTidy(`${item}: [${item}, { k: ${item} }]\n`);
  });
});

describe("formatText keeps", () => {
  test.each<[string, string]>([
    ["values that are lined up", "a:    1\nlong: 2\nother:\n  x: 1\nlast: 3\n"],
    ["values lined up further away than needed", "a:     1\nlong:  2\n"],
    ["comments that are lined up", "a: 1          # one\nlonger: 2     # two\nb:\n  c: 3        # three\n"],
    ["the distance of a comment", "a: 1      # one\nb: 2 # two\n"],
    ["the order of keys", "z: 1\na: 2\n"],
    ["one empty line", "a: 1\n\n# b\nb: 2\n"],
    ["a comment at the end of a group", "a:\n  b: 1\n  # of a\nc: 1\n"],
    ["a comment before the next group", "a:\n  b: 1\n# of c\nc: 1\n"],
    ["a comment in a group without keys", "a:\n  # nothing yet\nb: 1\n"],
    ["comments between braces", "a: {\n    # first\n    b: 1, # one\n    c: 2\n    # last\n  }\n"],
    ["a value on the line below its key", "a:\n  { b: 1 }\n"],
    ["long lines", `a: { b: ${"word ".repeat(60)}}\n`.replace(" }", " }")],
    ["empty lines that belong to a text", 'a: "x\n\n\n  y"\nb: |+\n  x\n\n\nc: 1\n'],
    ["an escaped space at the end of a line", 'a: "x\\ \n  y"\n'],
    ["an escaped line break", 'a: "x \\\n  y"\n'],
  ])("%s", (_, text) => {
    expect(checkFormat(text)).toBe(text);
  });

  test("the line ends of Windows, and makes mixed ones alike", () => {
    expect(checkFormat("a:  1\r\nb: 2\r\n")).toBe("a: 1\r\nb: 2\r\n");
    expect(checkFormat("a:  1\r\nb: 2\r\nc: 3\n")).toBe("a: 1\r\nb: 2\r\nc: 3\r\n");
    expect(checkFormat("a:  1\r\nb: 2\nc: 3\n")).toBe("a: 1\nb: 2\nc: 3\n");
  });

  test("columns when what stands before them changes its width", () => {
    expect(checkFormat('"ab": 1\nc:    2\n')).toBe("ab: 1\nc:  2\n");
    expect(checkFormat("a: {b: 1}     # one\nlong: {c: 1}  # two\n")).toBe(
      "a: { b: 1 }     # one\nlong: { c: 1 }  # two\n",
    );
  });

  test.each(examples)("an example as it is", (text) => {
    expect(checkFormat(text)).toBe(text);
  });
});

describe("formatText leaves alone", () => {
  test.each([
    ["broken YAML", "a: [1\nb: 2\n", "SYN001"],
    ["a repeated key", "a: 1\na: 2\n", "SYN002"],
    ["two documents", "a: 1\n---\nb: 2\n", "SYN003"],
    ["a merge conflict", "<<<<<<< ours\na: 1\n", "SYN001"],
    ["nothing at all", "# nothing\n", "SCH108"],
  ])("%s, and says why", (_, text, code) => {
    const { value, findings } = formatText(createSource("contract.yaml", text));
    expect({ value, codes: findings.map((item) => item.code) }).toEqual({ value: undefined, codes: [code] });
  });
});

test.each([
  // The spaces at the end belong to the text here: the line feed that ends a file would too.
  "k: >+\n x\n   ",
  // At the beginning of a line this key would end the document.
  "  ...\tb: 1\n",
])("formatText leaves alone what would come out with another meaning: %j", (text) => {
  expect(checkFormat(text)).toBe(text);
});

describe("whatever the text", () => {
  test("formatting is done once and for all, keeps the data, and every word and comment on its line", () => {
    fc.assert(
      fc.property(untidyText, (text) => {
        expectTidy(text);
      }),
      { numRuns: 400 },
    );
  });

  /** Spaces, empty lines and comments where they do no harm: at the end of a line, behind a comma or a colon, between lines. */
  const untidied = fc
    .tuple(fc.constantFrom(...examples), fc.array(fc.nat(), { minLength: 1, maxLength: 30 }))
    .map(([text, places]) =>
      places.reduce((changed, place) => {
        const lines = changed.split("\n");
        const index = place % lines.length;
        const line = lines[index] ?? "";
        const indent = " ".repeat(place % 7);
        const edits = [
          () => [`${line}${line.includes("#") ? " " : `  # m${place}`}`],
          () => ["", indent, line],
          () => [`${indent}# own ${place}`, line],
          () => [line.replace(/, (?=\w+:)/, ",   ")],
          () => [line.replace(/\{ /, "{").replace(/\[/, "[ ")],
          () => [line.replace(/: (?=[[{])/, ":    ")],
          () => [line.replace(/(?<=^ *(?:label|owner|from): )(?=\w)([\w -]+)$/, "'$1'")],
        ];
        lines.splice(index, 1, ...(edits[place % edits.length]?.() ?? [line]));
        return lines.join("\n");
      }, text),
    );

  test("an untidied example keeps its data and comments, and is tidied once and for all", () => {
    fc.assert(
      fc.property(untidied, (text) => {
        expectTidy(text);
      }),
      { numRuns: 60 },
    );
  });

  test("a text that a line feed at its end breaks is not YAML", () => {
    const { value, findings } = formatText(createSource("contract.yaml", "? | :"));
    expect(value).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(["SYN001"]);
  });

  test("no text makes it fail", () => {
    const token = fc.constantFrom(
      ...[
        "{",
        "}",
        "[",
        "]",
        ":",
        ", ",
        "- ",
        "? ",
        "| ",
        "> ",
        "&a ",
        "*a",
        "!x ",
        "# c",
        "'",
        '"',
        "---",
        "...",
        "~",
        "é",
        "🎯",
      ],
      ...[
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "\t",
        "\r\n",
        ": ",
        "a: ",
        "b: 1",
        "k: |\n  x",
        '"q"',
        "'s'",
        "\\",
        "%YAML 1.2\n",
      ],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 25 }), (tokens) => {
        const { value } = formatText(createSource("contract.yaml", tokens.join("")));
        if (value !== undefined) expect(checkFormat(value)).toBe(value);
      }),
      { numRuns: 3000 },
    );
  });
});

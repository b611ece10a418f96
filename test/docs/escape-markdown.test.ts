import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeCode, escapeMarkdown } from "../../src/docs/markdown/escape-markdown.ts";
import { escapeMermaid } from "../../src/docs/markdown/render-mermaid.ts";

describe("contract text in Markdown", () => {
  test.each([
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["| a | b |", "\\| a \\| b \\|"],
    ["[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"],
    ["](javascript:alert(1))", "\\](javascript:alert(1))"],
    ["![x](http://example.org/x.png)", "!\\[x\\](http://example.org/x.png)"],
    ["`code` and \\` more", "\\`code\\` and \\\\\\` more"],
    ["*bold* and _italic_ and ~~gone~~", "\\*bold\\* and \\_italic\\_ and \\~\\~gone\\~\\~"],
    ["# not a heading", "\\# not a heading"],
    ["- not a list", "\\- not a list"],
    ["+ not a list", "\\+ not a list"],
    ["1. not a list", "1\\. not a list"],
    ["2) not a list", "2\\) not a list"],
    ["=== not a heading", "\\=== not a heading"],
    ["> not a quote", "\\> not a quote"],
    ["&lt;b&gt; and &#60;", "\\&lt;b\\&gt; and \\&#60;"],
    ["between $5 and $10", "between \\$5 and \\$10"],
    ["one\ntwo\r\n\r\n# three", "one two # three"],
    ["<!-- hidden", "\\<!-- hidden"],
    ["a\u202eb\u0000c\u2066d", "abcd"],
  ])("%j shows as it is written", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test.each([
    "acme_fit_score",
    "R&D & sales",
    "L'été, 60\u202f% d'accord\u00a0: «\u00a0oui\u00a0»",
    "version 2.1.0 - (a)",
  ])("%j needs no escape and stays readable", (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  test("whatever the text, it stays on one line and each special character has its backslash", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r\t]/);
        // Pairs of a backslash and what it escapes are harmless; nothing that starts markup may be left.
        expect(escaped.replace(/\\./g, "")).not.toMatch(/[`*[\]<>|~$\\]/);
      }),
    );
  });

  test("inline code with a backtick becomes text", () => {
    expect(escapeCode("acme_fit")).toBe("`acme_fit`");
    expect(escapeCode("a`|b")).toBe("a\\`\\|b");
  });
});

describe("contract text in a diagram", () => {
  test.each([
    ['say "hi"', "say #34;hi#34;"],
    ["<b>x</b>", "#60;b#62;x#60;/b#62;"],
    ["```", "#96;#96;#96;"],
    ["a; b # c", "a#59; b #35; c"],
    ["x] --> y[", "x#93; --#62; y#91;"],
    ["1. first", "1#46; first"],
    ["- dash", "#45; dash"],
    ["Étape d'attente (À maturer), 60\u202f%", "Étape d'attente (À maturer), 60\u202f%"],
  ])("%j", (label, escaped) => {
    expect(escapeMermaid(label)).toBe(escaped);
  });

  test("whatever the label, nothing in it can end its quotes or the fence", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (label) => {
        expect(escapeMermaid(label)).not.toMatch(/["`<>[\]{}|\\\n\r]/);
      }),
    );
  });
});

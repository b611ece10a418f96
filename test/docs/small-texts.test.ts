import { describe, expect, test } from "vitest";
import { richMarkdown } from "../../src/docs/markdown/rich-markdown.ts";
import { parseRichText, wordsOfRichText } from "../../src/docs/rich-text.ts";
import { jsonForScript, printedText, richHtml } from "../../src/docs/site/html.ts";
import { typographic } from "../../src/docs/typography.ts";

describe("the little markup of a definition", () => {
  const written = "A **real** *interest*, see `fit-score` and [the rules](https://example.com/a?b=1&c=2).";

  test("is set in HTML", () => {
    expect(String(richHtml(written, "en"))).toBe(
      'A <strong>real</strong> <em>interest</em>, see <code>fit-score</code> and <a href="https://example.com/a?b&#x3D;1&amp;c&#x3D;2" rel="noreferrer noopener">the rules</a>.',
    );
  });

  test("is written anew in Markdown", () => {
    expect(richMarkdown(written, "en")).toBe(
      "A **real** *interest*, see `fit-score` and [the rules](<https://example.com/a?b=1&c=2>).",
    );
  });

  test("is left out where only words show", () => {
    expect(wordsOfRichText(written)).toBe("A real interest, see fit-score and the rules.");
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.com"])(
    "is no link to %s",
    (address) => {
      expect(parseRichText(`[x](${address})`).some(({ kind }) => kind === "link")).toBe(false);
    },
  );

  test("is no HTML, no image and no heading", () => {
    expect(String(richHtml("# <b>x</b> ![y](z.png)", "en"))).toBe("# &lt;b&gt;x&lt;/b&gt; ![y](z.png)");
  });
});

describe("a text as a printer sets it", () => {
  test.each([
    ["l'accord d'un an...", "l’accord d’un an…"],
    ['un "vrai" signal', "un «\u00a0vrai\u00a0» signal"],
    ["prêt ? oui ; non !", "prêt\u202f? oui\u202f; non\u202f!"],
    ["à noter : 60 % de 600 000 €", "à noter\u00a0: 60\u202f% de 600\u202f000\u00a0€"],
    ["à 14:30, voir https://example.com", "à 14:30, voir https://example.com"],
    ["96 h puis 30 min", "96\u00a0h puis 30\u00a0min"],
  ])("in French: %s", (text, set) => {
    expect(typographic(text, "fr")).toBe(set);
  });

  test.each([
    ['the team\'s "real" lead', "the team’s “real” lead"],
    ["ready ? 60 % : yes", "ready ? 60 % : yes"],
  ])("in English: %s", (text, set) => {
    expect(typographic(text, "en")).toBe(set);
  });

  test("has one line and nothing hidden", () => {
    expect(printedText(" a\n\tb\u202ec\u0007 ", "en")).toBe("a bc");
  });
});

test("data for a script can't end it, nor open a comment", () => {
  const text = String(jsonForScript({ label: "</script><!--<script>&\u2028" }));
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual({ label: "</script><!--<script>&\u2028" });
});

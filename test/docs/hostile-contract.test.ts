import { describe, expect, test } from "vitest";
import { buildViewModel, documentLanguages } from "../../src/docs/index.ts";
import { escapeModel } from "../../src/docs/markdown/render-markdown.ts";
import { contractOf, documentOf, readAssets, readExample, render } from "./render-example.ts";

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "| a | b |",
  "](javascript:alert(1))",
  "[x](javascript:alert(1))",
  "```",
  "`</code>`",
  "# Heading",
  "*bold* _it_",
  "{{contract}} {{{contract}}}",
  'quote " and \\',
];

/** The reference contract with an attack in the text of every label and definition in English. */
function attacked(attack: string): string {
  return readExample("classic-inbound")
    .replaceAll(/(label|definition|because|title): \{ fr: [^,}]+, en: [^}]+ \}/g, (_, key: string) => {
      return `${key}: { fr: ${JSON.stringify(attack)}, en: ${JSON.stringify(attack)} }`;
    })
    .replaceAll(/definition: \{ fr: .+?\., en: [^}]+ \}/g, `definition: ${JSON.stringify(attack)}`);
}

/** What Markdown would take for markup: escapes, code spans of ids, anchors and links of ours are taken out first. */
function withoutOwnMarkup(markdown: string): string {
  return markdown
    .replace("<!-- revpact docs: correct the contract, not this file -->", "")
    .replace(/```mermaid\n[^`]*```/g, "")
    .replace(/\\[^\s\w]/g, "")
    .replace(/<a id="[a-z0-9-]+"><\/a>/g, "")
    .replace(/\]\(#[a-z0-9-]+\)/g, "]")
    .replace(/`[\w.:/-]+`/g, "");
}

describe.each(attacks)("a contract whose texts are %j", async (attack) => {
  const markdown = await documentOf(attacked(attack), "en");

  test("leaves no HTML, no link and no open code in the document", () => {
    const rest = withoutOwnMarkup(markdown);
    expect(rest).not.toMatch(/[<>`]/);
    expect(rest).not.toMatch(/\]\(/);
  });

  test("breaks no table", () => {
    const cells = (line: string) => line.replaceAll("\\|", "").split("|").length;
    const lines = markdown.split("\n");
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith("| --- ")) continue;
      const end = lines.findIndex((other, at) => at > index && !other.startsWith("|"));
      for (const row of lines.slice(index - 1, end)) expect(cells(row)).toBe(cells(line));
    }
  });

  test("leaves the diagram closed", () => {
    expect(markdown.match(/^```/gm)).toHaveLength(2);
  });

  test("adds no heading", async () => {
    const count = (text: string) => text.match(/^#+ /gm)?.length;
    expect(count(markdown)).toBe(count(await documentOf(readExample("classic-inbound"), "en")));
  });
});

describe("templates", () => {
  const templates = Object.entries(readAssets().templates);

  test.each(templates)("%s never asks for unescaped text", (_, text) => {
    expect(text).not.toMatch(/\{\{\{|\{\{&/);
  });

  test("see no string of the contract as it was written", () => {
    const model = buildViewModel({ contract: contractOf(attacked("<b>|*")) }, "en");
    expect(JSON.stringify(model)).toContain("<b>|*");
    expect(JSON.stringify(escapeModel(model))).not.toContain("<b>|*");
  });

  test("that do not parse, or ask for what the model lacks, are a problem and not a crash", async () => {
    const text = readExample("classic-inbound");
    for (const document of [
      "{{#if header}}",
      "{{header.subtitle}}",
      "{{> sections/missing}}",
      "{{shout header.title}}",
    ]) {
      const rendered = await render(text, ["fr"], { "markdown/document.hbs": document });
      expect(rendered).toMatchObject({ kind: "refused", problems: [{ kind: "template" }] });
    }
  });
});

describe("languages", () => {
  test("one that the contract lacks is refused, with those it has", async () => {
    const rendered = await render(readExample("pme-francaise"), ["fr", "en"]);
    expect(rendered).toEqual({
      kind: "refused",
      problems: [{ kind: "language", name: "en", available: ["fr"] }],
    });
  });

  test("those of a contract come in its own order, without those revpact does not speak", () => {
    const text = readExample("classic-inbound");
    expect(documentLanguages(contractOf(text))).toEqual(["fr", "en"]);
    expect(documentLanguages({ ...contractOf(text), languages: ["de", "en"] })).toEqual(["en"]);
  });

  test("each has its own file, in the order asked for", async () => {
    const rendered = await render(readExample("classic-inbound"), ["fr", "en", "fr"]);
    expect(rendered.kind === "rendered" && rendered.files.map(({ path }) => path)).toEqual([
      "revenue-contract.fr.md",
      "revenue-contract.en.md",
    ]);
  });

  test("the same contract gives the same bytes and the same anchors in both", async () => {
    const text = readExample("classic-inbound");
    const anchors = (markdown: string) => [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    const [french, english] = [await documentOf(text, "fr"), await documentOf(text, "en")];
    expect(await documentOf(text, "fr")).toBe(french);
    expect(anchors(french)).toEqual(anchors(english));
    expect(new Set(anchors(french)).size).toBe(anchors(french).length);
    for (const [, target] of french.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors(french)).toContain(target);
  });
});

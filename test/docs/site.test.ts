import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { generateContract } from "../../bench/generate-contract.mjs";
import { contractOf, readAssets, readExample } from "./render-example.ts";
import { attributesIn, siteOf } from "./render-site.ts";

const classic = readExample("classic-inbound");
const examples = [
  ["classic-inbound", classic],
  ["pme-francaise", readExample("pme-francaise")],
] as const;

/** Markup of a page without its style sheet and scripts. */
function bodyOf(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/<script[\s\S]*?<\/script>/g, "");
}

/** True where a link from a page leads to a page, and to an anchor in it. */
function isThere(pages: ReadonlyMap<string, string>, path: string, href: string): boolean {
  const [file = "", anchor] = href.split("#");
  const target = pages.get(file === "" ? path : new URL(file, `file:///${path}`).pathname.slice(1));
  if (target === undefined) return false;
  return anchor === undefined || attributesIn(target, "id").includes(anchor);
}

describe.each(examples)("the site of %s", async (_, text) => {
  const files = await siteOf(text);
  const pages = files.filter(({ path }) => path.includes("/"));
  const byPath = new Map(files.map((file) => [file.path, bodyOf(file.text)]));

  test("has the same pages with the same anchors in every language", () => {
    const anchors = (language: string) =>
      pages
        .filter(({ path }) => path.startsWith(`${language}/`))
        .map(({ path, text: html }) => [
          path.slice(3),
          attributesIn(bodyOf(html), "id").filter((id) => !id.includes("-clock-")),
        ]);
    const languages = contractOf(text).languages.filter((language) => ["fr", "en"].includes(language));
    for (const language of languages) expect(anchors(language)).toEqual(anchors(languages[0] ?? ""));
  });

  test("leads nowhere that is not there", () => {
    const broken = [...byPath].flatMap(([path, html]) =>
      attributesIn(html, "href")
        .filter((href) => !/^(?:https?:|mailto:)/.test(href) && !isThere(byPath, path, href))
        .map((href) => `${href} in ${path}`),
    );
    expect(broken).toEqual([]);
  });

  test("finds by its search only what is there", () => {
    for (const { path, text: html } of pages) {
      const index = /id="search-index">([^<]*)</.exec(html)?.[1] ?? "[]";
      for (const [, , href] of JSON.parse(index) as readonly (readonly [string, string, string])[]) {
        const [file = "", anchor = ""] = href.split("#");
        const target = byPath.get(`${path.slice(0, 3)}${file}`) ?? "";
        expect(attributesIn(target, "id"), `${href} from ${path}`).toContain(anchor);
      }
    }
  });

  test("has no id twice in a page, one main heading, and headings that skip no level", () => {
    for (const { path, text: html } of pages) {
      const ids = attributesIn(bodyOf(html), "id");
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        path,
      ).toEqual([]);
      const levels = [...bodyOf(html).matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      for (const [at, level] of levels.entries()) expect(level, path).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    }
  });

  test("lets no script run but the one whose hash its policy names, and loads nothing", () => {
    for (const { path, text: html } of files) {
      const policy = attributesIn(html, "content").find((one) => one.startsWith("default-src")) ?? "";
      const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
      const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
      expect(policy, path).toMatch(
        /^default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-/,
      );
      for (const hash of hashes) expect(policy, path).toContain(hash);
      expect(html).not.toMatch(/\s(?:src|srcset|style|on\w+)=/);
      expect(html).not.toMatch(/@import|url\((?!#)/);
    }
  });

  test("stays below 300 kB a page", () => {
    for (const { path, text: html } of files) expect(Buffer.byteLength(html), path).toBeLessThan(300_000);
  });

  test("says nothing undefined, and nothing of codes or YAML to those who decide", () => {
    for (const { path, text: html } of files) expect(bodyOf(html), path).not.toMatch(/undefined|\[object|NaN|Infinity/);
    for (const { text: html } of files.filter(({ path }) => path.endsWith("/index.html")))
      expect(bodyOf(html).replace(/<[^>]+>/g, "")).not.toMatch(/\b[A-Z]{3}\d{3}\b|YAML/);
  });

  test("is the same bytes again", async () => {
    expect(await siteOf(text)).toEqual(files);
  });
});

describe("a page for each reader", async () => {
  const files = new Map((await siteOf(classic)).map(({ path, text }) => [path, bodyOf(text)]));
  const page = (path: string) => files.get(path) ?? "";

  test("management sees promises with their worst case, who answers, what is open, and where to sign", () => {
    const html = page("en/index.html");
    expect(html).toContain("accept or refuse every contact handed over");
    expect(html).toContain("At worst Thursday 5 August 2027 10:15 → Monday 9 August 10:15, 96\u00a0h");
    expect(html).toContain("Head of sales");
    expect(html).toContain("In force from 4 January 2027");
    for (const role of ["Head of marketing", "Head of sales", "CEO"])
      expect(html).toContain(`<span class="role">${role}`);
  });

  test("each party sees what comes in, what it owes, and how to refuse", () => {
    const sales = page("en/guide-sales.html");
    for (const title of ["What you receive", "What you owe, and by when", "What you hand to one another"])
      expect(sales).toContain(title);
    expect(sales).toContain("Not a fit");
    const marketing = page("en/guide-marketing.html");
    expect(marketing).toContain("What you hand over");
    expect(marketing).toContain("SDR: the decision on every contact (“Handoff to the SDR”), within 30 business days");
  });

  test("a handoff within a party stands in its guide once, apart from what others hand over", () => {
    const sales = page("en/guide-sales.html");
    expect(sales.match(/<h3><a href="handoff-sdr-to-sales\.html/g)).toHaveLength(1);
    const [received = ""] = sales.split("What you hand to one another");
    expect(received).toContain('<h3><a href="handoff-marketing-to-sdr.html');
    expect(received).not.toContain('<h3><a href="handoff-sdr-to-sales.html');
  });

  test("the matrix says with letter and word who does what", () => {
    const row =
      /<tr><th scope="row">Change the MQL criteria\s*<\/th>([\s\S]*?)<\/tr>/.exec(
        page("en/responsibilities.html"),
      )?.[1] ?? "";
    const cells = [...row.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell = ""]) =>
      cell.replace(/<[^>]+>/g, "").trim(),
    );
    expect(cells).toEqual(["R Responsible", "C Consulted", "", "I Informed", "", "A Accountable"]);
  });

  test("RevOps sees properties, workflows and what the CRM does not hold", () => {
    expect(page("en/reference.html")).toContain("<code>contacts.acme_inbound_stage</code>");
    expect(page("en/handoff-marketing-to-sdr.html")).toContain("How far the CRM holds it");
  });

  test("French sets apostrophes, quotation marks and spaces as printers do", () => {
    const text = page("fr/index.html").replace(/<[^>]+>/g, " ");
    expect(text).toContain("Il s’applique à partir du 4 janvier 2027");
    expect(text).toContain("«\u00a0Transmission au SDR\u00a0»");
    expect(text).not.toMatch(/[a-zé]'[a-zé]| [;!?»]|« | :/);
  });
});

describe("what is asked for", () => {
  test("an audience gets its pages only, and no link leads beyond them", async () => {
    const files = await siteOf(classic, { audiences: ["sales"], languages: ["en"] });
    const paths = files.map(({ path }) => path);
    expect(paths).toContain("en/guide-sales.html");
    expect(paths).not.toContain("en/guide-marketing.html");
    expect(paths).not.toContain("en/reference.html");
    expect(files.find(({ path }) => path === "index.html")?.text).toContain('url=en/journey.html"');
    for (const { text } of files) {
      const targets = attributesIn(bodyOf(text), "href").map((href) => href.split("#")[0] ?? "");
      for (const target of targets)
        expect(["", ...paths, ...paths.map((path) => path.slice(3))]).toContain(target.replace("../", ""));
    }
  });

  test("one file holds everything, and its links stay in it", async () => {
    const [french, english, ...more] = await siteOf(classic, { isSingleFile: true });
    expect([french?.path, english?.path, more]).toEqual(["revenue-contract.fr.html", "revenue-contract.en.html", []]);
    const html = bodyOf(english?.text ?? "");
    const ids = attributesIn(html, "id");
    for (const href of attributesIn(html, "href"))
      if (href.startsWith("#")) expect(ids, href).toContain(href.slice(1));
      else expect(["revenue-contract.fr.html", "revenue-contract.en.html"]).toContain(href);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test("templates and styles of one's own replace those of the package", async () => {
    const templates = {
      "site/pages/glossary.hbs": "<h1>{{page.heading.text}}</h1>{{#each glossary.entries}}<b>{{term}}</b>{{/each}}",
      "site/site.css": ":root { --ink: #123456 }",
    };
    const files = await siteOf(classic, { languages: ["en"], templates });
    const glossary = files.find(({ path }) => path === "en/glossary.html")?.text ?? "";
    expect(glossary).toMatch(/<h1>Glossary<\/h1>(?:<b>[^<]+<\/b>)+/);
    expect(glossary).toContain("--ink: #123456");
  });

  test("a template that asks for what the model lacks is told by its words", async () => {
    await expect(siteOf(classic, { templates: { "site/pages/glossary.hbs": "{{glossary.nothing}}" } })).rejects.toThrow(
      /template.*nothing/,
    );
  });
});

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</title><script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "--></script><script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "[x](javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "![x](https://example.com/pixel.png)",
  "<a href=https://example.com>x</a>",
  "{{header.title}} {{{header.title}}}",
  "&lt;script&gt;",
  "]]><script>alert(1)</script>",
  "<!--<script>",
  "\\u003cscript\\u003e",
  `$\{alert(1)} \`x\` $&`,
];

/** The reference contract with an attack in the text of every label and definition that is written in both languages. */
function attacked(attack: string): string {
  const written = JSON.stringify(attack);
  const both = `{ fr: ${written}, en: ${written} }`;
  return classic
    .replaceAll(/(label|because|title): \{ fr: [^,}]+, en: [^}]+ \}/g, (_, key: string) => `${key}: ${both}`)
    .replaceAll(/definition: \{ fr: .+?\., en: [^}]+ \}/g, () => `definition: ${both}`)
    .replaceAll(/definition: \{ fr: ".+?", en: ".+?" \}/g, () => `definition: ${both}`);
}

describe.each(attacks)("contract text %j", async (attack) => {
  const [ours, theirs] = [
    await siteOf(classic, { languages: ["en"] }),
    await siteOf(attacked(attack), { languages: ["en"] }),
  ];

  test("is in the pages as text and adds no element, no attribute and no script", () => {
    expect(theirs.length).toBe(ours.length);
    // Wrapped labels have more lines; what a browser acts upon is the same.
    const active = /<(script|img|svg|iframe|object|embed|form|link|meta|base|style|a|image|use|foreignObject)\b/g;
    const count = (html: string) => {
      const counts: Record<string, number> = {};
      for (const [, name = ""] of html.matchAll(active)) counts[name] = (counts[name] ?? 0) + 1;
      return { ...counts, a: 0 };
    };
    for (const [index, file] of theirs.entries()) {
      expect(count(bodyOf(file.text)), file.path).toEqual(count(bodyOf(ours[index]?.text ?? "")));
      expect(file.text).not.toMatch(/<[^>]*\son\w+\s*=/i);
      for (const href of attributesIn(bodyOf(file.text), "href"))
        expect(href).toMatch(/^(?:https:\/\/example\.com|#|\.\.\/|[\w-]+\.html|en\/)/);
    }
  });

  test("ends no data of a script", () => {
    for (const { text } of theirs)
      for (const [, data = ""] of text.matchAll(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g))
        expect(() => JSON.parse(data)).not.toThrow();
  });
});

test("what turns the direction of a text, or hides in it, is left out", async () => {
  const files = await siteOf(attacked("safe\u202eefas\u0007\u200f"), { languages: ["en"] });
  for (const { text } of files) expect(bodyOf(text)).not.toMatch(/[\u202e\u200f]|\p{Cc}(?<!\n)/u);
});

test("no template asks for unescaped text", () => {
  for (const [path, text] of Object.entries(readAssets().templates)) expect(text, path).not.toMatch(/\{\{\{|\{\{&/);
});

test("a contract of 50 stages and 100 handoffs stays below 300 kB a page, in French too", async () => {
  const large = generateContract({ stages: 50, criteria: 200, handoffs: 100 });
  const files = await siteOf(large.replace("languages: [en]", "languages: [fr]"));
  for (const { path, text } of files) expect(Buffer.byteLength(text), path).toBeLessThan(300_000);
  expect(files.length).toBeGreaterThan(150);
});

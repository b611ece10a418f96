import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { fillStarter, starterTemplates } from "../../../src/cli/init/starter.ts";
import { readExample } from "../render-example.ts";
import { siteOf } from "../render-site.ts";
import { isAll, withBrowser } from "./browser.ts";

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 });

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const looks = [
  { name: "on a phone", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "on a phone in the dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { name: "on a desk", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "on a desk in the dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
] as const;
const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core finds against WCAG 2.2 AA: the rule, the element, and why. */
async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`,
  )) as readonly Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

describe.runIf(isAll).each(["classic-inbound", "pme-francaise"])("every page of %s", async (name) => {
  const browser = withBrowser();
  const files = isAll ? await siteOf(readExample(name)) : [];
  const paths = files.map(({ path }) => path).filter((path) => path.includes("/"));
  let folder = "";

  test("is accessible, quiet, asks for nothing and never scrolls sideways, on a phone and a desk, by day and night", async () => {
    folder ||= browser.write(files);
    for (const path of paths) {
      const { page, problems } = await browser.open(join(folder, path));
      for (const { name: look, viewport, colorScheme } of looks) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        expect(await violationsIn(page), `${path} ${look}`).toEqual([]);
        expect(await page.evaluate(overflow), `${path} ${look}`).toBeLessThanOrEqual(0);
      }
      expect(problems, path).toEqual([]);
      await page.context().close();
    }
  });

  test("on paper the page for management is exactly one A4, whatever the language", async () => {
    folder ||= browser.write(files);
    for (const path of paths.filter((one) => one.endsWith("/index.html"))) {
      const { page } = await browser.open(join(folder, path));
      expect(await sheetsOf(page), path).toEqual(["595x842"]);
      await page.context().close();
    }
  });

  test("on paper every other page has its text, and nothing folded", async () => {
    folder ||= browser.write(files);
    for (const path of paths) {
      const { page, problems } = await browser.open(join(folder, path));
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("nav:visible, .search:visible").count(), path).toBe(0);
      expect((await sheetsOf(page)).length, path).toBeGreaterThan(0);
      expect(problems, path).toEqual([]);
      await page.context().close();
    }
  });

  test("the entrance leads to the first language by itself", async () => {
    folder ||= browser.write(files);
    const { page } = await browser.open(join(folder, "index.html"));
    await page.waitForURL(/\/fr\/index\.html$/);
    await page.context().close();
  });
});

/** The sheets of a page as printed: width and height of each in points. */
async function sheetsOf(page: Page): Promise<readonly string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)[\s\S]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  );
}

describe.runIf(isAll)("the page for management", async () => {
  const browser = withBrowser();

  test.each(starterTemplates)("of the starter %s is one A4 in each language", async (template) => {
    const text = readFileSync(join(import.meta.dirname, "../../../templates/init", `${template}.yaml`), "utf8");
    const facts = { name: "starter", schema: "", effective: "2027-02-01", language: "fr" } as const;
    const files = await siteOf(fillStarter(text, facts));
    const folder = browser.write(files);
    for (const { path } of files.filter((one) => one.path.endsWith("/index.html"))) {
      const { page } = await browser.open(join(folder, path));
      expect(await sheetsOf(page), path).toEqual(["595x842"]);
      await page.context().close();
    }
  });

  test("of a contract of 50 stages and 100 handoffs is one A4", async () => {
    const { generateContract } = await import("../../../bench/generate-contract.mjs");
    const files = await siteOf(generateContract({ stages: 50, criteria: 200, handoffs: 100 }));
    const folder = browser.write(files.filter(({ path }) => path === "en/index.html"));
    const { page } = await browser.open(join(folder, "en/index.html"));
    expect(await sheetsOf(page)).toEqual(["595x842"]);
    await page.context().close();
  });
});

describe.runIf(isAll)("a contract whose texts attack", async () => {
  const browser = withBrowser();
  const attacks = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=document.title='owned'>",
    "</style></title><script>document.title='owned'</script>",
    "\"><svg onload=document.title='owned'>",
    "[x](javascript:document.title='owned')",
  ];

  test.each(attacks)("%s runs nothing and loads nothing in a page of any kind", async (attack) => {
    const written = JSON.stringify(attack);
    const text = readExample("classic-inbound").replaceAll(
      /(label|definition|because|title): \{ fr: [^,}]+, en: [^}]+ \}/g,
      (_, key: string) => `${key}: { fr: ${written}, en: ${written} }`,
    );
    const files = await siteOf(text, { languages: ["en"] });
    const folder = browser.write(files);
    // One of each kind: pages of a kind share a template.
    const kinds = [
      "index",
      "journey",
      "rules",
      "responsibilities",
      "reference",
      "glossary",
      "guide-sales",
      "stage-mql",
      "handoff-marketing-to-sdr",
    ];
    for (const path of kinds.map((kind) => `en/${kind}.html`)) {
      const { page, problems } = await browser.open(join(folder, path));
      for (const link of await page.locator("main a").all())
        expect(await link.getAttribute("href")).not.toMatch(/^javascript/i);
      expect(await page.title(), path).not.toBe("owned");
      expect(problems, path).toEqual([]);
      await page.context().close();
    }
  });
});

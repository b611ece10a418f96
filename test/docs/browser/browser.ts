import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { RenderedDocument } from "../../../src/docs/index.ts";

/** A browser is needed and takes minutes: these suites run with REVPACT_TEST=all. */
export const isAll = process.env["REVPACT_TEST"] === "all";

const executablePath =
  process.env["REVPACT_CHROMIUM"] ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

// Without these Chromium asks its maker's servers for this and that.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What went wrong in a page, and what it asked for beyond itself. */
export interface Watched {
  readonly page: Page;
  readonly problems: readonly string[];
}

/** A real browser for the tests of a file. */
export interface TestBrowser {
  /** Opens a page of a site that was written out, and notes errors and requests. */
  readonly open: (file: string, options?: BrowserContextOptions) => Promise<Watched>;
  /** Writes the files of a site to a folder of their own. */
  readonly write: (files: readonly RenderedDocument[]) => string;
}

/** Starts a browser before the tests of a file and ends it after them. */
export function withBrowser(): TestBrowser {
  let browser: Browser | undefined;
  const scratch: string[] = [];
  if (isAll) {
    beforeAll(async () => {
      if (executablePath === undefined)
        throw new Error("these tests need Chromium: install it, or name it in REVPACT_CHROMIUM");
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(async () => {
      await browser?.close();
      for (const folder of scratch) rmSync(folder, { recursive: true, force: true });
    });
  }
  return {
    open: async (file, options = {}) => {
      if (browser === undefined) throw new Error("no browser");
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:") || request.resourceType() !== "document")
          problems.push(`request: ${request.url()}`);
      });
      await page.goto(pathToFileURL(file).href);
      return { page, problems };
    },
    write: (files) => {
      const folder = mkdtempSync(join(tmpdir(), "revpact-site-"));
      scratch.push(folder);
      for (const { path, text } of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    },
  };
}

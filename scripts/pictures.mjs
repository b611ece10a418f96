// The pictures of the README: the site of the classic example, photographed in Chromium. Run `npm run pictures` after changing
// how documents look. REVPACT_CHROMIUM names the browser where it is not in /usr/bin.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const images = join(root, "docs/images");
const site = mkdtempSync(join(tmpdir(), "revpact-pictures-"));
const executablePath =
  process.env.REVPACT_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (executablePath === undefined) {
  console.error("Chromium is needed: install it, or name it in REVPACT_CHROMIUM.");
  process.exit(1);
}

const args = ["docs", join(root, "examples/classic-inbound"), "--lang", "en", "--out", site];
const rendered = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], { stdio: "inherit" });
if (rendered.status !== 0) process.exit(rendered.status ?? 1);

mkdirSync(images, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
const options = { viewport: { width: 1120, height: 3000 }, deviceScaleFactor: 1.5, colorScheme: "light" };

/** Photographs a page, or the first element that a selector finds in it. */
async function photograph(page, name, selector) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(join(site, "en", page)).href);
  const target = selector === undefined ? tab : tab.locator(selector).first();
  await target.screenshot({ path: join(images, name), animations: "disabled" });
  console.log(`wrote docs/images/${name}`);
  await context.close();
}

await photograph("index.html", "management.png", "main");
await photograph("journey.html", "stage-map.png", "svg.p-picture");
await photograph("handoff-marketing-to-sdr.html", "deadline.png", "figure:has(svg[aria-labelledby*='clock-1'])");
await browser.close();
rmSync(site, { recursive: true, force: true });

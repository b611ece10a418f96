import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { nearest } from "../../diagnostics/index.ts";
import type { DocumentAssets } from "../../docs/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { packageFolder } from "../package-folder.ts";

/** What documents are laid out with: the package's own, with the files of a folder of the user in place of theirs. */
export function readAssets(folder: string | undefined): Result<DocumentAssets> {
  const script = readFileSync(join(packageFolder(), "dist", "site.js"), "utf8");
  const own = readTexts(join(packageFolder(), "templates", "docs"));
  if (folder === undefined) return succeed({ templates: own, script });
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return fail(exitCodes.usage, `there is no folder ${folder}`, "give a folder with site/ or markdown/ in it");
  const theirs = readTexts(folder);
  const stray = Object.keys(theirs).find((path) => !Object.hasOwn(own, path) && !path.includes("/partials/"));
  if (stray !== undefined) return noSuchTemplate(stray, Object.keys(own));
  return succeed({ templates: { ...own, ...theirs }, script });
}

/** Templates and style sheets below a folder, by their path with forward slashes. */
function readTexts(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(?:hbs|css)$/.test(entry.name),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((file) => [relative(folder, file).replaceAll("\\", "/"), readFileSync(file, "utf8")]),
  );
}

/** A file that replaces nothing is a slip of the pen: without a word it would have no effect. */
function noSuchTemplate(path: string, known: readonly string[]) {
  const guess = nearest(path, known);
  return fail(
    exitCodes.usage,
    `${path} replaces no template of revpact${guess === undefined ? "" : `; did you mean ${guess}`}`,
    `partials of your own go into site/partials or markdown/partials; the others are ${known.filter((one) => !one.includes("/partials/")).join(", ")}`,
  );
}

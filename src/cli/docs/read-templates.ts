import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { packageFolder } from "../package-folder.ts";

/** The package's templates of one kind, by their path below `templates/<kind>` with forward slashes. */
export function readTemplates(kind: "docs"): Readonly<Record<string, string>> {
  const folder = join(packageFolder(), "templates", kind);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".hbs"),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file).replaceAll("\\", "/"), readFileSync(file, "utf8")];
    }),
  );
}

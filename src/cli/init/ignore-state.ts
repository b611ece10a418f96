import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Result, succeed } from "../exit-codes.ts";
import { repositoryOf } from "../files/find-contract.ts";
import { writeFileAtomically } from "../files/write-file.ts";

const covers = /^(?:\*\*\/|\/)?\.revpact(?:\/|\/\*{1,2})?\s*$/m;

/**
 * Has git ignore `.revpact/`, where revpact keeps the local CRM and its token: adds a line to the `.gitignore` of the
 * repository's root unless one on the way there says so. The file that was changed; undefined where nothing was.
 */
export function ignoreState(folder: string): Result<string | undefined> {
  const root = repositoryOf(folder);
  if (root === undefined) return succeed(undefined);
  for (let place = folder; ; place = dirname(place)) {
    if (covers.test(textOf(join(place, ".gitignore")))) return succeed(undefined);
    if (place === root) break;
  }
  const file = join(root, ".gitignore");
  const written = writeFileAtomically(file, withLine(textOf(file), ".revpact/"));
  return written.ok ? succeed(file) : written;
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function withLine(text: string, line: string): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const isOpen = text !== "" && !text.endsWith("\n");
  return `${text}${isOpen ? lineEnd : ""}${line}${lineEnd}`;
}

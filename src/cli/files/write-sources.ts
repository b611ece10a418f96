import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { Source } from "../../language/index.ts";
import { type Result, succeed } from "../exit-codes.ts";
import { rewriteFile } from "./write-file.ts";

/** Writes the files that changed; a byte-order mark stays where one was. */
export function writeSources(before: readonly Source[], after: readonly Source[], from: string): Result<void> {
  for (const source of after) {
    if (before.some(({ file, text }) => file === source.file && text === source.text)) continue;
    const file = resolve(from, source.file);
    const mark = readFileSync(file)
      .subarray(0, 3)
      .equals(Buffer.from([0xef, 0xbb, 0xbf]))
      ? "\ufeff"
      : "";
    const written = rewriteFile(file, mark + source.text);
    if (!written.ok) return written;
  }
  return succeed(undefined);
}

/** What would change between two versions of some texts, as a unified diff. */
export function differencesOf(before: readonly Source[], after: readonly Source[]): string {
  return after
    .map(({ file, text }, index) => {
      const old = before[index]?.text ?? "";
      return old === text ? "" : createTwoFilesPatch(file, file, old, text);
    })
    .join("");
}

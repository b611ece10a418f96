import type { Source } from "../../language/index.ts";

/** Where a text holds what git writes into one that it could not merge, as `file:line`; undefined where none does. */
export function conflictMarker(sources: readonly Source[]): string | undefined {
  for (const { file, text } of sources) {
    const lines = text.split("\n");
    const line = lines.findIndex((one) => /^<{7} /.test(one));
    if (line >= 0 && lines.some((one, index) => index > line && /^>{7} /.test(one))) return `${file}:${line + 1}`;
  }
  return undefined;
}

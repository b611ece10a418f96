import type { Language } from "../../diagnostics/index.ts";
import type { Terminal } from "../terminal.ts";
import type { OpenFile } from "./open-file.ts";
import { replayWords } from "./words.ts";

// A smaller file is read before anybody wonders.
const smallBytes = 5_000_000;

/** A line that tells how far the reading of a long file is, on a terminal only. */
export function createReadingProgress(
  { isInteractive, talk }: Terminal,
  { size }: OpenFile,
  language: Language,
): { readonly show: (bytes: number) => void; readonly end: () => void } {
  if (!isInteractive || size < smallBytes) return { show: () => {}, end: () => {} };
  let shown = -1;
  return {
    show: (bytes) => {
      const percent = Math.floor((bytes / size) * 100);
      if (percent === shown) return;
      shown = percent;
      talk(`\r\u001b[K${replayWords[language].reading(percent)}`);
    },
    end: () => talk("\r\u001b[K"),
  };
}

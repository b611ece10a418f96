import type { Language } from "../../diagnostics/index.ts";
import type { Progress } from "../../engine/index.ts";
import type { Terminal } from "../terminal.ts";

/** A line that tells how far an apply is, on a terminal only. */
export function createProgress(
  terminal: Terminal,
  language: Language,
): { readonly show: (progress: Progress) => void; readonly end: () => void } {
  if (!terminal.isInteractive) return { show: () => {}, end: () => {} };
  const verb = language === "fr" ? "application" : "applying";
  const state = { isShown: false };
  return {
    show: ({ done, total, report }) => {
      const text = `${verb} ${done}/${total}  ${report.address}`;
      terminal.talk(`\r\u001b[K${text.slice(0, terminal.width - 1)}`);
      state.isShown = true;
    },
    end: () => {
      if (state.isShown) terminal.talk("\r\u001b[K");
    },
  };
}

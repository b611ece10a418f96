import type { Language } from "../../diagnostics/index.ts";
import type { Progress } from "../../engine/index.ts";
import { createProgressLine } from "../progress-line.ts";
import type { Terminal } from "../terminal.ts";

/** A line that tells how far an apply is, on a terminal only. */
export function createProgress(
  terminal: Terminal,
  language: Language,
): { readonly show: (progress: Progress) => void; readonly end: () => void } {
  const line = createProgressLine(terminal);
  const verb = language === "fr" ? "application" : "applying";
  return {
    show: ({ done, total, report }) => line.show(`${verb} ${done}/${total}  ${report.address}`),
    end: line.end,
  };
}

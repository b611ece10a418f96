import type { Terminal } from "./terminal.ts";

/** A line that tells how far a command is, written over itself; nothing where no person is watching. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly end: () => void;
}

/** The line of a terminal. */
export function createProgressLine({ isInteractive, talk, width }: Terminal): ProgressLine {
  if (!isInteractive) return { show: () => {}, end: () => {} };
  let isShown = false;
  return {
    show: (text) => {
      talk(`\r\u001b[K${text.slice(0, width - 1)}`);
      isShown = true;
    },
    end: () => {
      if (isShown) talk("\r\u001b[K");
    },
  };
}

import { watch } from "node:fs";

/** Editors write a file in several steps: what comes this close together (ms) is one change. */
const settleMs = 120;

/** What is watched: a folder, which of its files matter, and whether those of folders below it do. */
export interface Watch {
  readonly folder: string;
  readonly files: RegExp;
  readonly isDeep?: boolean;
}

/** Calls after changes. A folder rather than its files: an editor that replaces a file leaves a watch on the old one behind, and parts come and go. */
export function watchFolder(
  { folder, files, isDeep = false }: Watch,
  changed: () => void,
): { readonly close: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: isDeep }, (_, name) => {
    if (name === null || !files.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, settleMs);
  });
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

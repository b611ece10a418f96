/** Paper has nothing to click on: what is folded opens for it, and folds again. */
export function openForPrinting(page: Document): void {
  let opened: readonly HTMLDetailsElement[] = [];
  page.defaultView?.addEventListener("beforeprint", () => {
    opened = [...page.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    for (const one of opened) one.open = true;
  });
  page.defaultView?.addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
}

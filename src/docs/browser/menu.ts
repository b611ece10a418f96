/** On a wide screen the menu stands open beside the text; on a phone it opens on demand. */
export function openMenuWhereThereIsRoom(page: Document): void {
  const menu = page.querySelector<HTMLDetailsElement>("[data-menu]");
  const wide = page.defaultView?.matchMedia("(min-width: 60rem)");
  if (menu === null || wide === undefined) return;
  const follow = () => {
    menu.open = wide.matches;
  };
  follow();
  wide.addEventListener("change", follow);
}

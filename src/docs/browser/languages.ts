/** The link to the other language leads to the same place: anchors are the same in every language. */
export function keepPlaceAcrossLanguages(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>("[data-language]")) {
    const address = link.getAttribute("href") ?? "";
    link.addEventListener("click", () => link.setAttribute("href", address + (page.defaultView?.location.hash ?? "")));
  }
}

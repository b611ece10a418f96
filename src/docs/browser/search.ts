/** Text, kind and address of something that can be found. */
type Entry = readonly [text: string, kind: string, href: string];

const mostResults = 12;

/** A search box over the index in the page: results as you type, arrows to move, Enter to go, Escape to close. */
export function startSearch(box: HTMLElement): void {
  const input = box.querySelector("input");
  const list = box.querySelector("ul");
  const status = box.querySelector("[data-search-status]");
  const index = readIndex(box.ownerDocument);
  if (input === null || list === null || status === null) return;
  box.hidden = false;
  const view: View = { input, list, status, none: box.dataset["none"] ?? "" };
  input.addEventListener("input", () => show(view, find(index, input.value)));
  input.addEventListener("keydown", (event) => onKey(view, event));
  input.addEventListener("blur", () => setTimeout(() => close(view), 150));
  input.addEventListener("focus", () => show(view, find(index, input.value)));
}

interface View {
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  readonly status: Element;
  readonly none: string;
}

function readIndex(page: Document): readonly Entry[] {
  const text = page.getElementById("search-index")?.textContent ?? "[]";
  return JSON.parse(text) as Entry[];
}

/** Letters without case and accents, so that "echeance" finds "Échéance". */
function bare(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[’']/g, "'")
    .toLowerCase();
}

/** Entries that hold every word, those that begin with the first one before the others. */
function find(index: readonly Entry[], query: string): readonly Entry[] | undefined {
  const words = bare(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const found = index.filter(([text, kind]) => words.every((word) => bare(`${text} ${kind}`).includes(word)));
  const first = words[0] ?? "";
  const rank = ([text]: Entry) => (bare(text).startsWith(first) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, mostResults);
}

function show(view: View, found: readonly Entry[] | undefined): void {
  const { input, list, status, none } = view;
  if (found === undefined) {
    close(view);
    return;
  }
  list.replaceChildren(...found.map(([text, kind, href], position) => option(text, kind, href, position)));
  list.hidden = found.length === 0;
  status.textContent = found.length === 0 ? none : String(found.length);
  input.setAttribute("aria-expanded", String(found.length > 0));
  input.removeAttribute("aria-activedescendant");
}

function option(text: string, kind: string, href: string, position: number): HTMLLIElement {
  const item = document.createElement("li");
  item.id = `search-result-${position}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset["href"] = href;
  const label = document.createElement("span");
  label.textContent = text;
  const group = document.createElement("span");
  group.className = "kind";
  group.textContent = kind;
  item.append(label, " ", group);
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", () => go(item));
  return item;
}

function go(item: HTMLElement): void {
  const { href } = item.dataset;
  if (href !== undefined) location.assign(href);
}

function close({ input, list, status }: View): void {
  list.hidden = true;
  list.replaceChildren();
  status.textContent = "";
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function onKey(view: View, event: KeyboardEvent): void {
  const items = [...view.list.querySelectorAll<HTMLElement>("[role=option]")];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  switch (event.key) {
    case "Escape":
      close(view);
      return;
    case "Enter":
      go(items[Math.max(at, 0)] ?? view.list);
      return;
    case "ArrowDown":
    case "ArrowUp": {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % Math.max(items.length, 1);
      choose(view.input, items, next);
    }
  }
}

function choose(input: HTMLInputElement, items: readonly HTMLElement[], position: number): void {
  for (const [place, item] of items.entries()) {
    item.setAttribute("aria-selected", String(place === position));
    if (place !== position) continue;
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }
}

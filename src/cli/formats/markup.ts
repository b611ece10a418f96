/** A piece of HTML or SVG whose texts are escaped; only `tag` makes one, so that no text of a contract can pass for one. */
export interface Markup {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it may stand between tags and in attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}

/** An element; strings among its children are text. */
export function tag(name: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? placed(value) : escapeText(String(value))}"`)
    .join("");
  const inner = children.map((child) => (typeof child === "string" ? escapeText(child) : child.markup)).join("");
  return { markup: `<${name}${written}>${inner}</${name}>` };
}

/** One decimal is finer than any screen, and the same on every machine. */
function placed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A picture that says what it shows to those who do not see it. */
export function picture(
  { label, width, height }: { readonly label: string; readonly width: number; readonly height: number },
  ...children: readonly Markup[]
): Markup {
  const attributes = {
    role: "img",
    "aria-label": label,
    viewBox: `0 0 ${placed(width)} ${placed(height)}`,
    class: "chart",
  };
  return tag("svg", attributes, ...children);
}

import { plainLine } from "../plain-line.ts";

/** A piece of SVG whose texts are escaped; made by `element` only, so that no text of a contract can pass for one. */
export interface Svg {
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

function escapeSvg(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}

/** An element with its attributes and children; strings among them are text. Numbers have at most one decimal. */
export function element(name: string, attributes: Attributes, ...children: readonly (Svg | string)[]): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeSvg(String(value))}"`)
    .join("");
  const inner = children.map((child) => (typeof child === "string" ? escapeSvg(child) : child.markup)).join("");
  return { markup: inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

/** One decimal is finer than any screen, and the same on every machine. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What a picture is called and says, and how large it is. */
export interface Canvas {
  /** Makes ids unique in a page: `[a-z0-9-]+`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A picture that says its name and what it shows to those who do not see it. */
export function picture({ id, title, description, width, height }: Canvas, ...children: readonly Svg[]): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      class: "p-picture",
    },
    element("title", { id: `${id}-title` }, title),
    element("desc", { id: `${id}-desc` }, description),
    ...children,
  ).markup;
}

/** A group of elements. */
export function group(attributes: Attributes, ...children: readonly Svg[]): Svg {
  return element("g", attributes, ...children);
}

/** An arrow head in the colour of its line; refer to it as `url(#ID-arrow)`. */
export function arrowHead(id: string, kind: string): Svg {
  return element(
    "marker",
    {
      id: `${id}-${kind}`,
      viewBox: "0 0 8 8",
      refX: 7,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: "userSpaceOnUse",
      orient: "auto-start-reverse",
    },
    element("path", { d: "M0 0.5 L7.5 4 L0 7.5 z", class: `p-head p-head-${kind}` }),
  );
}

import { textWidth } from "../../../src/docs/pictures/text.ts";

/** An element of a picture as it was read back. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
}

const token = /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g;

interface OpenNode extends Node {
  readonly children: (Node | string)[];
}

/** Reads an SVG text; one that is no XML throws with what is wrong. */
export function readSvg(svg: string): Node {
  const root: OpenNode = { name: "", attributes: {}, children: [] };
  const open = [root];
  for (const [whole, closing, name, attributes = "", selfClosing, text] of svg.matchAll(token)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(unescaped(text));
    else if (name === undefined) throw new Error(`bare ${whole}`);
    else if (closing === "/") close(open, name);
    else begin(open, { name, attributes: attributesOf(attributes), children: [] }, selfClosing === "/");
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || others.length > 0 || typeof only !== "object") throw new Error("not one whole element");
  return only;
}

function begin(open: OpenNode[], node: OpenNode, isWhole: boolean): void {
  open.at(-1)?.children.push(node);
  if (!isWhole) open.push(node);
}

function close(open: OpenNode[], name: string): void {
  if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, unescaped(value)]);
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute twice in ${text}`);
  return Object.fromEntries(pairs);
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return text.replace(/&([^;]*;?)/g, (whole, name: string) => {
    const sign = entities[name.replace(/;$/, "")];
    if (sign === undefined || !name.endsWith(";")) throw new Error(`bare ${whole}`);
    return sign;
  });
}

/** An element and all in it. */
export function nodesIn(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : nodesIn(child)))];
}

/** A line of text with the room it takes by our measure. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Every line of every text of an element. */
export function linesIn(node: Node): readonly Line[] {
  return nodesIn(node)
    .filter(({ name }) => name === "text")
    .flatMap((text) => {
      const size = Number(text.attributes["font-size"]);
      let end = 0;
      return nodesIn(text)
        .filter(({ name }) => name === "tspan")
        .map(({ attributes: { x, dx }, children }) => {
          const words = children.join("");
          const width = textWidth(words, size);
          const anchor = text.attributes["text-anchor"] ?? "start";
          const start = x === undefined ? end + Number(dx) : Number(x) - width * (shares[anchor] ?? 0);
          end = start + width;
          return { text: words, left: start, right: end };
        });
    });
}

const shares: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

import MarkdownIt from "markdown-it";

/** A part of a text with the little markup that definitions may have: nothing in it is HTML. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] };

// Of Markdown only what helps a definition: bold, italics, code and links to where a reader may safely go.
const markdown = new MarkdownIt("zero", { html: false, linkify: false }).enable([
  "emphasis",
  "backticks",
  "link",
  "escape",
]);
markdown.validateLink = (href) => /^(?:https?:\/\/|mailto:)/i.test(href.trim());

type Token = ReturnType<typeof markdown.parseInline>[number];

/** A definition with its markup told apart. */
export function parseRichText(text: string): readonly Inline[] {
  const tokens = markdown.parseInline(text, {}).flatMap(({ children }) => children ?? []);
  return collect(tokens, 0).found;
}

/** The words alone, for places where no markup shows. */
export function wordsOfRichText(text: string): string {
  return wordsOf(parseRichText(text));
}

function wordsOf(parts: readonly Inline[]): string {
  return parts.map((part) => ("children" in part ? wordsOf(part.children) : part.text)).join("");
}

/** Reads tokens up to the one that closes the group they are in. */
function collect(tokens: readonly Token[], from: number): { readonly found: readonly Inline[]; readonly next: number } {
  const found: Inline[] = [];
  let at = from;
  for (let token = tokens[at]; token !== undefined && token.nesting >= 0; token = tokens[at]) {
    if (token.nesting === 0) {
      found.push(leafOf(token));
      at += 1;
      continue;
    }
    const inner = collect(tokens, at + 1);
    found.push(groupOf(token, inner.found));
    at = inner.next + 1;
  }
  return { found, next: at };
}

function leafOf({ type, content }: Token): Inline {
  if (type === "softbreak" || type === "hardbreak") return { kind: "text", text: " " };
  return { kind: type === "code_inline" ? "code" : "text", text: content };
}

function groupOf(token: Token, children: readonly Inline[]): Inline {
  if (token.type === "link_open") return { kind: "link", href: String(token.attrGet("href") ?? ""), children };
  return { kind: token.type === "strong_open" ? "strong" : "emphasis", children };
}

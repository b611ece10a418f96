import type { Language } from "../../diagnostics/index.ts";
import { type Inline, parseRichText } from "../rich-text.ts";
import { typographic } from "../typography.ts";
import { escapeCode, escapeMarkdown } from "./escape-markdown.ts";

/** A definition with its bold, italics, code and links written anew: nothing of its own markup is passed on. */
export function richMarkdown(text: string, language: Language): string {
  const parts = parseRichText(text);
  const [only] = parts;
  // A text on its own is escaped as a whole: what stands at its beginning could start a list or a heading.
  if (parts.length === 1 && only?.kind === "text") return escapeMarkdown(typographic(only.text, language));
  return parts
    .map((part) => partMarkdown(part, language))
    .join("")
    .trim();
}

function partMarkdown(part: Inline, language: Language): string {
  switch (part.kind) {
    case "text":
      return spaced(part.text, escapeMarkdown(typographic(part.text, language)));
    case "code":
      return escapeCode(part.text);
    case "strong":
      return `**${groupMarkdown(part.children, language)}**`;
    case "emphasis":
      return `*${groupMarkdown(part.children, language)}*`;
    case "link":
      return `[${groupMarkdown(part.children, language)}](<${part.href.replace(/[<>\\\s|]/g, encodeURIComponent)}>)`;
    default:
      return part satisfies never;
  }
}

function groupMarkdown(parts: readonly Inline[], language: Language): string {
  return parts.map((part) => partMarkdown(part, language)).join("");
}

/** Escaping takes spaces from the ends of a text; between parts they separate words. */
function spaced(text: string, escaped: string): string {
  if (escaped === "") return " ";
  return `${/^\s/.test(text) ? " " : ""}${escaped}${/\s$/.test(text) ? " " : ""}`;
}

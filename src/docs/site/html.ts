import Handlebars from "handlebars";
import type { Language } from "../../diagnostics/index.ts";
import { plainLine } from "../plain-line.ts";
import { type Inline, parseRichText } from "../rich-text.ts";
import { typographic } from "../typography.ts";

/** Markup of ours that a template may print as it is; everything else it prints is escaped. */
export type Markup = InstanceType<typeof Handlebars.SafeString>;

/** Marks a text as markup. Only what is built from escaped parts, or comes from this package, may get here. */
export function markup(text: string): Markup {
  return new Handlebars.SafeString(text);
}

/** True for markup of ours. */
export function isMarkup(value: object): boolean {
  return value instanceof Handlebars.SafeString;
}

/** A text for HTML between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return Handlebars.escapeExpression(text);
}

/** Contract text as it is printed: on one line, without hidden characters, set as the language asks. */
export function printedText(text: string, language: Language): string {
  return typographic(plainLine(text), language);
}

/** A definition with its bold, italics, code and links. */
export function richHtml(text: string, language: Language): Markup {
  return markup(inlineHtml(parseRichText(text), language));
}

function inlineHtml(parts: readonly Inline[], language: Language): string {
  return parts.map((part) => partHtml(part, language)).join("");
}

function partHtml(part: Inline, language: Language): string {
  switch (part.kind) {
    case "text":
      return escapeHtml(printedPart(part.text, language));
    case "code":
      return `<code>${escapeHtml(part.text)}</code>`;
    case "strong":
      return `<strong>${inlineHtml(part.children, language)}</strong>`;
    case "emphasis":
      return `<em>${inlineHtml(part.children, language)}</em>`;
    case "link":
      return `<a href="${escapeHtml(part.href)}" rel="noreferrer noopener">${inlineHtml(part.children, language)}</a>`;
    default:
      return part satisfies never;
  }
}

/** Spaces at the ends of a part separate it from its neighbours. */
function printedPart(text: string, language: Language): string {
  const printed = printedText(text, language);
  return `${/^\s/.test(text) ? " " : ""}${printed}${printed !== "" && /\s$/.test(text) ? " " : ""}`;
}

/** Data for a script of ours, in a `<script type="application/json">`: no `<` in it can end the element. */
export function jsonForScript(data: unknown): Markup {
  return markup(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
}

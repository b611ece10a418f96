import { plainLine } from "../plain-line.ts";

/**
 * A text that GitHub shows as it is written, in a paragraph, list item, heading, link text or table cell: every
 * character that could start markup is escaped with a backslash. `_` inside a word and a lone `&` are left alone,
 * since they are no markup and the file should stay readable as text.
 */
export function escapeMarkdown(text: string): string {
  const escaped = plainLine(text).replace(/[\\`*[\]<>|~$]/g, "\\$&");
  // Most texts have no underscore, and looking for letters around one is slow.
  const underscored = escaped.includes("_")
    ? escaped.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    : escaped;
  return underscored
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^([#+=-])/, "\\$1")
    .replace(/(?<=.)#(?=#*$)/g, "\\#")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** A name as inline code; one with unusual characters is shown as text, where it can be escaped. */
export function escapeCode(name: string): string {
  return /^[\w.:/-]+$/.test(name) ? `\`${name}\`` : escapeMarkdown(name);
}

/** The anchor of a heading; anything that is not one is a bug of the view model, since contract text never gets here. */
export function checkAnchor(anchor: string): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(anchor)) throw new Error(`Not an anchor: ${JSON.stringify(anchor)}`);
  return anchor;
}

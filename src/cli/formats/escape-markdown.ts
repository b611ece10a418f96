/**
 * Texts of a contract in Markdown are data: nothing in them may become markup, break a table, close a block, or call
 * somebody by an at sign.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]#|~!]/g, (sign) => `\\${sign}`)
    .replaceAll("@", "&#64;")
    .replaceAll(/\s*[\r\n]+\s*/g, " ");
}

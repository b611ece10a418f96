/** Letters, figures, spaces (also those of French), and signs that mean nothing to YAML inside a text. */
const plainText = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} \u00a0\u202f.'’()/_-]*[\p{L}\p{M}\p{N}.'’)])?$/u;
const numberedWords = /^\p{N}.* .*\p{L}/u;
/** What YAML 1.2, older YAML or a hurried reader takes for something else than a text. */
const notAText = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity)$/i;

/**
 * A quoted text in the one style: no quotes around plain words, else double quotes; left alone where that would need
 * an escape. Times, dates, numbers and texts with a sign that YAML knows keep their quotes.
 */
export function tidyQuotes(source: string): string {
  const inside = source.slice(1, -1);
  const isSingle = source.startsWith("'");
  if (inside.includes("\n") || inside.includes("\\")) return source;
  if (isSingle && inside.includes('"')) return source;
  const value = isSingle ? inside.replaceAll("''", "'") : inside;
  return isPlainWords(value) ? value : `"${value}"`;
}

function isPlainWords(value: string): boolean {
  if (!plainText.test(value) || notAText.test(value)) return false;
  return /^\p{L}/u.test(value) || numberedWords.test(value);
}

/** `a, b and c`: names in a sentence, with the last one after the conjunction. */
export function joinNames(names: readonly string[], conjunction: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${conjunction} ${names.at(-1) ?? ""}`;
}

/** The text with its first letter as a capital. */
export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The text with a small first letter, to go on inside a sentence. */
export function uncapitalise(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

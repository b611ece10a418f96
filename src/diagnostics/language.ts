/** The languages revpact itself speaks; a contract may use others for its own texts. */
export type Language = "en" | "fr";

/** Every language revpact speaks, English first. */
export const languages: readonly Language[] = ["en", "fr"];

/** One string per language revpact speaks. */
export type Bilingual = Readonly<Record<Language, string>>;

/** One sentence in each language of revpact. */
export function inBoth(sentence: (language: Language) => string): Bilingual {
  return { en: sentence("en"), fr: sentence("fr") };
}

/** What breaks a line or commands a terminal, and what shows a text in another order than it is written. */
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Unprintable characters as people write them: `\\n`, `\\u001b`, `\\u202e`. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (sign) =>
    /\p{Cc}/u.test(sign) ? JSON.stringify(sign).slice(1, -1) : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A text with a replacement character for each unprintable one, so that columns stay. */
export function withoutUnprintable(text: string): string {
  return text.replaceAll(unprintable, "\ufffd");
}

/** A name inside a sentence: "mql" in English, « mql » with no-break spaces in French. */
export function quote(name: string | number, language: Language): string {
  const shown = printable(String(name));
  return language === "fr" ? `«\u00a0${shown}\u00a0»` : `"${shown}"`;
}

/** Names in a sentence: `"a", "b" or "c"`; `limit` keeps long lists readable. */
export function quoteEach(names: readonly string[], language: Language, limit = 12): string {
  const shown = names.slice(0, limit).map((name) => quote(name, language));
  return names.length > limit ? `${shown.join(", ")}, …` : shown.join(", ");
}

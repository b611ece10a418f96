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

/** A name inside a sentence: "mql" in English, « mql » with no-break spaces in French. */
export function quote(name: string | number, language: Language): string {
  return language === "fr" ? `«\u00a0${name}\u00a0»` : `"${name}"`;
}

/** Names in a sentence: `"a", "b" or "c"`; `limit` keeps long lists readable. */
export function quoteEach(names: readonly string[], language: Language, limit = 12): string {
  const shown = names.slice(0, limit).map((name) => quote(name, language));
  return names.length > limit ? `${shown.join(", ")}, …` : shown.join(", ");
}

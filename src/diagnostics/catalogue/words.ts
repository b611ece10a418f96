import { quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** The codes of the family I18, DOC: names, weights and messages. */
export const wordRows = {
  I18001: row<{ key: string; missing: readonly string[]; languages: readonly string[] }>({
    name: "missing-translation",
    severity: "error",
    message: {
      en: ({ key, missing }) => `${quote(key, "en")} is missing in ${quoteEach(missing, "en")}`,
      fr: ({ key, missing }) => `${quote(key, "fr")} manque en ${quoteEach(missing, "fr")}`,
    },
    help: {
      en: ({ languages }) =>
        `write it in every language of the contract: { ${languages.map((code) => `${code}: …`).join(", ")} }`,
      fr: ({ languages }) =>
        `l'écrire dans chaque langue du contrat\u00a0: { ${languages.map((code) => `${code}: …`).join(", ")} }`,
    },
    why: {
      en: "one side would sign a text it can't read",
      fr: "l'une des parties signerait un texte qu'elle ne peut pas lire",
    },
  }),
  I18002: row<{ clause: string; stale: readonly string[]; changed: readonly string[] }>({
    name: "stale-translation",
    severity: "warning",
    message: {
      en: ({ clause, stale, changed }) =>
        `${quote(clause, "en")} changed in ${quoteEach(changed, "en")} and not in ${quoteEach(stale, "en")}`,
      fr: ({ clause, stale, changed }) =>
        `${quote(clause, "fr")} a changé en ${quoteEach(changed, "fr")} et pas en ${quoteEach(stale, "fr")}`,
    },
    help: {
      en: ({ stale }) => `bring ${quoteEach(stale, "en")} up to date, or check that it still says the same`,
      fr: ({ stale }) => `mettre à jour ${quoteEach(stale, "fr")}, ou vérifier que le sens y reste le même`,
    },
    why: {
      en: "the two sides would hold different texts to be the agreement",
      fr: "les deux parties tiendraient pour l'accord deux textes différents",
    },
  }),
  I18004: row<{ word: string; term: string }>({
    name: "glossary-violation",
    severity: "warning",
    message: {
      en: ({ word, term }) => `${quote(word, "en")} is a word to avoid: the glossary calls it ${quote(term, "en")}`,
      fr: ({ word, term }) => `${quote(word, "fr")} est un mot à éviter\u00a0: le glossaire dit ${quote(term, "fr")}`,
    },
    help: {
      en: ({ term }) => `write "${term}"`,
      fr: ({ term }) => `écrire «\u00a0${term}\u00a0»`,
    },
    why: {
      en: "two words for one thing become two things",
      fr: "deux mots pour une chose deviennent deux choses",
    },
  }),
  DOC951: row<{ stage: string }>({
    name: "missing-definition",
    severity: "warning",
    message: {
      en: ({ stage }) => `The stage ${quote(stage, "en")} has no definition`,
      fr: ({ stage }) => `L'étape ${quote(stage, "fr")} n'a pas de définition`,
    },
    help: {
      en: () => "say in one sentence what is true of a record in this stage: definition",
      fr: () => "dire en une phrase ce qui est vrai d'un lead à cette étape\u00a0: definition",
    },
    why: {
      en: "the same word will mean a signal of interest to one and a likely deal to the other",
      fr: "le même mot voudra dire un signe d'intérêt pour l'un et une affaire probable pour l'autre",
    },
  }),
};

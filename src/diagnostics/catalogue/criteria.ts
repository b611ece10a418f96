import { quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** The codes of the family CRI: names, weights and messages. */
export const criteriaRows = {
  CRI406: row<{ operator: string; subject: string; type: string; allowed: readonly string[] }>({
    name: "operator-type-mismatch",
    severity: "error",
    message: {
      en: ({ operator, subject, type }) =>
        `${quote(operator, "en")} can't be asked of ${quote(subject, "en")}, which is ${typeEn[type] ?? type}`,
      fr: ({ operator, subject, type }) =>
        `${quote(operator, "fr")} ne s'applique pas à ${quote(subject, "fr")}, qui est ${typeFr[type] ?? type}`,
    },
    help: {
      en: ({ allowed }) => `use ${quoteEach(allowed, "en", 20)}`,
      fr: ({ allowed }) => `employer ${quoteEach(allowed, "fr", 20)}`,
    },
    why: {
      en: "the condition could never be checked, in the CRM or by a person",
      fr: "la condition ne pourrait être vérifiée ni par le CRM ni par une personne",
    },
  }),
  CRI407: row<{ field: string; option: string; suggestion: string; known: readonly string[] }>({
    name: "unknown-option",
    severity: "error",
    message: {
      en: ({ field, option, suggestion }) =>
        `${quote(field, "en")} has no option ${quote(option, "en")}${suggestion === "" ? "" : `; did you mean ${quote(suggestion, "en")}`}`,
      fr: ({ field, option, suggestion }) =>
        `${quote(field, "fr")} n'a pas d'option ${quote(option, "fr")}${suggestion === "" ? "" : `\u202f; vouliez-vous dire ${quote(suggestion, "fr")}`}`,
    },
    help: {
      en: ({ known }) => `use one of ${quoteEach(known, "en", 20)}`,
      fr: ({ known }) => `prendre parmi ${quoteEach(known, "fr", 20)}`,
    },
    why: {
      en: "no lead would ever match",
      fr: "aucun lead n'y répondrait jamais",
    },
  }),
};

const typeEn: Readonly<Record<string, string>> = {
  text: "a text",
  number: "a number",
  money: "an amount",
  boolean: "yes or no",
  date: "a date",
  datetime: "a moment",
  enum: "a choice",
  enums: "several choices",
  signal: "a signal",
  linked: "a linked record",
};
const typeFr: Readonly<Record<string, string>> = {
  text: "un texte",
  number: "un nombre",
  money: "un montant",
  boolean: "un oui ou non",
  date: "une date",
  datetime: "un instant",
  enum: "un choix",
  enums: "un choix multiple",
  signal: "un signal",
  linked: "un enregistrement lié",
};

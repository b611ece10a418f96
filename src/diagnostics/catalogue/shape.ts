import { type Language, quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** The kinds of value a contract is made of, for messages. */
const kinds: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    string: "a text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
    object: "a group of keys",
    array: "a list",
    null: "nothing",
    endless: "a number without an end",
  },
  fr: {
    string: "un texte",
    number: "un nombre",
    integer: "un nombre entier",
    boolean: "true ou false",
    object: "un groupe de clés",
    array: "une liste",
    null: "rien",
    endless: "un nombre sans fin",
  },
};

function kindsIn(list: readonly string[], language: Language): string {
  return list.map((kind) => kinds[language][kind] ?? kind).join(language === "fr" ? " ou " : " or ");
}

/** One key, or the keys of which one is needed, separated by commas. */
function oneOf(key: string, language: Language): string {
  const keys = key.split(", ");
  if (keys.length === 1) return quote(key, language);
  return `${language === "fr" ? "une de ces clés\u00a0:" : "one of"} ${quoteEach(keys, language, 20)}`;
}

function meant(suggestion: string, language: Language): string {
  if (suggestion === "") return "";
  return language === "fr"
    ? `\u202f; vouliez-vous dire ${quote(suggestion, "fr")}`
    : `; did you mean ${quote(suggestion, "en")}`;
}

/** The codes of the family SCH: names, weights and messages. */
export const shapeRows = {
  SCH101: row<{ key: string; place: string; suggestion: string; known: readonly string[] }>({
    name: "unknown-key",
    severity: "error",
    message: {
      en: ({ key, place, suggestion }) => `There is no key ${quote(key, "en")} in ${place}${meant(suggestion, "en")}`,
      fr: ({ key, suggestion }) => `La clé ${quote(key, "fr")} n'existe pas à cet endroit${meant(suggestion, "fr")}`,
    },
    help: {
      en: ({ known, suggestion }) =>
        suggestion === "" ? `the keys here are ${quoteEach(known, "en", 30)}` : `write "${suggestion}"`,
      fr: ({ known, suggestion }) =>
        suggestion === ""
          ? `les clés possibles ici sont ${quoteEach(known, "fr", 30)}`
          : `écrire «\u00a0${suggestion}\u00a0»`,
    },
    why: {
      en: "a rule under a misspelt key would bind nobody",
      fr: "une règle sous une clé mal écrite n'engagerait personne",
    },
  }),
  SCH102: row<{ key: string; place: string }>({
    name: "missing-key",
    severity: "error",
    message: {
      en: ({ key, place }) => `${place === "" ? "This" : capital(place)} needs ${oneOf(key, "en")}`,
      fr: ({ key }) => `Il manque ici ${key.includes(", ") ? oneOf(key, "fr") : `la clé ${quote(key, "fr")}`}`,
    },
    help: {
      en: ({ key }) => (key.includes(", ") ? "add the one that says what was agreed" : `add "${key}:"`),
      fr: ({ key }) =>
        key.includes(", ") ? "ajouter celle qui dit ce qui a été convenu" : `ajouter «\u00a0${key}:\u00a0»`,
    },
    why: {
      en: "what is left out is settled by each reader in their own way",
      fr: "ce qui n'est pas écrit, chacun le décide à sa façon",
    },
  }),
  SCH103: row<{ key: string; expected: readonly string[]; found: string; form: string }>({
    name: "wrong-type",
    severity: "error",
    message: {
      en: ({ key, expected, found }) =>
        `${key === "" ? "This file" : quote(key, "en")} must be ${kindsIn(expected, "en")}, not ${kinds.en[found] ?? found}`,
      fr: ({ key, expected, found }) =>
        `${key === "" ? "Ce fichier" : quote(key, "fr")} doit être ${kindsIn(expected, "fr")}, pas ${kinds.fr[found] ?? found}`,
    },
    help: {
      en: ({ expected, form }) => `write ${kindsIn(expected, "en")} here${form === "" ? "" : `, such as ${form}`}`,
      fr: ({ expected, form }) => `écrire ici ${kindsIn(expected, "fr")}${form === "" ? "" : `, comme ${form}`}`,
    },
    why: {
      en: "revpact can't tell what was agreed",
      fr: "revpact ne peut pas savoir ce qui a été convenu",
    },
  }),
  SCH104: row<{ key: string; written: string; choices: readonly string[]; form: string; suggestion: string }>({
    name: "invalid-choice",
    severity: "error",
    message: {
      en: ({ key, written, choices, suggestion }) =>
        choices.length > 0
          ? `${quote(written, "en")} is not one of the values of ${quote(key, "en")}${meant(suggestion, "en")}`
          : `${quote(written, "en")} can't be read as a value of ${quote(key, "en")}${meant(suggestion, "en")}`,
      fr: ({ key, written, choices, suggestion }) =>
        choices.length > 0
          ? `${quote(written, "fr")} n'est pas une des valeurs de ${quote(key, "fr")}${meant(suggestion, "fr")}`
          : `${quote(written, "fr")} ne peut pas être lu comme une valeur de ${quote(key, "fr")}${meant(suggestion, "fr")}`,
    },
    help: {
      en: ({ choices, form }) =>
        choices.length > 0 ? `choose one of ${quoteEach(choices, "en", 20)}` : `write it like ${form}`,
      fr: ({ choices, form }) =>
        choices.length > 0 ? `choisir parmi ${quoteEach(choices, "fr", 20)}` : `l'écrire comme ${form}`,
    },
    why: {
      en: "both sides must read the same thing in it",
      fr: "les deux parties doivent y lire la même chose",
    },
  }),
  SCH105: row<{ id: string; isReserved: string }>({
    name: "invalid-id",
    severity: "error",
    message: {
      en: ({ id, isReserved }) =>
        isReserved === "yes"
          ? `${quote(id, "en")} is a word of the language and can't name an entry`
          : `${quote(id, "en")} can't be used as a name`,
      fr: ({ id, isReserved }) =>
        isReserved === "yes"
          ? `${quote(id, "fr")} est un mot du langage et ne peut pas nommer une entrée`
          : `${quote(id, "fr")} ne peut pas servir de nom`,
    },
    help: {
      en: () =>
        "use lower-case letters, digits and single hyphens, such as account-executive; the words people read go into label",
      fr: () =>
        "employer des minuscules sans accent, des chiffres et des traits d'union simples, comme commercial-nord\u202f; le libellé va dans label",
    },
    why: {
      en: "names become names in the CRM, where other characters are refused",
      fr: "les noms deviennent des noms dans le CRM, qui refuse les autres caractères",
    },
  }),
  SCH106: row<{ written: string; supported: string }>({
    name: "unsupported-version",
    severity: "error",
    message: {
      en: ({ written }) => `This revpact does not know version ${quote(written, "en")} of the contract language`,
      fr: ({ written }) => `Ce revpact ne connaît pas la version ${quote(written, "fr")} du langage de contrat`,
    },
    help: {
      en: ({ supported }) => `write revpact: ${supported}, or install a newer revpact`,
      fr: ({ supported }) => `écrire revpact: ${supported}, ou installer un revpact plus récent`,
    },
    why: {
      en: "read by other rules, the contract would mean something else",
      fr: "lu avec d'autres règles, le contrat dirait autre chose",
    },
  }),
  SCH107: row<{ key: string }>({
    name: "not-built-yet",
    severity: "warning",
    message: {
      en: ({ key }) => `${quote(key, "en")} is understood but this version of revpact does not act on it yet`,
      fr: ({ key }) => `${quote(key, "fr")} est compris, mais cette version de revpact n'en fait encore rien`,
    },
    help: {
      en: () => "do by hand what it asks for, and update revpact when it can",
      fr: () => "faire à la main ce qu'il demande, et mettre revpact à jour quand il saura le faire",
    },
    why: {
      en: "you would believe it done",
      fr: "on le croirait fait",
    },
  }),
  SCH108: row<{ isPart: "yes" | "no" }>({
    name: "empty-contract",
    severity: "error",
    message: {
      en: ({ isPart }) => (isPart === "yes" ? "No contract lies beside this part of one" : "There is no contract here"),
      fr: ({ isPart }) =>
        isPart === "yes"
          ? "Aucun contrat ne se trouve à côté de cette partie de contrat"
          : "Il n'y a pas de contrat ici",
    },
    help: {
      en: ({ isPart }) =>
        isPart === "yes"
          ? "move it into the folder of its contract.yaml, or take partOf out"
          : "start with `revpact: 1` and `name:`, or copy a contract from the examples of the package",
      fr: ({ isPart }) =>
        isPart === "yes"
          ? "la placer dans le dossier de son contract.yaml, ou retirer partOf"
          : "commencer par `revpact: 1` et `name:`, ou copier un contrat des exemples du paquet",
    },
    why: {
      en: "without a written rule people improvise",
      fr: "sans règle écrite, chacun improvise",
    },
  }),
  SCH109: row<{ written: string; problem: "ambiguous" | "unknown"; suggestion: string }>({
    name: "ambiguous-duration",
    severity: "error",
    message: {
      en: ({ written, problem }) =>
        problem === "ambiguous"
          ? `${quote(written, "en")} does not say which time it counts`
          : `${quote(written, "en")} is not a duration`,
      fr: ({ written, problem }) =>
        problem === "ambiguous"
          ? `${quote(written, "fr")} ne dit pas quel temps il compte`
          : `${quote(written, "fr")} n'est pas une durée`,
    },
    help: {
      en: ({ problem, suggestion }) => `write ${durationsMeant(problem, suggestion, "en").join(" or ")}`,
      fr: ({ problem, suggestion }) => `écrire ${durationsMeant(problem, suggestion, "fr").join(" ou ")}`,
    },
    why: {
      en: "24 hours is one day for a clock and three for an office open from 9 to 5",
      fr: "24 heures font un jour pour une horloge et trois pour un bureau ouvert de 9 h à 17 h",
    },
  }),
};

/** What to write instead; where the kind of time was not said, both kinds, since only the parties know. */
function durationsMeant(problem: "ambiguous" | "unknown", suggestion: string, language: Language): readonly string[] {
  if (suggestion === "")
    return ["4 business hours", "2 business days", "90 calendar days", "6 months"].map((form) => quote(form, language));
  const other = suggestion.replace(" business ", " calendar ");
  const isOpen = problem === "ambiguous" && /^\d/.test(suggestion) && other !== suggestion;
  return (isOpen ? [suggestion, other] : [suggestion]).map((form) => quote(form, language));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

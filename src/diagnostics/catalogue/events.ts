import { type Language, quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** Why a text is no moment. */
export type TimeProblem = "date-only" | "impossible" | "day-first" | "number" | "unreadable" | "after-typing";

/** Why a text is no value of its field. */
export type ValueProblem =
  | "number"
  | "ambiguous-number"
  | "out-of-range"
  | "boolean"
  | "date"
  | "datetime"
  | "option"
  | "ambiguous-option";

/** How a row of a file is broken. */
export type RowProblem = "unclosed-quote" | "stray-quote" | "cells" | "too-long" | "given-up";

/** What a name in a row of events may be the name of. */
export type EventNameKind = "field" | "signal" | "touch" | "stage" | "handoff" | "reason" | "status" | "object";

const nouns: Readonly<Record<Language, Readonly<Record<EventNameKind, string>>>> = {
  en: {
    field: "field",
    signal: "signal",
    touch: "kind of touch",
    stage: "stage",
    handoff: "handoff",
    reason: "reason",
    status: "status",
    object: "stage or object",
  },
  fr: {
    field: "Aucun champ",
    signal: "Aucun signal",
    touch: "Aucun type de contact",
    stage: "Aucune étape",
    handoff: "Aucune transmission",
    reason: "Aucun motif",
    status: "Aucun statut",
    object: "Aucune étape et aucun objet",
  },
};

const timeProblems: Readonly<Record<Language, Readonly<Record<TimeProblem, string>>>> = {
  en: {
    "date-only": "is a day without a time",
    impossible: "does not exist",
    "day-first": "may be read with the day or the month first",
    number: "is a number, not a moment",
    unreadable: "is no moment",
    "after-typing": "is later than the moment it was typed in",
  },
  fr: {
    "date-only": "est un jour sans heure",
    impossible: "n'existe pas",
    "day-first": "peut se lire en commençant par le jour ou par le mois",
    number: "est un nombre, pas un moment",
    unreadable: "n'est pas un moment",
    "after-typing": "est postérieur au moment de la saisie",
  },
};

const valueProblems: Readonly<Record<Language, Readonly<Record<ValueProblem, string>>>> = {
  en: {
    number: "it holds a number",
    "ambiguous-number": "this may be a number of thousands or one with three decimals",
    "out-of-range": "it is outside the limits",
    boolean: "it holds true or false",
    date: "it holds a date such as 2027-03-01",
    datetime: "it holds a moment such as 2027-03-01T09:00",
    option: "it is none of its options",
    "ambiguous-option": "several of its options are called so",
  },
  fr: {
    number: "il contient un nombre",
    "ambiguous-number": "ce peut être un nombre de milliers, ou un nombre à trois décimales",
    "out-of-range": "c'est hors des limites",
    boolean: "il contient vrai ou faux",
    date: "il contient une date comme 2027-03-01",
    datetime: "il contient un moment comme 2027-03-01T09:00",
    option: "ce n'est aucune de ses options",
    "ambiguous-option": "plusieurs de ses options portent ce nom",
  },
};

const rowProblems: Readonly<
  Record<Language, Readonly<Record<RowProblem, (args: { cells: number; expected: number }) => string>>>
> = {
  en: {
    "unclosed-quote": () => "A quotation mark opens here and nothing closes it",
    "stray-quote": () => "A quotation mark stands in the middle of a cell",
    cells: ({ cells, expected }) =>
      `This row has ${cells} ${cells === 1 ? "cell" : "cells"}, the header has ${expected}`,
    "too-long": () => "This row is longer than a row can be",
    "given-up": () => "Too many rows are broken: from here on nothing was read",
  },
  fr: {
    "unclosed-quote": () => "Un guillemet s'ouvre ici et rien ne le ferme",
    "stray-quote": () => "Un guillemet se trouve au milieu d'une cellule",
    cells: ({ cells, expected }) =>
      `Cette ligne a ${cells} ${cells < 2 ? "cellule" : "cellules"}, l'en-tête en a ${expected}`,
    "too-long": () => "Cette ligne est plus longue qu'une ligne ne peut l'être",
    "given-up": () => "Trop de lignes sont abîmées\u00a0: à partir d'ici, rien n'a été lu",
  },
};

const separators: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars" },
  fr: { ",": "des virgules", ";": "des points-virgules", "\t": "des tabulations", "|": "des barres verticales" },
};

function separatorName(separator: string, language: Language): string {
  return separators[language][separator] ?? quote(separator, language);
}

const asOption = (separator: string): string => (separator === "\t" ? "tab" : `"${separator}"`);

const wrongNumber = {
  en: "a row that is read otherwise than it was meant gives a wrong number that nobody notices",
  fr: "une ligne lue autrement qu'elle n'a été écrite donne un chiffre faux que personne ne remarque",
};

const suggested = (suggestion: string, language: Language): string => {
  if (suggestion === "") return "";
  return language === "en"
    ? `; did you mean ${quote(suggestion, "en")}`
    : `\u202f; vouliez-vous dire ${quote(suggestion, "fr")}`;
};

/** The codes of the family EVT: what is wrong with a file of recorded events. */
export const eventRows = {
  EVT001: row<{ column: string; key: string; found: readonly string[] }>({
    name: "column-missing",
    severity: "error",
    message: {
      en: ({ column }) => `There is no column ${quote(column, "en")}`,
      fr: ({ column }) => `Il n'y a pas de colonne ${quote(column, "fr")}`,
    },
    help: {
      en: ({ column, found }) =>
        `name the column that holds it: --column "${column}=…", one of ${quoteEach(found, "en")}`,
      fr: ({ key, found }) =>
        found.length === 0
          ? "écrire les noms des colonnes dans la première ligne"
          : `nommer la colonne qui la contient\u00a0: --column "${key}=…", parmi ${quoteEach(found, "fr")}`,
    },
    why: {
      en: "without record, moment and event nobody knows what happened to whom and when",
      fr: "sans fiche, moment et événement, personne ne sait ce qui est arrivé, à qui et quand",
    },
  }),
  EVT002: row<{ used: string; likely: string }>({
    name: "wrong-separator",
    severity: "error",
    message: {
      en: ({ used, likely }) =>
        `The cells are separated by ${separatorName(likely, "en")}, not by ${separatorName(used, "en")}`,
      fr: ({ used, likely }) =>
        `Les cellules sont séparées par ${separatorName(likely, "fr")}, pas par ${separatorName(used, "fr")}`,
    },
    help: {
      en: ({ likely }) => `run it again with --separator ${asOption(likely)}`,
      fr: ({ likely }) => `relancer avec --separator ${asOption(likely)}`,
    },
    why: wrongNumber,
  }),
  EVT003: row<{ encoding: "UTF-16" | "Latin-1" | "binary"; file: string }>({
    name: "wrong-encoding",
    severity: "error",
    message: {
      en: ({ encoding }) =>
        encoding === "binary"
          ? "This file is not text: a workbook, perhaps, or an archive"
          : `This file is not in UTF-8 but ${encoding === "UTF-16" ? "in UTF-16" : "probably in Latin-1 (Windows-1252)"}`,
      fr: ({ encoding }) =>
        encoding === "binary"
          ? "Ce fichier n'est pas du texte\u00a0: un classeur, peut-être, ou une archive"
          : `Ce fichier n'est pas en UTF-8 mais ${encoding === "UTF-16" ? "en UTF-16" : "sans doute en Latin-1 (Windows-1252)"}`,
    },
    help: {
      en: ({ encoding, file }) => encodingRemedy(encoding, file).en,
      fr: ({ encoding, file }) => encodingRemedy(encoding, file).fr,
    },
    why: {
      en: "an accent read wrongly makes a name that the agreement does not know",
      fr: "un accent mal lu donne un nom que l'accord ne connaît pas",
    },
  }),
  EVT004: row<{ problem: RowProblem; cells: number; expected: number }>({
    name: "broken-row",
    severity: "error",
    message: {
      en: ({ problem, cells, expected }) => rowProblems.en[problem]({ cells, expected }),
      fr: ({ problem, cells, expected }) => rowProblems.fr[problem]({ cells, expected }),
    },
    help: {
      en: () =>
        'put a cell that holds a separator, a line break or a quotation mark between ", and double each " in it',
      fr: () =>
        'mettre entre " la cellule qui contient un séparateur, un saut de ligne ou un guillemet, et y doubler chaque "',
    },
    why: wrongNumber,
  }),
  EVT005: row<{ name: string; suggestion: string; known: readonly string[] }>({
    name: "unknown-event",
    severity: "error",
    message: {
      en: ({ name, suggestion }) => `There is no event ${quote(name, "en")}${suggested(suggestion, "en")}`,
      fr: ({ name, suggestion }) => `Aucun événement ${quote(name, "fr")} n'existe${suggested(suggestion, "fr")}`,
    },
    help: {
      en: ({ known }) => `write one of ${quoteEach(known, "en", 20)}`,
      fr: ({ known }) => `écrire l'un de ${quoteEach(known, "fr", 20)}`,
    },
    why: wrongNumber,
  }),
  EVT006: row<{ kind: EventNameKind; name: string; suggestion: string; known: readonly string[] }>({
    name: "unknown-name",
    severity: "error",
    message: {
      en: ({ kind, name, suggestion }) =>
        `The contract has no ${nouns.en[kind]} ${quote(name, "en")}${suggested(suggestion, "en")}`,
      fr: ({ kind, name, suggestion }) =>
        `${nouns.fr[kind]} du contrat ne s'appelle ${quote(name, "fr")}${suggested(suggestion, "fr")}`,
    },
    help: {
      en: ({ known }) =>
        known.length === 0 ? "take the row out: the contract has none" : `write one of ${quoteEach(known, "en", 20)}`,
      fr: ({ known }) =>
        known.length === 0
          ? "retirer la ligne\u00a0: le contrat n'en a pas"
          : `écrire l'un de ${quoteEach(known, "fr", 20)}`,
    },
    why: wrongNumber,
  }),
  EVT007: row<{ written: string; problem: TimeProblem }>({
    name: "unreadable-time",
    severity: "error",
    message: {
      en: ({ written, problem }) => `${quote(written, "en")} ${timeProblems.en[problem]}`,
      fr: ({ written, problem }) => `${quote(written, "fr")} ${timeProblems.fr[problem]}`,
    },
    help: {
      en: ({ problem }) =>
        problem === "date-only"
          ? "add the time, such as 2027-03-01 09:00: deadlines count business minutes"
          : "write it like 2027-03-01 09:00, or with an offset like 2027-03-01T08:00:00Z",
      fr: ({ problem }) =>
        problem === "date-only"
          ? "ajouter l'heure, comme 2027-03-01 09:00\u00a0: les délais comptent des minutes ouvrées"
          : "écrire comme 2027-03-01 09:00, ou avec un décalage comme 2027-03-01T08:00:00Z",
    },
    why: {
      en: "a moment that is guessed makes a deadline kept or missed by chance",
      fr: "un moment deviné fait qu'un délai est tenu ou manqué par hasard",
    },
  }),
  EVT008: row<{
    field: string;
    written: string;
    problem: ValueProblem;
    suggestion: string;
    known: readonly string[];
    limits: string;
  }>({
    name: "unreadable-value",
    severity: "error",
    message: {
      en: ({ field, written, problem, suggestion, limits }) =>
        `The field ${quote(field, "en")} can't hold ${quote(written, "en")}: ${valueProblems.en[problem]}${limits === "" ? "" : ` (${limits})`}${suggested(suggestion, "en")}`,
      fr: ({ field, written, problem, suggestion, limits }) =>
        `Le champ ${quote(field, "fr")} ne peut pas contenir ${quote(written, "fr")}\u00a0: ${valueProblems.fr[problem]}${limits === "" ? "" : ` (${limits})`}${suggested(suggestion, "fr")}`,
    },
    help: {
      en: ({ problem, known }) => valueRemedy(problem, known).en,
      fr: ({ problem, known }) => valueRemedy(problem, known).fr,
    },
    why: wrongNumber,
  }),
  EVT009: row<{ column: string; event: string }>({
    name: "empty-cell",
    severity: "error",
    message: {
      en: ({ column, event }) =>
        event === ""
          ? `The cell ${quote(column, "en")} is empty`
          : `The cell ${quote(column, "en")} is empty, and ${quote(event, "en")} needs it`,
      fr: ({ column, event }) =>
        event === ""
          ? `La cellule ${quote(column, "fr")} est vide`
          : `La cellule ${quote(column, "fr")} est vide, et ${quote(event, "fr")} en a besoin`,
    },
    help: {
      en: ({ column }) => `fill in ${quote(column, "en")}, or take the row out`,
      fr: ({ column }) => `remplir ${quote(column, "fr")}, ou retirer la ligne`,
    },
    why: wrongNumber,
  }),
  EVT010: row<{ record: string; line: number }>({
    name: "out-of-order",
    severity: "warning",
    message: {
      en: ({ record, line }) => `This happened to ${quote(record, "en")} before what line ${line} says above it`,
      fr: ({ record, line }) => `C'est arrivé à ${quote(record, "fr")} avant ce que dit plus haut la ligne ${line}`,
    },
    help: {
      en: () =>
        "nothing to do: the rows of a record are put in order of time; check the date if that is not what you meant",
      fr: () =>
        "rien à faire\u00a0: les lignes d'une fiche sont remises dans l'ordre du temps\u202f; vérifier la date si ce n'est pas voulu",
    },
    why: {
      en: "a date typed wrongly often shows itself by its place",
      fr: "une date mal saisie se trahit souvent par sa place",
    },
  }),
  EVT011: row<{ record: string; line: number }>({
    name: "twice",
    severity: "warning",
    message: {
      en: ({ record, line }) =>
        `This row about ${quote(record, "en")} says the same as line ${line}: it is counted once`,
      fr: ({ record, line }) =>
        `Cette ligne sur ${quote(record, "fr")} dit la même chose que la ligne ${line}\u00a0: elle est comptée une fois`,
    },
    help: {
      en: () => "take one of the two out; if it happened twice, write the seconds",
      fr: () => "retirer l'une des deux\u202f; si c'est arrivé deux fois, écrire les secondes",
    },
    why: wrongNumber,
  }),
  EVT012: row<{ written: string; now: string }>({
    name: "in-the-future",
    severity: "error",
    message: {
      en: ({ written, now }) => `${quote(written, "en")} has not come yet: it is ${now}`,
      fr: ({ written, now }) => `${quote(written, "fr")} n'est pas encore arrivé\u00a0: nous sommes le ${now}`,
    },
    help: {
      en: () => "correct the date; recorded events are past",
      fr: () => "corriger la date\u202f; des événements enregistrés sont passés",
    },
    why: wrongNumber,
  }),
  EVT013: row<{ record: string }>({
    name: "rows-apart",
    severity: "error",
    message: {
      en: ({ record }) => `The rows of ${quote(record, "en")} do not stand together`,
      fr: ({ record }) => `Les lignes de ${quote(record, "fr")} ne sont pas ensemble`,
    },
    help: {
      en: () => "sort the file by record: one of more than 64 MB is read lead by lead",
      fr: () => "trier le fichier par fiche\u00a0: au-delà de 64 Mo il est lu lead par lead",
    },
    why: {
      en: "half a story would be judged as a whole one",
      fr: "une moitié d'histoire serait jugée comme une histoire entière",
    },
  }),
  EVT014: row<{ column: string; suggestion: string }>({
    name: "unread-column",
    severity: "warning",
    message: {
      en: ({ column, suggestion }) => `The column ${quote(column, "en")} is not read${suggested(suggestion, "en")}`,
      fr: ({ column, suggestion }) => `La colonne ${quote(column, "fr")} n'est pas lue${suggested(suggestion, "fr")}`,
    },
    help: {
      en: () => "map it by --column name=header, call it field:name if it holds a field, or take it out",
      fr: () => "l'associer par --column nom=en-tête, l'appeler field:nom si elle contient un champ, ou la retirer",
    },
    why: wrongNumber,
  }),
  EVT015: row<{ record: string; line: number }>({
    name: "unknown-order",
    severity: "error",
    message: {
      en: ({ record, line }) =>
        `This row about ${quote(record, "en")} contradicts line ${line}, which is of the same moment`,
      fr: ({ record, line }) =>
        `Cette ligne sur ${quote(record, "fr")} contredit la ligne ${line}, qui est du même moment`,
    },
    help: {
      en: () => "write the moments to the second, so that it is known which came last",
      fr: () => "écrire les moments à la seconde, pour qu'on sache lequel est le dernier",
    },
    why: wrongNumber,
  }),
  EVT016: row<{ column: string }>({
    name: "column-twice",
    severity: "error",
    message: {
      en: ({ column }) => `Two columns are called ${quote(column, "en")}`,
      fr: ({ column }) => `Deux colonnes s'appellent ${quote(column, "fr")}`,
    },
    help: {
      en: () => "rename or remove one of them",
      fr: () => "renommer ou retirer l'une des deux",
    },
    why: wrongNumber,
  }),
};

function encodingRemedy(encoding: "UTF-16" | "Latin-1" | "binary", file: string): Readonly<Record<Language, string>> {
  if (encoding === "binary")
    return {
      en: "save it as CSV in UTF-8 from the program that made it",
      fr: "l'enregistrer en CSV UTF-8 depuis le logiciel qui l'a produit",
    };
  const [name, command] = encoding === "UTF-16" ? ["UTF-16", "UTF-16"] : ["Windows-1252", "WINDOWS-1252"];
  const convert = `iconv -f ${command} -t UTF-8 "${file}" > "${file.replace(/\.[^./]*$/, "")}.utf8.csv"`;
  if (encoding === "UTF-16")
    return { en: `convert it from ${name}: ${convert}`, fr: `le convertir depuis l'${name}\u00a0: ${convert}` };
  return {
    en: `read it with --encoding latin1, or convert it: ${convert}`,
    fr: `le lire avec --encoding latin1, ou le convertir\u00a0: ${convert}`,
  };
}

function valueRemedy(problem: ValueProblem, known: readonly string[]): Readonly<Record<Language, string>> {
  switch (problem) {
    case "ambiguous-number":
      return {
        en: "write it without a separator of thousands, or say --decimal point or --decimal comma",
        fr: "l'écrire sans séparateur de milliers, ou dire --decimal point ou --decimal comma",
      };
    case "option":
    case "ambiguous-option":
      return { en: `write one of ${quoteEach(known, "en")}`, fr: `écrire l'un de ${quoteEach(known, "fr")}` };
    case "number":
      return {
        en: "write the number alone, without currency, unit or percent sign",
        fr: "écrire le nombre seul, sans devise, unité ni signe de pourcentage",
      };
    default:
      return { en: "give the field a value of its type", fr: "donner au champ une valeur de son type" };
  }
}

import type { ConditionWords, SignalPhrase } from "./describe-lexicon.ts";

/** `a, b ou c`. */
function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ou ${names.at(-1) ?? ""}`;
}

function occurrence({ times, past }: SignalPhrase): string {
  const often = times > 1 ? ` au moins ${times} fois` : "";
  return `${often}${past === undefined ? "" : ` au cours ${past}`}`;
}

// A label may be of either gender: no phrase makes an adjective or participle agree with one.
/** Conditions in French. */
export const frenchConditionWords: ConditionWords = {
  is: (subject, value) => `${subject} vaut ${value}`,
  isNot: (subject, value) => `${subject} ne vaut pas ${value}`,
  isOneOf: (subject, values) => `${subject} vaut ${oneOf(values)}`,
  isNoneOf: (subject, values) => `${subject} ne vaut ${values.map((value) => `ni ${value}`).join(" ")}`,
  atLeast: (subject, value) => `${subject} est d'au moins ${value}`,
  atMost: (subject, value) => `${subject} est d'au plus ${value}`,
  moreThan: (subject, value) => `${subject} dépasse ${value}`,
  lessThan: (subject, value) => `${subject} est en dessous de ${value}`,
  between: (subject, low, high) => `${subject} se situe entre ${low} et ${high}`,
  isKnown: (subject) => `le champ ${subject} est renseigné`,
  isUnknown: (subject) => `le champ ${subject} n'est pas renseigné`,
  contains: (subject, value) => `${subject} contient ${value}`,
  inThePast: (subject, duration) => `${subject} date de moins de ${duration}`,
  inTheFuture: (subject, duration) => `${subject} tombe dans moins de ${duration}`,
  before: (subject, date) => `${subject} tombe avant le ${date}`,
  after: (subject, date) => `${subject} tombe après le ${date}`,
  orUnknown: (phrase) => `${phrase}, ou reste à renseigner`,
  signal: (signal) => `${signal.label}${occurrence(signal)}`,
  noSignal: (signal) => `aucun signal ${signal.label}${occurrence(signal)}`,
  linked: (object, stages) => `lien avec ${object} à l'étape ${oneOf(stages)}`,
  notLinked: (object, stages) => `aucun lien avec ${object} à l'étape ${oneOf(stages)}`,
  meets: (criteria) => `le critère ${criteria} est rempli`,
  meetsNot: (criteria) => `le critère ${criteria} n'est pas rempli`,
  not: (phrase) => `la condition suivante n'est pas remplie\u00a0: ${phrase}`,
  and: "et",
  or: "ou",
  allOf: "toutes ces conditions sont réunies",
  anyOf: "au moins une de ces conditions est remplie",
  noneOf: "aucune de ces conditions n'est remplie",
  atLeastOf: (count, total) =>
    `au moins ${count} de ces ${total} conditions ${count < 2 ? "est remplie" : "sont remplies"}`,
  colon: "\u00a0:",
};

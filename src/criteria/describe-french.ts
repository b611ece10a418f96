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
  is: (subject, value) => `le champ ${subject} indique ${value}`,
  isNot: (subject, value) => `le champ ${subject} n'indique pas ${value}`,
  isOneOf: (subject, values) => `le champ ${subject} indique ${oneOf(values)}`,
  isNoneOf: (subject, values) => `le champ ${subject} n'indique ${values.map((value) => `ni ${value}`).join(" ")}`,
  atLeast: (subject, value) => `le champ ${subject} indique au moins ${value}`,
  atMost: (subject, value) => `le champ ${subject} indique au plus ${value}`,
  moreThan: (subject, value) => `le champ ${subject} indique plus de ${value}`,
  lessThan: (subject, value) => `le champ ${subject} indique moins de ${value}`,
  between: (subject, low, high) => `le champ ${subject} indique entre ${low} et ${high}`,
  isKnown: (subject) => `le champ ${subject} est renseigné`,
  isUnknown: (subject) => `le champ ${subject} n'est pas renseigné`,
  contains: (subject, value) => `le champ ${subject} contient ${value}`,
  inThePast: (subject, duration) => `le champ ${subject} indique une date d'il y a moins de ${duration}`,
  inTheFuture: (subject, duration) => `le champ ${subject} indique une date à venir sous ${duration}`,
  before: (subject, date) => `le champ ${subject} indique une date antérieure au ${date}`,
  after: (subject, date) => `le champ ${subject} indique une date postérieure au ${date}`,
  orUnknown: (phrase) => `${phrase}, ou n'est pas renseigné`,
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

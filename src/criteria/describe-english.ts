import type { ConditionWords, SignalPhrase } from "./describe-lexicon.ts";

/** `a, b or c`. */
function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

function occurrence({ times, past }: SignalPhrase): string {
  const often = times > 1 ? ` at least ${times} times` : "";
  return `${often}${past === undefined ? "" : ` in ${past}`}`;
}

/** Conditions in English. */
export const englishConditionWords: ConditionWords = {
  is: (subject, value) => `${subject} is ${value}`,
  isNot: (subject, value) => `${subject} is not ${value}`,
  isOneOf: (subject, values) => `${subject} is ${oneOf(values)}`,
  isNoneOf: (subject, values) => `${subject} is not ${oneOf(values)}`,
  atLeast: (subject, value) => `${subject} is at least ${value}`,
  atMost: (subject, value) => `${subject} is at most ${value}`,
  moreThan: (subject, value) => `${subject} is more than ${value}`,
  lessThan: (subject, value) => `${subject} is less than ${value}`,
  between: (subject, low, high) => `${subject} is between ${low} and ${high}`,
  isKnown: (subject) => `${subject} is filled in`,
  isUnknown: (subject) => `${subject} is not filled in`,
  contains: (subject, value) => `${subject} contains ${value}`,
  inThePast: (subject, duration) => `${subject} is less than ${duration} ago`,
  inTheFuture: (subject, duration) => `${subject} is less than ${duration} away`,
  before: (subject, date) => `${subject} is before ${date}`,
  after: (subject, date) => `${subject} is after ${date}`,
  orUnknown: (phrase) => `${phrase}, or is not filled in`,
  signal: (signal) => `${signal.label}${occurrence(signal)}`,
  noSignal: (signal) => `no ${signal.label}${occurrence(signal)}`,
  linked: (object, stages) => `linked to ${object} in ${oneOf(stages)}`,
  notLinked: (object, stages) => `not linked to ${object} in ${oneOf(stages)}`,
  meets: (criteria) => `the criteria ${criteria} are met`,
  meetsNot: (criteria) => `the criteria ${criteria} are not met`,
  not: (phrase) => `it is not the case that ${phrase}`,
  and: "and",
  or: "or",
  allOf: "all of these are true",
  anyOf: "at least one of these is true",
  noneOf: "none of these is true",
  atLeastOf: (count, total) =>
    `at least ${count} of ${total === 1 ? "this one" : `these ${total}`} ${count === 1 ? "is" : "are"} true`,
  colon: ":",
};

import type { Scalar } from "./condition.ts";

/** The reader's names for what a condition mentions, all in one language. */
export interface Lexicon {
  readonly field: (id: string) => string;
  /** A value of a field: an option's label, `yes`, a date, a number, or an amount. */
  readonly value: (field: string, value: Scalar) => string;
  readonly signal: (id: string) => string;
  readonly criteria: (id: string) => string;
  readonly stage: (id: string) => string;
  /** A CRM object as a noun with its article: `a deal`, `une affaire`. */
  readonly object: (id: string) => string;
}

/** A signal as a phrase is made from it. */
export interface SignalPhrase {
  readonly label: string;
  readonly times: number;
  /** `the last 7 calendar days`, `des 7 derniers jours calendaires`; absent where no time is set. */
  readonly past?: string;
}

/** How one language says conditions. Names arrive quoted; phrases carry no final stop. */
export interface ConditionWords {
  readonly is: (subject: string, value: string) => string;
  readonly isNot: (subject: string, value: string) => string;
  readonly isOneOf: (subject: string, values: readonly string[]) => string;
  readonly isNoneOf: (subject: string, values: readonly string[]) => string;
  readonly atLeast: (subject: string, value: string) => string;
  readonly atMost: (subject: string, value: string) => string;
  readonly moreThan: (subject: string, value: string) => string;
  readonly lessThan: (subject: string, value: string) => string;
  readonly between: (subject: string, low: string, high: string) => string;
  readonly isKnown: (subject: string) => string;
  readonly isUnknown: (subject: string) => string;
  readonly contains: (subject: string, value: string) => string;
  readonly inThePast: (subject: string, duration: string) => string;
  readonly inTheFuture: (subject: string, duration: string) => string;
  readonly before: (subject: string, date: string) => string;
  readonly after: (subject: string, date: string) => string;
  readonly orUnknown: (phrase: string) => string;
  readonly signal: (signal: SignalPhrase) => string;
  readonly noSignal: (signal: SignalPhrase) => string;
  readonly linked: (object: string, stages: readonly string[]) => string;
  readonly notLinked: (object: string, stages: readonly string[]) => string;
  readonly meets: (criteria: string) => string;
  readonly meetsNot: (criteria: string) => string;
  readonly not: (phrase: string) => string;
  readonly and: string;
  readonly or: string;
  readonly allOf: string;
  readonly anyOf: string;
  readonly noneOf: string;
  readonly atLeastOf: (count: number, total: number) => string;
  readonly colon: string;
}

import { type Duration, largestAmount, printDuration } from "./duration.ts";

/**
 * A duration read from a contract, or why it could not be.
 * `ambiguous`: a length of time that does not say whether it is business or calendar time. `unknown`: anything else.
 * `suggestion` is a text that `parseDuration` accepts, the closest to what was written.
 */
export type ParsedDuration =
  | { readonly ok: true; readonly value: Duration }
  | { readonly ok: false; readonly problem: "ambiguous" | "unknown"; readonly suggestion?: string };

type Unit = "minutes" | "hours" | "days" | "weeks" | "months" | "years";

interface Reading {
  readonly amount: number;
  readonly unit: Unit;
  readonly kind: "business" | "calendar" | "unsaid";
}

const longestText = 100;

/** Reads an exact form of the language (`4 business hours`, `6 months`, `end of business day`), singular or plural. */
export function parseDuration(text: string): ParsedDuration {
  if (text.length > longestText) {
    return { ok: false, problem: "unknown" };
  }
  const words = text.trim().replace(/\s+/g, " ");
  const value = exactDuration(words);
  return value === undefined ? explainDuration(words.toLowerCase()) : { ok: true, value };
}

function exactDuration(words: string): Duration | undefined {
  if (words === "end of business day" || words === "end of next business day") {
    return { kind: "end-of-business-day", next: words.includes("next") };
  }
  const match = /^([1-9]\d*) (?:(business|calendar) (minute|hour|day)|month)s?$/.exec(words);
  const amount = Number(match?.[1]);
  if (match === null) {
    return undefined;
  }
  return durationOf({ amount, unit: unitOf(match[3] ?? "month") ?? "months", kind: kindOf(match[2] ?? "") });
}

function explainDuration(words: string): ParsedDuration {
  const closing = closingSuggestion(words);
  if (closing !== undefined) {
    return { ok: false, ...closing };
  }
  const reading = looseReading(words);
  const duration = reading === undefined ? undefined : durationOf(wholeUnits(reading));
  if (reading === undefined || duration === undefined) {
    return { ok: false, problem: "unknown" };
  }
  const isMonths = duration.kind === "months";
  return {
    ok: false,
    problem: reading.kind === "unsaid" && !isMonths ? "ambiguous" : "unknown",
    suggestion: printDuration(duration),
  };
}

function closingSuggestion(words: string): { problem: "ambiguous" | "unknown"; suggestion: string } | undefined {
  const match = /^(?:(?:the )?end of (?:the )?(next )?(business |working )?day|eod|eobd|cob)$/.exec(words);
  if (match === null) {
    return undefined;
  }
  return {
    problem: match[2] === undefined ? "ambiguous" : "unknown",
    suggestion: printDuration({ kind: "end-of-business-day", next: match[1] !== undefined }),
  };
}

/** What a person most likely meant: abbreviations, decimals, ISO 8601 and French words included. */
function looseReading(words: string): Reading | undefined {
  const iso = /^p(t?)(\d+)([mhdwy])$/.exec(words);
  if (iso !== null) {
    const isMonths = iso[1] === "" && iso[3] === "m";
    return reading(iso[2], isMonths ? "months" : iso[3], "");
  }
  const short = /^(\d+) ?b([mhd])$/.exec(words);
  if (short !== null) {
    // "bh" is a habit of some teams and means nothing to the others: the reader can't know, as with a bare "4 h".
    return reading(short[1], short[2], "");
  }
  const before = /^(\d+(?:[.,]\d+)?) ?(?:(business|working|work|office|calendar)[ -])?([a-zé]+)$/.exec(words);
  if (before !== null) {
    return reading(before[1], before[3], before[2] ?? "");
  }
  const after = /^(\d+(?:[.,]\d+)?) ?([a-zé]+) (ouvrée?s?|calendaires?)$/.exec(words);
  return after === null ? undefined : reading(after[1], after[2], after[3] ?? "");
}

function reading(amount: string | undefined, unitWord: string | undefined, kindWord: string): Reading | undefined {
  const unit = unitOf(unitWord ?? "");
  return unit === undefined ? undefined : { amount: Number(amount?.replace(",", ".")), unit, kind: kindOf(kindWord) };
}

const unitWords: readonly (readonly [Unit, RegExp])[] = [
  ["minutes", /^(?:m|min|mins|minutes?|mn)$/],
  ["hours", /^(?:h|hr|hrs|hours?|heures?)$/],
  ["days", /^(?:d|days?|j|jours?)$/],
  ["weeks", /^(?:w|wk|wks|weeks?|semaines?)$/],
  ["months", /^(?:months?|mois)$/],
  ["years", /^(?:y|years?|ans?|années?)$/],
];

function unitOf(word: string): Unit | undefined {
  return unitWords.find(([, pattern]) => pattern.test(word))?.[0];
}

function kindOf(word: string): Reading["kind"] {
  if (word === "") {
    return "unsaid";
  }
  return word.startsWith("calend") ? "calendar" : "business";
}

/** Weeks, years and decimals said in a unit that takes them whole. */
function wholeUnits(written: Reading): Reading {
  if (written.unit === "weeks") {
    return { ...written, amount: written.amount * (written.kind === "calendar" ? 7 : 5), unit: "days" };
  }
  if (written.unit === "years") {
    return { ...written, amount: written.amount * 12, unit: "months" };
  }
  if (written.unit === "hours" && !Number.isInteger(written.amount)) {
    return { ...written, amount: written.amount * 60, unit: "minutes" };
  }
  return written;
}

function durationOf({ amount, unit, kind }: Reading): Duration | undefined {
  if (!Number.isInteger(amount) || amount < 1 || amount > largestAmount) {
    return undefined;
  }
  if (unit === "months") {
    return { kind: "months", amount };
  }
  if (unit === "weeks" || unit === "years") {
    return undefined;
  }
  return { kind: kind === "calendar" ? "calendar" : "business", amount, unit };
}

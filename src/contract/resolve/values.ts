import { type Duration, isCalendarDate, parseDuration } from "../../calendar/index.ts";
import { finding } from "../../diagnostics/index.ts";
import { parseQuantity, type Reading, spanOf } from "../../language/index.ts";
import type { Text } from "../entry.ts";
import type { Quantity } from "../obligations.ts";
import { type Clause, clauseName, into, itemsOf, type ResolveContext, report, reportKey } from "./context.ts";

/** A text scalar, or undefined where there is none. */
export function readString(clause: Clause): string | undefined {
  return clause.node?.kind === "scalar" && typeof clause.node.value === "string" ? clause.node.value : undefined;
}

/** The number under a clause, or undefined where there is none. */
export function readNumber(clause: Clause): number | undefined {
  return clause.node?.kind === "scalar" && typeof clause.node.value === "number" ? clause.node.value : undefined;
}

/** True only where the contract says `true`. */
export function readFlag(clause: Clause): boolean {
  return clause.node?.kind === "scalar" && clause.node.value === true;
}

/** One text or a list of texts; what is no text is left out. */
export function readStrings(clause: Clause): readonly string[] {
  return itemsOf(clause)
    .map(readString)
    .filter((value) => value !== undefined);
}

/** The label of an entry; its id where none is written. */
export function readLabel(context: ResolveContext, clause: Clause, id: string): Text {
  return readText(context, into(clause, "label"), "plain") ?? sameInAll(context, id);
}

/** One text in every language of the contract. */
export function sameInAll(context: ResolveContext, text: string): Text {
  return textOf(context.languages.map((language) => [language, text] as const));
}

/** Without a prototype: languages are chosen by the contract. */
function textOf(pairs: readonly (readonly [string, string])[]): Text {
  const text: Record<string, string> = Object.create(null);
  for (const [language, value] of pairs) text[language] = value;
  return text;
}

/** A string or a map of languages; `translated` texts must be written in every language (I18001). */
export function readText(context: ResolveContext, clause: Clause, form: "plain" | "translated"): Text | undefined {
  const { node } = clause;
  const plain = readString(clause);
  if (plain !== undefined) {
    if (form === "translated" && context.languages.length > 1)
      reportMissing(context, clause, context.languages.slice(1));
    return sameInAll(context, plain);
  }
  if (node?.kind !== "map") return undefined;
  const written = new Map([...node.entries.keys()].map((language) => [language, readString(into(clause, language))]));
  for (const language of written.keys()) context.spoken.add(language);
  const missing = context.languages.filter((language) => isMissing(written.get(language)));
  if (missing.length > 0) reportMissing(context, clause, missing);
  for (const language of written.keys()) {
    if (!context.languages.includes(language)) reportLanguage(context, into(clause, language), language);
  }
  const fallback = [...written.values()].find((value) => value !== undefined) ?? "";
  return textOf(context.languages.map((language) => [language, written.get(language) ?? fallback] as const));
}

/** An empty text is a finding of shape already; one of blanks alone is not. */
function isMissing(text: string | undefined): boolean {
  return text === undefined || (text !== "" && text.trim() === "");
}

/** A missing translation leaves every rule free to judge the entry, so it does not damage it. */
function reportMissing(context: ResolveContext, clause: Clause, missing: readonly string[]): void {
  const key = String(clause.path.at(-1) ?? "");
  const place = spanOf(clause.node ?? context.root);
  context.findings.push(
    finding("I18001", place, { key, missing, languages: context.languages }, { clause: clauseName(clause.path) }),
  );
}

function reportLanguage(context: ResolveContext, clause: Clause, language: string): void {
  reportKey(context, clause, "REF201", { kind: "language", name: language, suggestion: "", known: context.languages });
}

/** A duration in words; SCH109 where it is none or does not say which time it counts. */
export function readDuration(context: ResolveContext, clause: Clause): Duration | undefined {
  const written = readString(clause);
  if (written === undefined) return undefined;
  const parsed = parseDuration(written);
  if (parsed.ok) return parsed.value;
  report(context, clause, "SCH109", { written, problem: parsed.problem, suggestion: parsed.suggestion ?? "" });
  return undefined;
}

/** A value of one of the small grammars; SCH104 with the form where it is not one. */
export function readGrammar<T>(
  context: ResolveContext,
  clause: Clause,
  parseText: (text: string) => Reading<T>,
): T | undefined {
  const written = readString(clause);
  if (written === undefined) return undefined;
  const reading = parseText(written);
  if (reading.ok) return reading.value;
  reportForm(context, clause, written, reading.form);
  return undefined;
}

/** A share, a count or an amount of money; reports what is none of them. */
export function readQuantity(context: ResolveContext, clause: Clause): Quantity | undefined {
  const written = readNumber(clause) ?? readString(clause);
  if (written === undefined) return undefined;
  const reading = parseQuantity(written);
  if (reading.ok) return reading.value;
  reportForm(context, clause, String(written), reading.form);
  return undefined;
}

/** An ISO date that exists in the calendar. */
export function readDate(context: ResolveContext, clause: Clause): string | undefined {
  const written = readString(clause);
  if (written === undefined || isCalendarDate(written)) return written;
  reportForm(context, clause, written, "2027-01-04");
  return undefined;
}

/** SCH104: the text is not of the form its key asks for. */
export function reportForm(context: ResolveContext, clause: Clause, written: string, form: string): void {
  report(context, clause, "SCH104", { key: lastKey(clause), written, choices: [], form, suggestion: "" });
}

/** SCH104: a key is not of the form that the keys of its group have. */
export function reportKeyForm(context: ResolveContext, clause: Clause, form: string): void {
  const [group, written] = [clause.path.at(-2), clause.path.at(-1)].map(String);
  const args = { key: group ?? "", written: written ?? "", choices: [], form, suggestion: "" };
  reportKey(context, clause, "SCH104", args);
}

function lastKey(clause: Clause): string {
  return String(clause.path.findLast((step) => typeof step === "string") ?? "");
}

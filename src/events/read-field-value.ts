import { isCalendarDate, type TimeZone } from "../calendar/index.ts";
import type { Choice, Field } from "../contract/index.ts";
import { nearest, type ValueProblem } from "../diagnostics/index.ts";
import type { FieldValue } from "../journey/index.ts";
import { type DecimalSign, readNumber } from "./read-number.ts";
import { readTime } from "./read-time.ts";
import type { Readable } from "./readable.ts";

/** Why a field can't hold a text; `suggestion` is the option that was probably meant. */
export interface FieldProblem {
  readonly problem: ValueProblem;
  readonly suggestion: string;
}

/** How texts are read where they may mean several things. */
export interface ValueReading {
  /** Of moments without an offset. */
  readonly zone: string | TimeZone;
  readonly decimal?: DecimalSign;
}

/**
 * Reads the value of a field from a text that is not empty. An option is found by its id, else by its label in any
 * language of the contract; several are separated by semicolons.
 */
export function readFieldValue(field: Field, text: string, reading: ValueReading): Readable<FieldValue, FieldProblem> {
  switch (field.type) {
    case "text":
      return { value: text };
    case "number":
    case "money":
      return readAmount(field, text, reading);
    case "boolean":
      return readBoolean(text);
    case "date":
      return isCalendarDate(text.trim()) ? { value: text.trim() } : problem("date");
    case "datetime":
      return readMoment(text, reading);
    case "enum":
      return readOption(field.options, text);
    case "enums":
      return readOptions(field.options, text);
    default:
      return field.type satisfies never;
  }
}

const problem = (kind: ValueProblem, suggestion = "") => ({ problem: { problem: kind, suggestion } });

function readAmount({ min, max }: Field, text: string, { decimal }: ValueReading): Readable<FieldValue, FieldProblem> {
  const read = readNumber(text, decimal);
  if ("problem" in read) return problem(read.problem);
  const isInside = read.value >= (min ?? read.value) && read.value <= (max ?? read.value);
  return isInside ? read : problem("out-of-range");
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "oui", "vrai", "1"].map((word) => [word, true] as const),
  ...["false", "no", "non", "faux", "0"].map((word) => [word, false] as const),
]);

function readBoolean(text: string): Readable<FieldValue, FieldProblem> {
  const value = booleans.get(text.trim().toLowerCase());
  return value === undefined ? problem("boolean") : { value };
}

/** Kept in UTC, so that conditions compare moments and not ways of writing them. */
function readMoment(text: string, { zone }: ValueReading): Readable<FieldValue, FieldProblem> {
  const read = readTime(text, zone);
  return "problem" in read ? problem("datetime") : { value: new Date(read.value).toISOString() };
}

function readOption(options: readonly Choice[], text: string): Readable<string, FieldProblem> {
  const written = text.trim();
  if (options.some(({ id }) => id === written)) return { value: written };
  const [only, second] = options.filter((option) => isCalled(option, written));
  if (second !== undefined) return problem("ambiguous-option");
  if (only !== undefined) return { value: only.id };
  const names = options.flatMap(({ id, label }) => [id, ...Object.values(label)]);
  return problem("option", nearest(written, names));
}

function isCalled({ id, label }: Choice, written: string): boolean {
  const sought = plain(written);
  return [id, ...Object.values(label)].some((name) => plain(name) === sought);
}

const plain = (text: string): string => text.normalize("NFC").toLowerCase();

function readOptions(options: readonly Choice[], text: string): Readable<FieldValue, FieldProblem> {
  const values: string[] = [];
  for (const part of text.split(";").filter((one) => one.trim() !== "")) {
    const read = readOption(options, part);
    if ("problem" in read) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  return { value: values.toSorted() };
}

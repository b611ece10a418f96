import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Field, FieldType } from "../../src/contract/index.ts";
import { type DecimalSign, readFieldValue } from "../../src/events/index.ts";

const fieldOf = (type: FieldType, more: Partial<Field> = {}): Field => ({
  id: "one",
  path: ["fields", "one"],
  label: { en: "One" },
  type,
  filledBy: [],
  options: [
    { id: "FR", label: { en: "France", fr: "France" } },
    { id: "DE", label: { en: "Germany", fr: "Allemagne" } },
    { id: "other", label: { en: "Other", fr: "Autre" } },
    { id: "too", label: { en: "Same", fr: "Même" } },
    { id: "two", label: { en: "Same", fr: "Pareil" } },
  ],
  formerly: [],
  ...more,
});

const read = (type: FieldType, text: string, decimal?: DecimalSign) =>
  readFieldValue(fieldOf(type), text, { zone: "Europe/Paris", ...(decimal === undefined ? {} : { decimal }) });
const problem = (kind: string, suggestion = "") => ({ problem: { problem: kind, suggestion } });

describe("a number", () => {
  test.each([
    ["1234", 1234],
    ["-12", -12],
    ["+7", 7],
    ["0.5", 0.5],
    ["0,125", 0.125],
    ["12,5", 12.5],
    ["1234,567", 1234.567],
    ["1 234,5", 1234.5],
    ["12\u202f500", 12_500],
    ["1'234'567.50", 1_234_567.5],
    ["1,234.50", 1234.5],
    ["1.234,50", 1234.5],
    ["1,234,567", 1_234_567],
    ["1.234.567", 1_234_567],
  ])("%s is read", (text, value) => {
    expect(read("number", text)).toEqual({ value });
    expect(read("money", text)).toEqual({ value });
  });

  test.each(["1,234", "1.234", "-12,500"])("%s may be two numbers", (text) => {
    expect(read("number", text)).toEqual(problem("ambiguous-number"));
  });

  test("is read where the decimal sign is known", () => {
    expect(read("number", "1,234", "comma")).toEqual({ value: 1.234 });
    expect(read("number", "1,234", "point")).toEqual({ value: 1234 });
    expect(read("number", "1.234", "comma")).toEqual({ value: 1234 });
    expect(read("number", "1,5", "point")).toEqual(problem("number"));
  });

  test.each([
    "12 €",
    "EUR 12",
    "60%",
    "1e5",
    "0x10",
    "NaN",
    "Infinity",
    "1,2,3",
    "1,23,456",
    "1 23",
    "12.",
    ".5",
    "-",
    "9".repeat(20),
  ])("%s is none", (text) => {
    expect(read("number", text)).toEqual(problem("number"));
  });

  test("outside its limits is refused", () => {
    const field = fieldOf("number", { min: 0, max: 100 });
    expect(readFieldValue(field, "101", { zone: "UTC" })).toEqual(problem("out-of-range"));
    expect(readFieldValue(field, "100", { zone: "UTC" })).toEqual({ value: 100 });
  });

  test("is never read as another: what a machine writes comes back, or is refused", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const result = read("number", String(value));
        if ("value" in result) expect(result.value).toBe(value === 0 ? result.value : value);
      }),
    );
  });
});

describe("other values", () => {
  test.each([
    ["true", true],
    ["YES", true],
    ["oui", true],
    ["1", true],
    ["VRAI", true],
    ["no", false],
    ["Non", false],
    ["0", false],
  ])("%s is a boolean", (text, value) => {
    expect(read("boolean", text)).toEqual({ value });
  });

  test.each([
    ["boolean", "maybe", "boolean"],
    ["date", "2027-02-30", "date"],
    ["date", "01/03/2027", "date"],
    ["datetime", "2027-03-01", "datetime"],
    ["enum", "Same", "ambiguous-option"],
  ] as const)("a %s is not %s", (type, text, kind) => {
    expect(read(type, text)).toEqual(problem(kind));
  });

  test("dates and moments are read", () => {
    expect(read("date", " 2027-03-01 ")).toEqual({ value: "2027-03-01" });
    expect(read("datetime", "2027-03-01 09:00")).toEqual({ value: "2027-03-01T08:00:00.000Z" });
    expect(read("text", " as it is ")).toEqual({ value: " as it is " });
  });

  test("an option is found by id, by label in any language, and one that is misspelt is guessed", () => {
    expect(read("enum", "FR")).toEqual({ value: "FR" });
    expect(read("enum", "fr")).toEqual({ value: "FR" });
    expect(read("enum", "Allemagne")).toEqual({ value: "DE" });
    expect(read("enum", "Même")).toEqual({ value: "too" });
    expect(read("enum", "Me\u0302me")).toEqual({ value: "too" });
    expect(read("enum", "Germny")).toEqual(problem("option", "Germany"));
  });

  test("several options are separated by semicolons, in any order", () => {
    expect(read("enums", "other; Allemagne;FR;")).toEqual({ value: ["DE", "FR", "other"] });
    expect(read("enums", "FR;France")).toEqual({ value: ["FR"] });
    expect(read("enums", "FR;Atlantis")).toEqual(problem("option"));
  });

  test("no text makes a type throw", () => {
    const types = fc.constantFrom<FieldType>("text", "number", "money", "boolean", "date", "datetime", "enum", "enums");
    fc.assert(fc.property(types, fc.string({ unit: "binary" }), (type, text) => void read(type, text)));
  });
});

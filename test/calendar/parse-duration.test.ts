import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Duration, describeDuration, parseDuration, printDuration } from "../../src/calendar/index.ts";

const amount = fc.integer({ min: 1, max: 10_000 });
const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("business" as const, "calendar" as const),
    amount,
    unit: fc.constantFrom("minutes" as const, "hours" as const, "days" as const),
  }),
  fc.record({ kind: fc.constant("months" as const), amount }),
  fc.record({ kind: fc.constant("end-of-business-day" as const), next: fc.boolean() }),
);

describe("reading a duration", () => {
  test.each<[string, Duration]>([
    ["30 business minutes", { kind: "business", amount: 30, unit: "minutes" }],
    ["4 business hours", { kind: "business", amount: 4, unit: "hours" }],
    ["1 business day", { kind: "business", amount: 1, unit: "days" }],
    ["1 business days", { kind: "business", amount: 1, unit: "days" }],
    ["90 calendar days", { kind: "calendar", amount: 90, unit: "days" }],
    ["1 calendar hour", { kind: "calendar", amount: 1, unit: "hours" }],
    ["  6   months ", { kind: "months", amount: 6 }],
    ["1 month", { kind: "months", amount: 1 }],
    ["10000 business minutes", { kind: "business", amount: 10_000, unit: "minutes" }],
    ["end of business day", { kind: "end-of-business-day", next: false }],
    ["end of next business day", { kind: "end-of-business-day", next: true }],
  ])("%s is accepted", (text, value) => {
    expect(parseDuration(text)).toEqual({ ok: true, value });
  });

  test.each([
    ["30 minutes", "30 business minutes"],
    ["30 min", "30 business minutes"],
    ["1 day", "1 business day"],
    ["2 days", "2 business days"],
    ["24h", "24 business hours"],
    ["1 week", "5 business days"],
    ["4 bh", "4 business hours"],
    ["PT4H", "4 business hours"],
    ["2 jours", "2 business days"],
    ["1.5 hours", "90 business minutes"],
    ["end of day", "end of business day"],
    ["EOD", "end of business day"],
  ])("%s does not say which time it means", (text, suggestion) => {
    expect(parseDuration(text)).toEqual({ ok: false, problem: "ambiguous", suggestion });
  });

  test.each([
    ["4 Business Hours", "4 business hours"],
    ["4 working hours", "4 business hours"],
    ["1.5 business hours", "90 business minutes"],
    ["2 business weeks", "10 business days"],
    ["2 calendar weeks", "14 calendar days"],
    ["4 heures ouvrées", "4 business hours"],
    ["6 mois", "6 months"],
    ["1 year", "12 months"],
    ["end of the working day", "end of business day"],
  ])("%s is no form of the language but close to one", (text, suggestion) => {
    expect(parseDuration(text)).toEqual({ ok: false, problem: "unknown", suggestion });
  });

  test.each([
    "",
    "soon",
    "0 business hours",
    "-1 business days",
    "10001 business days",
    "0.3 days",
    "99999999999999999999 months",
    "business day",
    `${"9".repeat(200)} months`,
  ])("%s is not understood", (text) => {
    expect(parseDuration(text)).toEqual({ ok: false, problem: "unknown" });
  });

  test("what is printed is read back the same", () => {
    fc.assert(
      fc.property(duration, (value) => {
        expect(parseDuration(printDuration(value))).toEqual({ ok: true, value });
      }),
    );
  });

  test("every suggestion is accepted, and no text crashes", () => {
    const words = fc.constantFrom(
      "30",
      "1,5",
      "0",
      "business",
      "calendar",
      "h",
      "min",
      "weeks",
      "jours",
      "ouvrés",
      "end of",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 4 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parseDuration(written);
        if (!parsed.ok && parsed.suggestion !== undefined) {
          expect(parseDuration(parsed.suggestion).ok).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a duration in words", () => {
  test.each<[string, string, string]>([
    ["4 business hours", "4 business hours", "4 heures ouvrées"],
    ["1 business hour", "1 business hour", "1 heure ouvrée"],
    ["1 business days", "1 business day", "1 jour ouvré"],
    ["30 business minutes", "30 business minutes", "30 minutes ouvrées"],
    ["90 calendar days", "90 calendar days", "90 jours calendaires"],
    ["1 calendar hour", "1 calendar hour", "1 heure calendaire"],
    ["6 months", "6 months", "6 mois"],
    ["1500 business days", "1,500 business days", "1\u202f500 jours ouvrés"],
    ["end of business day", "end of business day", "fin du jour ouvré"],
    ["end of next business day", "end of next business day", "fin du jour ouvré suivant"],
  ])("%s", (text, english, french) => {
    const parsed = parseDuration(text);
    expect(parsed.ok && describeDuration(parsed.value, "en")).toBe(english);
    expect(parsed.ok && describeDuration(parsed.value, "fr")).toBe(french);
  });
});

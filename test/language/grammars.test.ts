import { describe, expect, test } from "vitest";
import {
  isPeriod,
  parseCapacity,
  parseQuantity,
  parseRecycle,
  parseShare,
  parseTouches,
} from "../../src/language/index.ts";

const read = <T>(reading: { readonly ok: boolean; readonly value?: T }): T | "refused" | undefined =>
  reading.ok ? reading.value : "refused";

describe("touches", () => {
  test.each([
    ["1 touch", { count: 1 }],
    ["6 touches", { count: 6 }],
    [" 6 touches ", { count: 6 }],
    ["6 touches over at least 10 business days", { count: 6, over: { kind: "business", amount: 10, unit: "days" } }],
    ["0 touches", "refused"],
    ["six touches", "refused"],
    ["6 calls", "refused"],
    ["6 touches over 10 business days", "refused"],
    ["6 touches over at least 10 days", "refused"],
  ])("%j", (text, expected) => {
    expect(read(parseTouches(text))).toEqual(expected);
  });
});

describe("capacity", () => {
  test.each([
    ["15 per person per business day", 15],
    ["0 per person per business day", "refused"],
    ["15 per person per day", "refused"],
    ["15", "refused"],
  ])("%j", (text, expected) => {
    expect(read(parseCapacity(text))).toEqual(expected);
  });
});

describe("recycle", () => {
  test.each([
    ["2 per 12 months", { max: 2, per: { kind: "months", amount: 12 } }],
    ["1 per 90 calendar days", { max: 1, per: { kind: "calendar", amount: 90, unit: "days" } }],
    ["2 per year", "refused"],
    ["twice per 12 months", "refused"],
  ])("%j", (text, expected) => {
    expect(read(parseRecycle(text))).toEqual(expected);
  });
});

describe("a quantity", () => {
  test.each([
    ["60%", { kind: "share", value: 0.6 }],
    ["7%", { kind: "share", value: 0.07 }],
    [120, { kind: "count", value: 120 }],
    [0, { kind: "count", value: 0 }],
    ["600000 EUR", { kind: "money", value: 600000, currency: "EUR" }],
    ["12.50 CHF", { kind: "money", value: 12.5, currency: "CHF" }],
    [-1, "refused"],
    [Number.POSITIVE_INFINITY, "refused"],
    ["600 000 EUR", "refused"],
    ["600000 €", "refused"],
    ["600000 eur", "refused"],
    ["120", "refused"],
    ["", "refused"],
  ])("%j", (written, expected) => {
    expect(read(parseQuantity(written))).toEqual(expected);
  });
});

describe("a share", () => {
  test.each([
    ["0%", 0],
    ["100%", 1],
    ["33.3 %", 0.333],
    ["101%", "refused"],
    ["0.5", "refused"],
    ["-5%", "refused"],
  ])("%j", (text, expected) => {
    expect(read(parseShare(text))).toEqual(expected);
  });
});

describe("a period", () => {
  test.each([
    ["2027", true],
    ["2027-08", true],
    ["2027-Q3", true],
    ["2027-13", false],
    ["2027-Q5", false],
    ["2027-8", false],
    ["August 2027", false],
  ])("%j", (text, expected) => {
    expect(isPeriod(text)).toBe(expected);
  });
});

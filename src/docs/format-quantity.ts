import { describeDate } from "../calendar/index.ts";
import type { Bound, Quantity } from "../contract/index.ts";
import { formatNumber, type Language } from "../diagnostics/index.ts";
import { wordsOf } from "./words/index.ts";

/** A share of 1: `60%`; in French `60 %` with a narrow no-break space. */
export function formatShare(share: number, language: Language): string {
  // 0.55 × 100 is 55.00000000000001 in binary.
  const percent = formatNumber(Number((share * 100).toFixed(6)), language);
  return language === "fr" ? `${percent}\u202f%` : `${percent}%`;
}

const signs: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£" };

/** `€600,000`, `CHF 600,000`; in French `600 000 €`. */
export function formatMoney(value: number, currency: string, language: Language): string {
  const amount = formatNumber(value, language);
  const sign = signs[currency];
  if (language === "fr") return `${amount}\u00a0${sign ?? currency}`;
  return sign === undefined ? `${currency}\u00a0${amount}` : `${sign}${amount}`;
}

/** A target's figure in words. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  switch (quantity.kind) {
    case "share":
      return formatShare(quantity.value, language);
    case "count":
      return formatNumber(quantity.value, language);
    case "money":
      return formatMoney(quantity.value, quantity.currency, language);
    default:
      return quantity satisfies never;
  }
}

/** `at least 60%`, `de 120 à 180`. */
export function formatBound(bound: Bound, language: Language): string {
  const { commitments } = wordsOf[language].say;
  switch (bound.kind) {
    case "at-least":
      return commitments.atLeast(formatQuantity(bound.value, language));
    case "at-most":
      return commitments.atMost(formatQuantity(bound.value, language));
    case "between":
      return commitments.between(formatQuantity(bound.low, language), formatQuantity(bound.high, language));
    default:
      return bound satisfies never;
  }
}

/** A period of the calendar: `2027-08` is `August 2027`, `2027-Q3` is `third quarter of 2027`; others as written. */
export function formatPeriod(period: string, language: Language): string {
  const { periods } = wordsOf[language].say;
  const [year = "", part = ""] = period.split("-");
  if (/^Q[1-4]$/.test(part)) return periods.quarter(Number(part.slice(1)), year);
  if (/^W\d\d$/.test(part)) return periods.week(Number(part.slice(1)), year);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return describeDate(`${period}-02`, language).slice("2 ".length);
  return period;
}

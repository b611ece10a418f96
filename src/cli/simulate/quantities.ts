import { describeElapsed, formatNumber, type Language } from "../../diagnostics/index.ts";
import type { Estimate } from "../../simulation/index.ts";

const minuteMs = 60_000;

/** A share: `11.9%`, `12%` where no decimal is needed; in French `11,9 %`. */
export function percent(share: number, language: Language): string {
  const sign = language === "fr" ? "\u202f%" : "%";
  return `${formatNumber(rounded(share * 100), language)}${sign}`;
}

/** An interval of shares: `6.4–17.3%`. */
export function percentRange({ low, high }: Estimate, language: Language): string {
  return `${formatNumber(rounded(low * 100), language)}–${percent(high, language)}`;
}

/** How far two shares are apart, in points with their sign. */
export function points(share: number, language: Language): string {
  const size = formatNumber(Math.abs(rounded(share * 100)), language);
  if (size === "0") return size;
  return `${share < 0 ? "−" : "+"}${size}`;
}

/** A count per run; a decimal only where it says something. */
export function perRun(count: number, runs: number, language: Language): string {
  const mean = count / runs;
  return formatNumber(mean < 10 ? Math.round(mean * 10) / 10 : Math.round(mean), language);
}

/** A plain number with at most one decimal. */
export function decimal(value: number, language: Language): string {
  return formatNumber(rounded(value), language);
}

/** A time in words, to the minute. */
export function time(ms: number, language: Language): string {
  return describeElapsed(Math.round(ms / minuteMs), language);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Language } from "./language.ts";

// Written by hand rather than with Intl, whose spaces and signs change between versions of Node: findings and documents
// must have the same bytes everywhere.

/** `1,234.5`; in French `1 234,5` with a narrow no-break space. */
export function formatNumber(value: number, language: Language): string {
  const [whole = "", fraction] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, language === "fr" ? "\u202f" : ",");
  const sign = value < 0 ? "-" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `${language === "fr" ? "," : "."}${fraction}`}`;
}

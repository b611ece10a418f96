import type { Language } from "./language.ts";

// Up to ten days hours are easy to compare with a promise made in hours; beyond, people think in days.
const longestInHours = 240;
const days = { en: "days", fr: "jours" } as const;

/** Elapsed minutes for readers: `96 h`, `118 h 30 min`, `23 days 1 h` (no-break spaces in French). */
export function describeElapsed(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const parts: readonly (readonly [number, string])[] =
    hours > longestInHours
      ? [
          [Math.floor(hours / 24), days[language]],
          [hours % 24, "h"],
        ]
      : [
          [hours, "h"],
          [minutes % 60, "min"],
        ];
  const space = language === "fr" ? "\u00a0" : " ";
  const shown = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${space}${unit}`);
  return shown.length === 0 ? `0${space}min` : shown.join(space);
}

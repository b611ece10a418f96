import { type Duration, describeDuration } from "../calendar/index.ts";
import type { Language } from "../diagnostics/index.ts";

/**
 * A stretch of time that ends now: `the last 7 calendar days`, `the last business day`; in French with its preposition
 * and agreement, for `au cours`: `des 7 derniers jours calendaires`, `de la dernière heure ouvrée`, `du dernier mois`.
 */
export function describePast(duration: Duration, language: Language): string {
  if (duration.kind === "end-of-business-day") {
    return language === "fr" ? "du jour ouvré en cours" : "the current business day";
  }
  const words = describeDuration(duration, language);
  const split = words.indexOf(" ");
  const [amount, unit] = [words.slice(0, split), words.slice(split + 1)];
  if (language === "en") return duration.amount === 1 ? `the last ${unit}` : `the last ${words}`;
  const isFeminine = duration.kind !== "months" && duration.unit !== "days";
  if (duration.amount > 1) return `des ${amount} ${isFeminine ? "dernières" : "derniers"} ${unit}`;
  return isFeminine ? `de la dernière ${unit}` : `du dernier ${unit}`;
}

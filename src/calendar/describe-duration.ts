import type { Language } from "../diagnostics/index.ts";
import type { Duration } from "./duration.ts";

type Forms = readonly [singular: string, plural: string];
type Unit = "minutes" | "hours" | "days";

// "Ouvré" is a day the office works; "ouvrable", Monday to Saturday in French law, would be wrong here.
const words: Readonly<
  Record<
    Language,
    {
      readonly business: Readonly<Record<Unit, Forms>>;
      readonly calendar: Readonly<Record<Unit, Forms>>;
      readonly months: Forms;
      readonly endOfDay: string;
      readonly endOfNextDay: string;
      readonly thousands: string;
    }
  >
> = {
  en: {
    business: {
      minutes: ["business minute", "business minutes"],
      hours: ["business hour", "business hours"],
      days: ["business day", "business days"],
    },
    calendar: {
      minutes: ["calendar minute", "calendar minutes"],
      hours: ["calendar hour", "calendar hours"],
      days: ["calendar day", "calendar days"],
    },
    months: ["month", "months"],
    endOfDay: "end of business day",
    endOfNextDay: "end of next business day",
    thousands: ",",
  },
  fr: {
    business: {
      minutes: ["minute ouvrée", "minutes ouvrées"],
      hours: ["heure ouvrée", "heures ouvrées"],
      days: ["jour ouvré", "jours ouvrés"],
    },
    calendar: {
      minutes: ["minute calendaire", "minutes calendaires"],
      hours: ["heure calendaire", "heures calendaires"],
      days: ["jour calendaire", "jours calendaires"],
    },
    months: ["mois", "mois"],
    endOfDay: "fin du jour ouvré",
    endOfNextDay: "fin du jour ouvré suivant",
    thousands: "\u202f",
  },
};

/** A duration in words for readers: `4 business hours`, `4 heures ouvrées`; thousands are grouped (U+202F in French). */
export function describeDuration(duration: Duration, language: Language): string {
  const spoken = words[language];
  if (duration.kind === "end-of-business-day") {
    return duration.next ? spoken.endOfNextDay : spoken.endOfDay;
  }
  const [singular, plural] = duration.kind === "months" ? spoken.months : spoken[duration.kind][duration.unit];
  const grouped = String(duration.amount).replace(/\B(?=(?:\d{3})+$)/g, spoken.thousands);
  return `${grouped} ${duration.amount === 1 ? singular : plural}`;
}

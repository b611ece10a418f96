import type { Language } from "../diagnostics/index.ts";
import { civilDateOf, dayNumberOfDate } from "./calendar-date.ts";
import type { Weekday } from "./calendar-definition.ts";
import { localTime, type Zone } from "./local-time.ts";
import type { Instant } from "./time-zone.ts";

const months: Readonly<Record<Language, readonly string[]>> = {
  en: "January February March April May June July August September October November December".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
};

const weekdayNames: Readonly<Record<Language, Readonly<Record<Weekday, string>>>> = {
  en: {
    mon: "Monday",
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    fri: "Friday",
    sat: "Saturday",
    sun: "Sunday",
  },
  fr: { mon: "lundi", tue: "mardi", wed: "mercredi", thu: "jeudi", fri: "vendredi", sat: "samedi", sun: "dimanche" },
};

/** A date for readers: `4 January 2027`, `4 janvier 2027`, `1er janvier 2027`. Throws where the date does not exist. */
export function describeDate(date: string, language: Language): string {
  const { year, month, day } = civilDateOf(dayNumberOfDate(date));
  const dayInWords = language === "fr" && day === 1 ? "1er" : String(day);
  return `${dayInWords} ${months[language][month - 1] ?? ""} ${year}`;
}

/** A weekday for readers: `Monday`, `lundi`. */
export function describeWeekday(weekday: Weekday, language: Language): string {
  return weekdayNames[language][weekday];
}

/** Minutes after midnight for readers: `09:00`, `10:15`; in French `9 h`, `10 h 15` (no-break spaces). */
export function describeTime(minutes: number, language: Language): string {
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, "0");
  if (language === "en") {
    return `${String(hour).padStart(2, "0")}:${minute}`;
  }
  return minute === "00" ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`;
}

/** A moment for readers, in a zone: `Monday 9 August 2027, 10:15`, `lundi 9 août 2027 à 10 h 15`. */
export function describeInstant(instant: Instant, zone: Zone, language: Language): string {
  const { date, weekday, minutes } = localTime(instant, zone);
  const day = `${describeWeekday(weekday, language)} ${describeDate(date, language)}`;
  const time = describeTime(minutes, language);
  return language === "en" ? `${day}, ${time}` : `${day} à ${time}`;
}

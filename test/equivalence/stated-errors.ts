import type { BusinessClock } from "../../src/calendar/index.ts";
import type { FidelityNote } from "../../src/targets/index.ts";

/** An error that a note admits, as a note words it. */
export type StatedError =
  | { readonly kind: "none" }
  | { readonly kind: "minutes"; readonly minutes: number }
  | { readonly kind: "working days"; readonly days: number };

const inMinutes = /(?:0 to|up to) (\d+) minutes late/;
const inDays = /up to (\d+(?:\.\d+)?) working days/;
const inHours = /up to an hour and a quarter late when counted in hours/;

/** What the notes of a clause say of how late it may be: read off their words, so that they are what is tested. */
export function statedError(
  notes: readonly FidelityNote[],
  clause: string,
  counted: "hours" | "days" | "any",
): StatedError {
  const texts = notes
    .filter((note) => note.clause === clause && note.level === "approximated")
    .map(({ text }) => text.en)
    .join(" ");
  const minutes = Math.max(0, ...[...texts.matchAll(new RegExp(inMinutes, "g"))].map((match) => Number(match[1])));
  const days = inDays.exec(texts);
  if (counted !== "days" && inHours.test(texts)) return { kind: "minutes", minutes: 75 };
  if (counted !== "hours" && days !== null) return { kind: "working days", days: Number(days[1]) };
  return minutes > 0 ? { kind: "minutes", minutes } : { kind: "none" };
}

/** The latest moment that an error allows, in open time. */
export function latest(clock: BusinessClock, exact: number, error: StatedError): number {
  switch (error.kind) {
    case "none":
      return exact;
    case "minutes":
      return afterOpen(clock, exact, error.minutes);
    case "working days": {
      const whole = Math.floor(error.days);
      const next = clock.dueAt(exact, { kind: "business", amount: whole, unit: "days" }) ?? exact;
      return afterOpen(clock, next, Math.ceil((error.days - whole) * longestDay(clock, next)));
    }
    default:
      return error satisfies never;
  }
}

/** The earliest moment without open time until an exact one: what is done while everybody is away is not early. */
export function sinceClosing(clock: BusinessClock, exact: number): number {
  if (clock.isOpen(exact - 1)) return exact;
  return clock.openIntervals(exact - longestClosure, exact - 1).at(-1)?.to ?? exact;
}

const longestClosure = 30 * 86_400_000;

function afterOpen(clock: BusinessClock, exact: number, minutes: number): number {
  if (minutes === 0) return exact;
  return clock.dueAt(exact, { kind: "business", amount: minutes, unit: "minutes" }) ?? exact;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The most open minutes of a day in the week around a moment. */
function longestDay(clock: BusinessClock, around: number): number {
  const days = Array.from({ length: 7 }, (_, index) => around + (index - 3) * dayMs);
  return Math.max(...days.map((from) => clock.openTimeBetween(from, from + dayMs) / minuteMs));
}

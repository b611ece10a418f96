import type { BusinessClock } from "../../src/calendar/index.ts";
import type { FidelityNote, StatedError } from "../../src/targets/index.ts";

/** What an error is about: a clause, one of its alerts, and the priority or reason whose time it is. */
export interface Asked {
  readonly clause: string;
  readonly of: string;
  readonly variant?: string | undefined;
}

/** The error that the notes state: what they do not mention is exact. */
export function statedError(notes: readonly FidelityNote[], { clause, of, variant }: Asked): StatedError {
  const errors = notes.flatMap((note) => (note.clause === clause ? (note.errors ?? []) : []));
  const found = errors.filter((error) => error.of === of && (error.variant ?? variant) === variant);
  return {
    of,
    earlyMinutes: Math.max(0, ...found.map(({ earlyMinutes }) => earlyMinutes)),
    lateMinutes: Math.max(0, ...found.map(({ lateMinutes }) => lateMinutes)),
  };
}

const minuteMs = 60_000;

/** The latest moment that an error allows: so much open time after the exact one. */
export function latest(clock: BusinessClock, exact: number, { lateMinutes }: StatedError): number {
  if (lateMinutes === 0) return exact;
  return clock.dueAt(exact, { kind: "business", amount: lateMinutes, unit: "minutes" }) ?? exact;
}

/** The earliest moment that an error allows: what no open time separates from the exact one is not early. */
export function earliest(clock: BusinessClock, exact: number, { earlyMinutes }: StatedError): number {
  let missing = earlyMinutes * minuteMs;
  for (const { from, to } of clock.openIntervals(exact - longestSearchMs, exact).toReversed()) {
    const until = Math.min(to, exact);
    if (until - from > missing) return until - missing;
    missing -= until - from;
  }
  return exact;
}

const longestSearchMs = 60 * 86_400_000;

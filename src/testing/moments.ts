import { type Instant, localTime, parseDuration, parseLocalDateTime } from "../calendar/index.ts";
import type { Terms } from "../journey/index.ts";

/** Reads moments of a story, one after the other: each may lean on the one before. */
export interface Moments {
  /** `2027-03-01 09:00`, or `09:00` on the day of the moment before; undefined where it is no moment. */
  readonly read: (written: string, before: Instant | undefined) => Instant | undefined;
  /** So long after a moment, on the contract's calendar. */
  readonly after: (written: string, before: Instant) => Instant | undefined;
  /** A moment as tests write it. */
  readonly write: (instant: Instant) => string;
}

/** Moments on the contract's own calendar. */
export function createMoments(terms: Terms): Moments {
  const { zone } = terms.clock;
  const write = (instant: Instant) => {
    if (!Number.isFinite(instant)) return "never";
    const { date, time } = localTime(instant, zone);
    const seconds = instant % 60_000 === 0 ? "" : `:${new Date(instant).toISOString().slice(17, 19)}`;
    return `${date} ${time}${seconds}`;
  };
  return {
    write,
    read: (written, before) => {
      const text = written.trim();
      const isTime = /^\d\d:\d\d$/.test(text);
      if (isTime && before === undefined) return undefined;
      const whole = isTime ? `${localTime(before ?? 0, zone).date}T${text}` : text.replace(" ", "T");
      return parseLocalDateTime(whole, zone);
    },
    after: (written, before) => {
      const parsed = parseDuration(written);
      return parsed.ok ? terms.after(before, parsed.value) : undefined;
    },
  };
}

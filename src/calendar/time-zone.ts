import { civilDateOf, dayNumberOf } from "./calendar-date.ts";

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Local time in milliseconds since the local midnight of 1970-01-01: day number × 86,400,000 + time of day. */
export type LocalMs = number;

/** The clock on the wall of one place. */
export interface TimeZone {
  /** The local date and time at an instant. */
  readonly localAt: (instant: Instant) => LocalMs;
  /**
   * The first instant at which the local clock shows this time or a later one. So a time that exists twice is the
   * first, and a time that a clock change skips is the moment of the change (02:30 becomes 03:00, not 03:30: with
   * this choice alone the order of local times is kept, and no opening passes the next one).
   */
  readonly instantAt: (local: LocalMs) => Instant;
}

/** A day in milliseconds, when no clock is changed. */
export const dayMs = 86_400_000;

const weekMs = 7 * dayMs;
const secondMs = 1000;
// No place is or was further than 15 h 57 min from UTC.
const largestOffsetMs = 16 * 3_600_000;

/** A span of instants with one offset from UTC. */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/** Whether a name is an IANA time zone known to this runtime, in its exact case; offsets such as `+02:00` are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) {
    return false;
  }
  try {
    const resolved = new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
    return resolved === name || resolved.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/**
 * The clock of a zone that `isTimeZone` accepts (else the first question throws a RangeError). The offsets of a year
 * are searched once, when the year is first asked for; later questions are arithmetic.
 */
export function createTimeZone(name: string): TimeZone {
  const spanAt = createSpanTable(name);
  return {
    localAt: (instant) => instant + spanAt(instant).offset,
    instantAt: (local) => {
      let span = spanAt(local - largestOffsetMs);
      while (local - span.offset >= span.to) {
        span = spanAt(span.to);
      }
      return Math.max(span.from, local - span.offset);
    },
  };
}

/** Milliseconds after local midnight that the clock of a zone shows at an instant. */
export function timeOfDay(zone: TimeZone, instant: Instant): number {
  const local = zone.localAt(instant);
  return local - Math.floor(local / dayMs) * dayMs;
}

function createSpanTable(name: string): (instant: Instant) => Span {
  const years = new Map<number, readonly Span[]>();
  let measure: ((instant: Instant) => number) | undefined;
  let last: Span = { from: 0, to: 0, offset: 0 };
  const spansOf = (year: number) => {
    measure ??= createOffsetMeasure(name);
    const spans = years.get(year) ?? searchSpans(year, measure);
    years.set(year, spans);
    return spans;
  };
  return (instant) => {
    if (instant >= last.from && instant < last.to) {
      return last;
    }
    const { year } = civilDateOf(Math.floor(instant / dayMs));
    last = spansOf(year).find((span) => instant < span.to) ?? last;
    return last;
  };
}

/**
 * Clock changes of a UTC year, found by comparing offsets a week apart and halving. Two changes within a week that
 * cancel each other would be missed; no zone of the IANA database has had that since 1970.
 */
function searchSpans(year: number, measure: (instant: Instant) => number): readonly Span[] {
  const end = dayNumberOf({ year: year + 1, month: 1, day: 1 }) * dayMs;
  const spans: Span[] = [];
  let from = dayNumberOf({ year, month: 1, day: 1 }) * dayMs;
  let reached = from;
  let offset = measure(from);
  while (reached < end) {
    const next = Math.min(reached + weekMs, end);
    if (measure(next) === offset) {
      reached = next;
      continue;
    }
    reached = firstChange({ from: reached, to: next, offset }, measure);
    spans.push({ from, to: reached, offset });
    from = reached;
    offset = measure(reached);
  }
  return from < end ? [...spans, { from, to: end, offset }] : spans;
}

function firstChange({ from, to, offset }: Span, measure: (instant: Instant) => number): Instant {
  let same = from;
  let changed = to;
  while (changed - same > secondMs) {
    const middle = same + Math.floor((changed - same) / 2 / secondMs) * secondMs;
    if (measure(middle) === offset) {
      same = middle;
    } else {
      changed = middle;
    }
  }
  return changed;
}

/** Offset from UTC in milliseconds at a whole second, read from what the runtime's formatter prints. */
function createOffsetMeasure(name: string): (instant: Instant) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const number = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const day = dayNumberOf({ year: number("year"), month: number("month"), day: number("day") });
    const seconds = (number("hour") * 60 + number("minute")) * 60 + number("second");
    return day * dayMs + seconds * secondMs - instant;
  };
}

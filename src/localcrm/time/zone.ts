const dayMs = 86_400_000;
const quarterMs = 900_000;

/** A wall-clock moment, months from 1. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** What a wall shows, as if it were UTC. */
export function asIfUtc(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.millisecond);
}

/** A time zone's clocks. */
export interface Zone {
  /** Milliseconds ahead of UTC at a moment. */
  readonly offsetAt: (time: number) => number;
  readonly wallAt: (time: number) => Wall;
  /** The moment a wall time is shown; of a skipped one the moment after the gap, of a repeated one the first. */
  readonly momentOf: (wallAsIfUtc: number) => number;
}

function measure(format: Intl.DateTimeFormat, time: number): number {
  const parts = new Map(format.formatToParts(time).map((part) => [part.type, Number(part.value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(time / 1000) * 1000;
}

/** Offsets change at quarters of an hour and seldom: days that begin and end alike are measured once. */
function openOffsets(name: string): (time: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const starts = new Map<number, number>();
  const quarters = new Map<number, number>();
  const memoized = (known: Map<number, number>, index: number, lengthMs: number): number => {
    const before = known.get(index);
    if (before !== undefined) return before;
    if (known.size > 20_000) known.clear();
    const offset = measure(format, index * lengthMs);
    known.set(index, offset);
    return offset;
  };
  return (time) => {
    const day = Math.floor(time / dayMs);
    const start = memoized(starts, day, dayMs);
    if (memoized(starts, day + 1, dayMs) === start) return start;
    return memoized(quarters, Math.floor(time / quarterMs), quarterMs);
  };
}

function openZone(name: string): Zone {
  const offsetAt = openOffsets(name);
  return {
    offsetAt,
    wallAt: (time) => {
      const shown = new Date(time + offsetAt(time));
      return {
        year: shown.getUTCFullYear(),
        month: shown.getUTCMonth() + 1,
        day: shown.getUTCDate(),
        hour: shown.getUTCHours(),
        minute: shown.getUTCMinutes(),
        second: shown.getUTCSeconds(),
        millisecond: shown.getUTCMilliseconds(),
      };
    },
    momentOf: (wanted) => {
      const earlier = wanted - offsetAt(wanted - dayMs);
      if (earlier + offsetAt(earlier) === wanted) return earlier;
      const later = wanted - offsetAt(wanted + dayMs);
      return later + offsetAt(later) === wanted ? later : earlier;
    },
  };
}

/** Whether a name is a time zone this platform knows. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Building a zone asks the platform, which is slow; the answers never change. */
const zones = new Map<string, Zone>();

/** The clocks of a zone; UTC where the name is none. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = openZone(isZone(name) ? name : "UTC");
  zones.set(name, zone);
  return zone;
}

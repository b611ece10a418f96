import { type BusinessClock, type Instant, instantAt, localTime, type TimeZone, weekdays } from "../calendar/index.ts";

const dayMs = 86_400_000;
const noon = 12 * 60;
// Long enough to pass a summer closure, short enough to stay near the effective date.
const daysTried = 60;
// Twenty minutes before closing even half an hour runs over the weekend: the examples show what business time means.
const beforeClosingMs = 20 * 60_000;

/**
 * When the examples of a document start: shortly before closing time on the first working Friday from the effective
 * date on, or on the first working day where no Friday is worked. Undefined where the office stays closed.
 */
export function exampleStart(clock: BusinessClock, zone: TimeZone, effective: string): Instant | undefined {
  const middays = Array.from({ length: daysTried }, (_, day) => instantAt(effective, noon, zone) + day * dayMs);
  const weekday = weekdays.indexOf(localTime(middays[0] ?? 0, zone).weekday);
  const fridays = middays.filter((_, day) => weekdays[(weekday + day) % weekdays.length] === "fri");
  const closing = firstClosing(clock, zone, fridays) ?? firstClosing(clock, zone, middays);
  return closing === undefined ? undefined : clock.nextOpening(closing - beforeClosingMs);
}

/** The last closing of the first of these days on which the office opens. */
function firstClosing(clock: BusinessClock, zone: TimeZone, middays: readonly Instant[]): Instant | undefined {
  for (const midday of middays) {
    const { date } = localTime(midday, zone);
    const closing = clock.dueAt(instantAt(date, 0, zone), { kind: "end-of-business-day", next: false });
    if (closing !== undefined && localTime(closing, zone).date === date) return closing;
  }
  return undefined;
}

import { type CalendarDefinition, createBusinessClock, type Duration, printDuration } from "../../../calendar/index.ts";
import { coveringDays } from "../filters.ts";
import type { HubSpotModel } from "../model.ts";

const dayMs = 86_400_000;
// Monday 1 January 2001; in UTC no clock changes.
const plainMonday = Date.UTC(2001, 0, 1);
const plainWeekHours = 7 * 24;

/**
 * Calendar days that stand for a window in HubSpot's filters, which know no hours of business: the fewest that
 * contain the window wherever it starts in an ordinary week. Undefined when the contract has no calendar to count on.
 */
export function windowDays(model: HubSpotModel, duration: Duration): number | undefined {
  const plain = coveringDays(duration);
  if (plain !== undefined) return plain;
  const calendar = model.contract.calendars.get(model.contract.calendar ?? "");
  if (calendar === undefined) return undefined;
  const known = windows.get(calendar.definition) ?? new Map<string, number | undefined>();
  windows.set(calendar.definition, known);
  const key = printDuration(duration);
  if (!known.has(key)) known.set(key, longestWindow(calendar.definition, duration));
  return known.get(key);
}

// The same window is asked for by every handoff and clock.
const windows = new WeakMap<CalendarDefinition, Map<string, number | undefined>>();

function longestWindow(definition: CalendarDefinition, duration: Duration): number | undefined {
  const clock = createBusinessClock({ ...definition, timezone: "UTC", holidays: [], exceptions: [] });
  let longest = 0;
  for (let hour = 0; hour < plainWeekHours; hour += 1) {
    const start = plainMonday + hour * (dayMs / 24);
    const due = clock.dueAt(start, duration);
    if (due === undefined) return undefined;
    longest = Math.max(longest, due - start);
  }
  return Math.ceil(longest / dayMs);
}

import type { CalendarDefinition } from "../../src/calendar/index.ts";
import { intervals, office, type WrittenHours } from "./office-calendars.ts";
import gem from "./vectors/working-hours-gem.json" with { type: "json" };

/** A published question about working time, on the calendar it is asked of, with its answer. */
export interface Vector {
  readonly op: string;
  readonly from_: string;
  readonly n?: number;
  readonly tz?: string;
  readonly hours?: WrittenHours;
  readonly holidays?: readonly string[];
  readonly special?: Readonly<Record<string, readonly string[]>>;
  readonly expect: string | boolean;
}

/** Every vector: the JSON import types each by its own keys. */
export const gemVectors = gem.vectors as unknown as readonly Vector[];

/** Where the numbers come from. */
export const gemSource: string = gem.source;

/** The calendar of a vector. */
export function definitionOf({ tz, hours, holidays, special }: Vector): CalendarDefinition {
  const exceptions = Object.entries(special ?? {}).map(([date, written]) => ({
    from: date,
    to: date,
    hours: intervals(written),
    days: "working" as const,
  }));
  return office(tz ?? gem.default.tz, hours ?? gem.default.hours, { holidays: holidays ?? [], exceptions });
}

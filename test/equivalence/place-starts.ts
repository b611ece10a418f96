import { createTimeZone } from "../../src/calendar/index.ts";
import { type ClockPlace, clockProperty, clockTitle } from "../../src/targets/hubspot/clocks/clock.ts";
import { clocksOf } from "../../src/targets/hubspot/clocks/clocks-of.ts";
import { titleOf } from "../../src/targets/hubspot/model.ts";
import type { Resource } from "../../src/targets/index.ts";
import { datedWays, weeklyStarts } from "./clock-starts.ts";
import type { Subject } from "./subject.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Every clock of a contract with each of its times. */
export const placesOf = ({ model }: Subject): readonly ClockPlace[] =>
  clocksOf(model).flatMap((clock) => clock.variants.map((variant) => ({ clock, variant })));

/** How histories name what the clock is about. */
export const aboutOf = ({ clock: { id, clause } }: ClockPlace): string => (id === "repair" ? "reasons." : `${clause}.`);

/** The workflows that keep a clock. */
export function workflowsOf({ model, configuration }: Subject, place: ClockPlace): readonly Resource[] {
  const title = `${titleOf(model, ...clockTitle(place))} · `;
  return configuration.resources.filter(({ kind, name }) => kind === "workflow" && name.startsWith(title));
}

/** Whether a workflow writes a property. */
export const writes = ({ attributes }: Resource, property: string): boolean =>
  JSON.stringify(attributes["actions"] ?? []).includes(`"property_name":"${property}"`);

// A week without holidays, exceptions and changes of the clocks.
const plainMonday = Date.UTC(2027, 1, 8);

const firstStart = Date.UTC(2027, 0, 5);
const lastStart = Date.UTC(2028, 11, 15);

/** Moments at which the clock starts so that a workflow takes each of its ways. */
export function startsFor(subject: Subject, resource: Resource, place: ClockPlace): readonly number[] {
  const due = clockProperty(subject.model, place.clock, "due", "at");
  const dated = datedWays(resource).flatMap(({ property, instants }) =>
    property === due ? instants.flatMap((instant) => startBefore(subject, place, instant) ?? []) : instants,
  );
  const weekly = weeklyStarts(resource, createTimeZone(subject.model.timezone), plainMonday);
  const starts = [...dated, ...(writes(resource, due) ? weekly : weekly.slice(0, 1))];
  return (starts.length === 0 ? [plainMonday + 9 * 60 * minuteMs] : starts).filter(
    (start) => start >= firstStart && start <= lastStart,
  );
}

/** The first moment from which a clock is due at a moment or after it. */
export function startBefore({ terms }: Subject, { clock, variant }: ClockPlace, due: number): number | undefined {
  const office = terms.clockOf(clock.owedBy);
  let from = due - 120 * dayMs;
  let to = due;
  while (to - from > minuteMs) {
    const middle = Math.floor((from + to) / 2 / minuteMs) * minuteMs;
    const at = office.dueAt(middle, variant.within);
    if (at === undefined) return undefined;
    if (at >= due) to = middle;
    else from = middle;
  }
  return to;
}

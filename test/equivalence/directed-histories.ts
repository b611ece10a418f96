import { createTimeZone } from "../../src/calendar/index.ts";
import { type ClockPlace, clockProperty, clockTitle } from "../../src/targets/hubspot/clocks/clock.ts";
import { clocksOf } from "../../src/targets/hubspot/clocks/clocks-of.ts";
import { titleOf } from "../../src/targets/hubspot/model.ts";
import type { Resource } from "../../src/targets/index.ts";
import type { Act } from "./act.ts";
import { startOf } from "./classic-histories.ts";
import { classicStories } from "./classic-stories.ts";
import { datedWays, weeklyStarts } from "./clock-starts.ts";
import type { DirectedHistory } from "./directed-history.ts";
import type { Subject } from "./subject.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Into each way of each workflow of the classic contract: into each range of dates of a due time, out by each reason. */
export function directedHistories(subject: Subject): readonly DirectedHistory[] {
  return [...datedHistories(subject), ...classicStories(subject)];
}

/** A due time is stamped at the next opening: four days later at the latest, where a holiday lengthens a weekend. */
const stampedMs = 5 * dayMs;
/** The longest time of the contract and the escalations after it. */
const alertedMs = 110 * dayMs;

const firstStart = Date.UTC(2027, 0, 5);
const lastStart = Date.UTC(2028, 11, 15);

function datedHistories(subject: Subject): readonly DirectedHistory[] {
  const histories = new Map<string, DirectedHistory>();
  for (const place of placesOf(subject)) {
    for (const resource of workflowsOf(subject, place)) {
      const isAlerting = writes(resource, clockProperty(subject.model, place.clock, "alert"));
      const watchMs = isAlerting ? alertedMs : stampedMs;
      for (const start of startsFor(subject, resource, place)) {
        const acts = startOf(aboutOf(place), place.variant.key, start);
        const key = acts.map(spell).join(", ");
        histories.set(key, together(histories.get(key), { acts, watchMs, aimsAt: new Set([resource.name]) }));
      }
    }
  }
  return [...histories.values()];
}

const together = (known: DirectedHistory | undefined, more: DirectedHistory): DirectedHistory => ({
  ...more,
  watchMs: Math.max(known?.watchMs ?? 0, more.watchMs),
  aimsAt: new Set([...(known?.aimsAt ?? []), ...(more.aimsAt ?? [])]),
});

const spell = (act: Act): string => JSON.stringify(act, (_, value) => (value instanceof Map ? [...value] : value));

const placesOf = ({ model }: Subject): readonly ClockPlace[] =>
  clocksOf(model).flatMap((clock) => clock.variants.map((variant) => ({ clock, variant })));

const aboutOf = ({ clock: { id, clause } }: ClockPlace): string => (id === "repair" ? "reasons." : `${clause}.`);

function workflowsOf({ model, configuration }: Subject, place: ClockPlace): readonly Resource[] {
  const title = `${titleOf(model, ...clockTitle(place))} · `;
  return configuration.resources.filter(({ kind, name }) => kind === "workflow" && name.startsWith(title));
}

const writes = ({ attributes }: Resource, property: string): boolean =>
  JSON.stringify(attributes["actions"] ?? []).includes(`"property_name":"${property}"`);

// A week without holidays, exceptions and changes of the clocks.
const plainMonday = Date.UTC(2027, 1, 8);

/** Moments at which the clock starts so that a workflow takes each of its ways. */
function startsFor(subject: Subject, resource: Resource, place: ClockPlace): readonly number[] {
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
function startBefore({ terms }: Subject, { clock, variant }: ClockPlace, due: number): number | undefined {
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

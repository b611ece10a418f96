import { clockProperty } from "../../src/targets/hubspot/clocks/clock.ts";
import type { Act } from "./act.ts";
import { startOf } from "./classic-histories.ts";
import { classicStories } from "./classic-stories.ts";
import type { DirectedHistory } from "./directed-history.ts";
import { aboutOf, placesOf, startsFor, workflowsOf, writes } from "./place-starts.ts";
import type { Subject } from "./subject.ts";

const dayMs = 86_400_000;

/** Into each way of each workflow of the classic contract: into each range of dates of a due time, out by each reason. */
export function directedHistories(subject: Subject): readonly DirectedHistory[] {
  return [...datedHistories(subject), ...classicStories(subject)];
}

/** A due time is stamped at the next opening: four days later at the latest, where a holiday lengthens a weekend. */
const stampedMs = 5 * dayMs;
/** The longest time of the contract and the escalations after it. */
const alertedMs = 110 * dayMs;

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

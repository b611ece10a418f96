import { type ClockPlace, clauseOf, clockProperty } from "../../src/targets/hubspot/clocks/clock.ts";
import type { StatedError } from "../../src/targets/index.ts";
import { conservative } from "./behaviours.ts";
import { checkHistory } from "./check-history.ts";
import { startOf } from "./classic-histories.ts";
import { datedWays } from "./clock-starts.ts";
import { placesOf, startBefore, startsFor, workflowsOf } from "./place-starts.ts";
import { preparePortal, type Subject } from "./subject.ts";

/** An error that a note states, and how much of it a history reached, in open minutes. */
export interface Reached {
  readonly clause: string;
  readonly error: StatedError;
  readonly lateMinutes: number;
  /** The start of the latest. */
  readonly start: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Everything that waits for an opening waits as long as it may; HubSpot's own delays, of which no note speaks, are none. */
const slowest = {
  ...conservative,
  triggerLagSeconds: { from: 0, to: 0 },
  actionLagSeconds: { from: 0, to: 0 },
  spreadMinutes: { from: 15, to: 15 },
};

/** Looks for a history of the classic contract that comes as late as a note says it may; stops where it has found enough. */
export function reach(subject: Subject, clause: string, error: StatedError, enough: number): Reached {
  const portal = preparePortal(subject);
  let latest = { lateMinutes: 0, start: 0 };
  for (const start of startsFrom(subject, clause, error)) {
    const { matches } = checkHistory(subject, portal, {
      wanted: startOf(clause, error.variant, start),
      trial: { seed: 1, behaviour: slowest, watchMs: watchMs(clause, error) },
    });
    for (const { key, expectation, at } of matches) {
      if (!isAbout(key, expectation, { clause, error })) continue;
      const lateMinutes = subject.terms.clock.openTimeBetween(expectation.from, at) / minuteMs;
      if (lateMinutes > latest.lateMinutes) latest = { lateMinutes, start };
    }
    if (latest.lateMinutes >= enough * error.lateMinutes) break;
  }
  return { clause, error, ...latest };
}

/** Due times are stamped within days; the longest times come two or three months later. */
function watchMs(clause: string, { of }: StatedError): number {
  if (of === "due") return 5 * dayMs;
  return (clause.includes(".feedback") ? 100 : 75) * dayMs;
}

const firstStart = Date.UTC(2027, 0, 5);

/** The moments that are likely to be the worst, then the days before the one that the note names. */
function startsFrom(subject: Subject, clause: string, error: StatedError): readonly number[] {
  const places = placesOf(subject).filter((place) => isMeant(place, clause, error));
  const known = places.flatMap((place) => [
    ...dueAround(subject, place, error),
    ...workflowsOf(subject, place).flatMap((resource) => rangeEnds(subject, place, resource)),
    ...workflowsOf(subject, place).flatMap((resource) => startsFor(subject, resource, place)),
  ]);
  const worst = error.worst ?? Date.UTC(2027, 2, 1, 7, 59);
  const starts = [worst, worst - minuteMs, ...known, ...nearWorst(worst), ...aroundClosings(subject)];
  return [...new Set(starts)].filter((start) => start >= firstStart);
}

const isMeant = (place: ClockPlace, clause: string, { variant }: StatedError): boolean =>
  (clauseOf(place) === clause || clause.startsWith(`${place.clock.clause}.`) || place.clock.clause === clause) &&
  (variant === undefined || variant === place.variant.key);

/** The delay along a range of dates is that of its beginning: its last minutes come late by the most. */
function rangeEnds(
  subject: Subject,
  place: ClockPlace,
  resource: ReturnType<typeof workflowsOf>[number],
): readonly number[] {
  const due = clockProperty(subject.model, place.clock, "due", "at");
  const ends = datedWays(resource).flatMap((ways) => (ways.property === due ? [] : ways.ends));
  return ends.flatMap((end) => [end, end - 15 * minuteMs]);
}

/** Due at the moment that the note names, in its week or in one of the next. */
function dueAround(subject: Subject, place: ClockPlace, { worst }: StatedError): readonly number[] {
  if (worst === undefined) return [];
  return Array.from({ length: 12 }, (_, week) => worst + week * 7 * dayMs).flatMap(
    (due) => startBefore(subject, place, due) ?? [],
  );
}

/** All around the moment, and the days before it: of an escalation it is the due time, which comes later. */
function nearWorst(worst: number): readonly number[] {
  const around = Array.from({ length: 37 }, (_, step) => worst + (step - 18) * 5 * minuteMs);
  const before = Array.from({ length: 5 * 48 }, (_, half) => worst - half * 30 * minuteMs);
  return [...around, ...before];
}

/** The last quarter of an hour before each closing of a week, minute by minute, and the hour before it. */
function aroundClosings({ terms }: Subject): readonly number[] {
  const monday = Date.UTC(2027, 1, 8);
  return terms.clock
    .openIntervals(monday, monday + 7 * dayMs)
    .flatMap(({ to }) => Array.from({ length: 30 }, (_, step) => to - step * 2 * minuteMs));
}

function isAbout(
  key: string,
  { value, clause: told }: { readonly value: string; readonly clause: string },
  { clause, error }: { readonly clause: string; readonly error: StatedError },
): boolean {
  const isOurs = told === clause || told.startsWith(`${clause}.`) || clause.startsWith(told);
  if (error.of === "due") return isOurs && key.endsWith(" due");
  if (error.of === "expired") return key === "stage" && told.startsWith("reasons.");
  return isOurs && value === error.of;
}

import { type BusinessClock, createBusinessClock, type TimeZone } from "../calendar/index.ts";
import type { Calendar, Contract } from "./contract.ts";
import type { Id } from "./entry.ts";
import { type Edge, edgesOf } from "./lifecycle.ts";

/** A calendar with what answers questions about it. */
export interface ClockOnCalendar {
  readonly calendar: Calendar;
  readonly clock: BusinessClock;
  readonly zone: TimeZone;
}

/** What several rules ask of one contract: worked out once, and only when asked. */
export interface Analysis {
  /** Every move the contract provides for, in the order it is written. */
  readonly edges: () => readonly Edge[];
  /** The clock that a role's deadlines run on: its own calendar, else the contract's; undefined where there is none. */
  readonly clockOf: (role: Id | undefined) => ClockOnCalendar | undefined;
}

/** The analysis of a contract; nothing is computed before the first question. */
export function createAnalysis(contract: Contract): Analysis {
  return { edges: once(() => edgesOf(contract)), clockOf: createClocks(contract) };
}

/** The answer of a question that is worked out the first time it is asked. */
export function once<T>(work: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: work() };
    return answer.value;
  };
}

function createClocks(contract: Contract): Analysis["clockOf"] {
  const known = new Map<Id, ClockOnCalendar>();
  return (role) => {
    const own = role === undefined ? undefined : contract.roles.get(role)?.calendar;
    const calendar = contract.calendars.get(own ?? contract.calendar ?? "");
    if (calendar === undefined) return undefined;
    const before = known.get(calendar.id);
    if (before !== undefined) return before;
    const clock = createBusinessClock(calendar.definition);
    const made = { calendar, clock, zone: clock.zone };
    known.set(calendar.id, made);
    return made;
  };
}

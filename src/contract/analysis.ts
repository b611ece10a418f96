import {
  type BusinessClock,
  createBusinessClock,
  type Duration,
  isCalendarDate,
  printDuration,
  type Race,
  type Runners,
  type Starts,
  type TimeZone,
  type WorstWaits,
  widestLead,
  worstWaits,
  yearOfStarts,
} from "../calendar/index.ts";
import { type Algebra, type Condition, createAlgebra } from "../criteria/index.ts";
import { type Competition, competitionsOf } from "./competitions.ts";
import { isSoundCondition } from "./condition-faults.ts";
import { conditionsOf, flatten } from "./conditions-of.ts";
import type { Calendar, Contract } from "./contract.ts";
import type { Id } from "./entry.ts";
import { type Edge, edgesOf } from "./lifecycle.ts";
import { valueDomainOf } from "./value-domain-of.ts";

/** A calendar with what answers questions about it. */
export interface ClockOnCalendar {
  readonly calendar: Calendar;
  readonly clock: BusinessClock;
  readonly zone: TimeZone;
  /** The starts of the contract's year: twelve months from the effective date, as far as the calendar is known. */
  readonly year: () => Starts;
  /** The longest that a duration may take from any start of that year. */
  readonly worstWaits: (duration: Duration) => WorstWaits;
  /** The start of that year from which one duration ends latest against another. */
  readonly widestLead: (runners: Runners) => Race | undefined;
}

/** What several rules ask of one contract: worked out once, and only when asked. */
export interface Analysis {
  /** Every move the contract provides for, in the order it is written. */
  readonly edges: () => readonly Edge[];
  /** The clock that a role's deadlines run on: its own calendar, else the contract's; undefined where there is none. */
  readonly clockOf: (role: Id | undefined) => ClockOnCalendar | undefined;
  /** Answers whether there is a lead for which some conditions hold and others fail; ask it only about sound ones. */
  readonly algebra: () => Algebra;
  /** The same with conditions of one's own beside the contract's. */
  readonly algebraWith: (conditions: readonly Condition[]) => Algebra;
  /** What competes for the same record. */
  readonly competitions: () => readonly Competition[];
  /** False for a condition that has, contains or names an error: nothing certain can be said of it. */
  readonly isSound: (condition: Condition) => boolean;
}

/** The analysis of a contract, some entries of which may be damaged; nothing is computed before the first question. */
export function createAnalysis(contract: Contract, damaged: ReadonlySet<string>): Analysis {
  const isSound = remembering((condition) => isSoundCondition(contract, condition, damaged));
  // Leaf by leaf: a sound part of a condition is judged even where another part has an error.
  const conditions = once(() =>
    conditionsOf(contract)
      .flatMap(flatten)
      .filter((part) => !("of" in part) && isSound(part)),
  );
  return {
    edges: once(() => edgesOf(contract)),
    clockOf: createClocks(contract),
    algebra: once(() => algebraOf(contract, conditions())),
    algebraWith: (more) => algebraOf(contract, [...conditions(), ...more]),
    competitions: once(() => competitionsOf(contract)),
    isSound,
  };
}

/** The algebra of conditions that can be judged. */
function algebraOf(contract: Contract, conditions: readonly Condition[]): Algebra {
  return createAlgebra({
    conditions,
    resolveNamed: (name) => contract.criteria.get(name)?.condition,
    domainOf: (field) => valueDomainOf(contract, field),
  });
}

function remembering(judge: (condition: Condition) => boolean): (condition: Condition) => boolean {
  const known = new WeakMap<Condition, boolean>();
  return (condition) => {
    const before = known.get(condition);
    if (before !== undefined) return before;
    const judged = judge(condition);
    known.set(condition, judged);
    return judged;
  };
}

/** The answer of a question that is worked out the first time it is asked. */
export function once<T>(work: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: work() };
    return answer.value;
  };
}

/** The answers of a question about something that a text identifies, each worked out the first time it is asked. */
function oncePer<Q, A>(keyOf: (question: Q) => string, work: (question: Q) => A): (question: Q) => A {
  const answers = new Map<string, { readonly value: A }>();
  return (question) => {
    const key = keyOf(question);
    const known = answers.get(key) ?? { value: work(question) };
    answers.set(key, known);
    return known.value;
  };
}

// A contract whose own date is missing or wrong has no year to judge; and after this one, due times centuries later would
// have no date of four digits.
const lastDate = "9000-12-31";

function createClocks(contract: Contract): Analysis["clockOf"] {
  const known = new Map<Id, ClockOnCalendar>();
  return (role) => {
    const own = role === undefined ? undefined : contract.roles.get(role)?.calendar;
    const calendar = contract.calendars.get(own ?? contract.calendar ?? "");
    if (calendar === undefined || !isCalendarDate(contract.effective) || contract.effective > lastDate)
      return undefined;
    const made = known.get(calendar.id) ?? createClock(contract, calendar);
    known.set(calendar.id, made);
    return made;
  };
}

function createClock(contract: Contract, calendar: Calendar): ClockOnCalendar {
  const clock = createBusinessClock(calendar.definition);
  const year = once(() => yearOfStarts(clock, calendar.definition, contract.effective));
  return {
    calendar,
    clock,
    zone: clock.zone,
    year,
    worstWaits: oncePer(printDuration, (duration) => worstWaits(year(), duration)),
    widestLead: oncePer(
      ({ first, second, onlyOpen = false }) => `${printDuration(first)}, ${printDuration(second)}, ${onlyOpen}`,
      (runners) => widestLead(year(), runners),
    ),
  };
}

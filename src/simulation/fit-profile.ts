import type { Instant } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import { applyEvent, createWorld, type FieldValue, type JourneyEvent, type Terms } from "../journey/index.ts";
import { createHabits, type Habits, habitsProfile } from "./habits.ts";
import type { KindProfile, Profile } from "./profile.ts";
import { addTo } from "./tally.ts";

/** A profile read off what happened; handling times and staff are in no record of events. */
export interface Fit {
  readonly profile: Profile;
  readonly leads: number;
  readonly first: Instant;
  readonly last: Instant;
}

/** Takes past leads one by one, each with its events in order of time. */
export interface ProfileFitting {
  readonly add: (events: readonly JourneyEvent[]) => void;
  /** Undefined where there was no lead. */
  readonly end: () => Fit | undefined;
}

const dayMs = 86_400_000;
/** What is known of a lead within a day of its first event counts as known at its arrival. */
const arrivalMs = dayMs;
/** So many leads stand for all: every second, every third of more. */
const mostKinds = 4096;
/** Patterns of days, hours and months are read off so many leads, so that chance is not taken for one. */
const enough = { days: 50, hours: 500, months: 500 } as const;

interface Past {
  readonly terms: Terms;
  readonly habits: Habits;
  readonly arrivals: Instant[];
  kinds: KindProfile[];
  /** Every how-manieth lead is kept as a kind. */
  step: number;
}

/** Reads habits off past leads: the contract says what each event meant. */
export function fitProfile(terms: Terms): ProfileFitting {
  const past: Past = { terms, habits: createHabits(), arrivals: [], kinds: [], step: 1 };
  return {
    add: (events) => {
      const [first] = events;
      if (first === undefined) return;
      if (past.arrivals.length % past.step === 0) keep(past, kindOf(events, first.at));
      past.arrivals.push(first.at);
      play(past, events);
    },
    end: () => (past.arrivals.length === 0 ? undefined : fitOf(past)),
  };
}

function keep(past: Past, kind: KindProfile): void {
  past.kinds.push(kind);
  if (past.kinds.length < mostKinds) return;
  past.kinds = past.kinds.filter((_, place) => place % 2 === 0);
  past.step *= 2;
}

function kindOf(events: readonly JourneyEvent[], arrivedAt: Instant): KindProfile {
  const shown: Shown = { fields: new Map(), signals: new Map() };
  for (const event of events) if (event.at <= arrivedAt + arrivalMs) take(shown, event);
  return {
    label: "past",
    share: 1,
    fields: new Map([...shown.fields].map(([field, value]) => [field, [{ share: 1, value }]])),
    signals: new Map([...shown.signals].map(([signal, times]) => [signal, { share: 1, times }])),
  };
}

interface Shown {
  readonly fields: Map<Id, FieldValue>;
  readonly signals: Map<Id, number>;
}

function take({ fields, signals }: Shown, event: JourneyEvent): void {
  if (event.kind === "created") for (const [field, value] of event.fields ?? []) fields.set(field, value);
  if (event.kind === "set" && event.value !== undefined) fields.set(event.field, event.value);
  if (event.kind === "signal") addTo(signals, event.signal);
}

function play({ terms, habits }: Past, events: readonly JourneyEvent[]): void {
  const world = createWorld(terms, { onStep: habits.onStep });
  for (const event of events) {
    if (event.kind === "touch") habits.onTouch(world.records.get(event.record ?? "lead")?.stage?.stage.id);
    applyEvent(world, event);
  }
}

function fitOf({ terms, habits, arrivals, kinds }: Past): Fit {
  const sorted = arrivals.toSorted((one, other) => one - other);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? first;
  const days = Math.max(1, (last - first) / dayMs);
  const share = 1 / kinds.length;
  const profile: Profile = {
    perDay: arrivals.length / days,
    pastLeads: arrivals.length,
    ...patterns(terms, sorted, days),
    leads: kinds.map((kind) => ({ ...kind, share })),
    ...habitsProfile(habits, terms),
  };
  return { profile, leads: arrivals.length, first, last };
}

function patterns(terms: Terms, arrivals: readonly Instant[], days: number): Profile {
  const locals = arrivals.map((at) => new Date(terms.clock.zone.localAt(at)));
  const count = locals.length;
  return {
    ...(count < enough.days ? {} : { days: sharesOf(locals.map((local) => (local.getUTCDay() + 6) % 7)) }),
    ...(count < enough.hours
      ? {}
      : {
          hours: [...sharesOf(locals.map((local) => local.getUTCHours()))].map(([from, weight]) => ({
            from,
            to: from + 1,
            weight,
          })),
        }),
    ...(count < enough.months || days < 365 ? {} : { months: monthsOf(locals) }),
  };
}

function sharesOf(places: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1 / places.length);
  return counts;
}

/** Each month of the year against the average one, over the years that are whole. */
function monthsOf(locals: readonly Date[]): ReadonlyMap<string, number> {
  const start = locals[0]?.getTime() ?? 0;
  const years = Math.floor(((locals.at(-1)?.getTime() ?? start) - start) / (365 * dayMs));
  const whole = locals.filter((local) => local.getTime() < start + years * 365 * dayMs);
  const shares = sharesOf(whole.map((local) => local.getUTCMonth()));
  return new Map([...shares].map(([month, share]) => [String(month + 1).padStart(2, "0"), share * 12]));
}

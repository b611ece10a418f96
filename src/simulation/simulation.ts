import type { Instant } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import type { Listener, Terms } from "../journey/index.ts";
import type { Agenda } from "./agenda.ts";
import type { Random } from "./random.ts";
import type { Scheme } from "./scheme.ts";
import type { Tally } from "./tally.ts";
import type { Comeback, Desk, Lead, StaffPool, Work } from "./work.ts";

/** The next lead arrives. */
export interface Arrival {
  readonly kind: "arrival";
}

/** Everything that the agenda may hold. */
export type Occasion = Arrival | Comeback | Work | Desk | StaffPool | Lead;

/** One run: it belongs to its caller and changes as time goes on. */
export interface Simulation {
  readonly terms: Terms;
  readonly scheme: Scheme;
  readonly random: Random;
  readonly start: Instant;
  readonly end: Instant;
  readonly agenda: Agenda<Occasion>;
  readonly pools: ReadonlyMap<Id, StaffPool>;
  /** Roles in whose stead others work. */
  readonly deputies: ReadonlyMap<Id, readonly StaffPool[]>;
  /** The place of each priority; whatever has none comes after them all. */
  readonly ranks: ReadonlyMap<Id, number>;
  readonly alive: Set<Lead>;
  readonly tally: Tally;
  readonly listener: Listener;
  now: Instant;
  arrived: number;
  /** Occasions that were lived through. */
  events: number;
  /** The lead that is being looked at: what the interpreter tells is about it. */
  current: Lead | undefined;
}

/** Of occasions at the same time: what people and leads do comes before what time brings, as in the contract. */
const ranks: Readonly<Record<Occasion["kind"], number>> = {
  arrival: 0,
  comeback: 0,
  done: 1,
  desk: 2,
  opening: 3,
  lead: 4,
};

/** Notes something for later; after the end nothing happens any more. */
export function schedule({ agenda, end }: Simulation, at: Instant, occasion: Occasion): void {
  if (at <= end) agenda.add(at, ranks[occasion.kind], occasion);
}

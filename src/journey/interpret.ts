import type { Instant } from "../calendar/index.ts";
import type { Contract } from "../contract/index.ts";
import { applyNow } from "./apply-event.ts";
import type { JourneyEvent } from "./event.ts";
import type { Listener, Notice, Step, World } from "./state.ts";
import { createTerms, type Terms } from "./terms.ts";
import { fireOne, nextTimer } from "./timers.ts";

/** What became of the records, step by step, and who was told. */
export interface Journey {
  readonly world: World;
  readonly steps: readonly Step[];
  readonly notices: readonly Notice[];
}

/** A world in which nothing happened yet. `terms` may be shared between worlds of one contract. */
export function createWorld(terms: Contract | Terms, listener: Listener = {}): World {
  const made = "contract" in terms ? terms : createTerms(terms);
  return { now: Number.NEGATIVE_INFINITY, terms: made, records: new Map(), listener };
}

/**
 * Applies an event: what time brings before it comes first, what it brings at the same moment comes after. Events go in
 * the order of their time, else a RangeError.
 */
export function applyEvent(world: World, event: JourneyEvent): void {
  if (event.at < world.now) throw new RangeError("an event before the moment of the world");
  passTime(world, (timer) => timer < event.at);
  world.now = event.at;
  applyNow(world, event);
}

/** Lets time pass up to and including a moment: reminders, escalations, ends of cool-offs, expiries. */
export function advance(world: World, until: Instant): void {
  passTime(world, (timer) => timer <= until);
  world.now = Math.max(world.now, until);
}

function passTime(world: World, isDue: (timer: Instant) => boolean): void {
  for (let timer = nextTimer(world); isDue(timer); timer = nextTimer(world)) {
    world.now = Math.max(world.now, timer);
    fireOne(world);
  }
}

/** The whole journey of some records until now; events of the same moment keep their order, later ones are left out. */
export function interpret(terms: Contract | Terms, events: readonly JourneyEvent[], now: Instant): Journey {
  const steps: Step[] = [];
  const notices: Notice[] = [];
  const world = createWorld(terms, {
    onStep: (step) => steps.push(step),
    onNotice: (notice) => notices.push(notice),
  });
  for (const event of events.filter(({ at }) => at <= now).toSorted((one, other) => one.at - other.at))
    applyEvent(world, event);
  advance(world, now);
  return { world, steps, notices };
}

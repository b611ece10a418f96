import { setImmediate } from "node:timers/promises";
import { objectTypes } from "../portal/object-types.ts";
import type { RunStep } from "../runner/machine.ts";
import type { Runner } from "../runner/runner.ts";
import type { Store } from "../store/store.ts";
import type { PortalClock } from "./portal-clock.ts";

/** Lets a portal's time pass. */
export interface Timekeeper {
  /** Carries out what real time has made due; nothing while the clock stands. */
  readonly catchUp: () => void;
  /**
   * Moves the clock to a time and carries out what is due on the way. One after the other; between the chunks of a long
   * advance others are served, at the time it has got to.
   */
  readonly moveTo: (time: (now: number) => number, hear: (step: RunStep) => void) => Promise<Move>;
  /** Ends an advance under way at the next chunk, and waits for it. */
  readonly stop: () => Promise<void>;
}

/** A move of the clock, or why it was not made. */
export type Move =
  | { readonly kind: "moved"; readonly from: number; readonly to: number }
  | { readonly kind: "stopped"; readonly to: number }
  | { readonly kind: "too-early"; readonly latest: number };

/** A chunk is committed as a whole and keeps other requests waiting for less than a second. */
const stepsPerChunk = 10_000;

/** The latest time at which anything happened to a record. */
function latestHappening(store: Store): number {
  const records = objectTypes.flatMap(({ id }) => store.list("records", id).map((each) => Date.parse(each.updatedAt)));
  const runs = store
    .list("flows", "")
    .flatMap(({ id }) => [
      ...store.list("runs", id).map((run) => run.enteredAt),
      ...store.list("triggers", id).map((trigger) => trigger.dueAt),
    ]);
  return [...records, ...runs].reduce((latest, each) => Math.max(latest, each), Number.NEGATIVE_INFINITY);
}

/** The keeper of a portal's clock. */
export function createTimekeeper(store: Store, runner: Runner, clock: PortalClock): Timekeeper {
  let isStopping = false;
  let last: Promise<unknown> = Promise.resolve();
  const advance = async (until: number): Promise<number> => {
    for (;;) {
      const { at, isDone } = runner.run(until, stepsPerChunk);
      clock.standAt(at);
      runner.commit(at);
      if (isDone || isStopping) return at;
      await setImmediate();
    }
  };
  const move = async (time: (now: number) => number, hear: (step: RunStep) => void): Promise<Move> => {
    const from = clock.now();
    if (isStopping) return { kind: "stopped", to: from };
    const to = time(from);
    const latest = to < from ? latestHappening(store) : to;
    if (latest > to) return { kind: "too-early", latest };
    runner.listen(hear);
    try {
      const reached = await advance(to);
      return reached < to ? { kind: "stopped", to: reached } : { kind: "moved", from, to };
    } finally {
      runner.listen(undefined);
    }
  };
  return {
    catchUp: () => {
      if (clock.isStanding()) return;
      const now = clock.now();
      if ((runner.nextDue() ?? Number.POSITIVE_INFINITY) > now) return;
      runner.run(now);
      runner.commit(now);
    },
    moveTo: (time, hear) => {
      const next = last.then(() => move(time, hear));
      last = next.catch(() => undefined);
      return next;
    },
    stop: async () => {
      isStopping = true;
      await last;
    },
  };
}

import {
  advance,
  applyEvent,
  type Clock,
  createWorld,
  type JourneyEvent,
  type Notice,
  nextTimer,
  onlyRecord,
  type RecordState,
  type Step,
  type Terms,
  type World,
} from "../../src/journey/index.ts";

/** A clock as it stood when the moment that started it was over: a higher priority of that very moment counts. */
export interface StartedClock {
  readonly clock: Clock;
  /** The record it runs on. */
  readonly record: string;
  readonly due: number;
  readonly priority: string | undefined;
  readonly alerts: readonly { readonly at: number; readonly kind: string; readonly clause: string }[];
}

/** All that happened to the records at one moment, and how the record that travels stood afterwards. */
export interface Moment {
  readonly at: number;
  /** The act that brought it; undefined where time did. */
  readonly act: JourneyEvent | undefined;
  readonly steps: readonly Step[];
  readonly started: readonly StartedClock[];
  /** The clocks of a handoff whose priority rose at this moment, as they stood afterwards. */
  readonly raised: readonly StartedClock[];
  readonly coolOff: { readonly until: number; readonly reason: string } | undefined;
  /** The latest return by each handoff. */
  readonly returns: ReadonlyMap<string, number>;
  /** The priority of the handoffs that opened at this moment. */
  readonly priorities: ReadonlyMap<string, string>;
  /** The stage of each record. */
  readonly stages: ReadonlyMap<string, string>;
  /** The person who holds the record, where it is not a role alone. */
  readonly owner: string | undefined;
  /** What was written to people. */
  readonly notices: readonly Notice[];
}

/** A world that is told of its moments, one after the other. */
export interface ObservedWorld {
  readonly world: World;
  readonly moments: readonly Moment[];
  readonly act: (event: JourneyEvent) => Moment;
  readonly passTo: (instant: number) => void;
}

/** Watches the interpreter at work. */
export function observeJourney(terms: Terms): ObservedWorld {
  const steps: Step[] = [];
  const notices: Notice[] = [];
  const moments: Moment[] = [];
  const world = createWorld(terms, {
    onStep: (step) => steps.push(step),
    onNotice: (notice) => notices.push(notice),
  });
  const keep = (at: number, act: JourneyEvent | undefined): Moment => {
    const moment = momentOf(world, { at, act, steps: steps.splice(0), notices: notices.splice(0) });
    moments.push(moment);
    return moment;
  };
  const passTo = (instant: number): void => {
    for (let timer = nextTimer(world); timer <= instant; timer = nextTimer(world)) {
      advance(world, timer);
      keep(timer, undefined);
    }
    advance(world, instant);
  };
  return {
    world,
    moments,
    passTo,
    act: (event) => {
      // At one moment acts come before what time brings.
      passTo(event.at - 1);
      applyEvent(world, event);
      return keep(event.at, event);
    },
  };
}

function momentOf(world: World, { at, act, steps, notices }: Pick<Moment, "at" | "act" | "steps" | "notices">): Moment {
  const record = world.records.get(onlyRecord);
  const clocks = steps.flatMap(({ kind, clock, record: of }) =>
    kind === "started" && clock !== undefined ? [{ clock, record: of }] : [],
  );
  const opened = (record?.episodes ?? []).filter(({ openedAt }) => openedAt === at);
  return {
    at,
    act,
    steps,
    started: clocks.map(snapshot),
    raised: raisedAt(world, steps).map(snapshot),
    coolOff: coolOffOf(record),
    returns: returnsOf(record),
    stages: new Map([...world.records].map(([id, { stage }]) => [id, stage?.stage.id ?? ""])),
    owner: record?.owner.person,
    notices,
    priorities: new Map(opened.map(({ handoff, priority = "" }) => [handoff.id, priority])),
  };
}

const snapshot = (one: Pick<StartedClock, "clock" | "record">): StartedClock => ({
  ...one,
  due: one.clock.due,
  priority: one.clock.priority,
  alerts: [...one.clock.alerts],
});

function raisedAt(world: World, steps: readonly Step[]): readonly Pick<StartedClock, "clock" | "record">[] {
  const raised = steps.filter(({ kind }) => kind === "priority");
  return raised.flatMap(({ record, episode }) => {
    const running = world.records.get(record)?.running ?? [];
    const own = running.filter(
      (clock) => clock.episode === episode && clock.placed?.deadline.within?.kind === "by-priority",
    );
    return own.map((clock) => ({ clock, record }));
  });
}

function coolOffOf(record: RecordState | undefined): Moment["coolOff"] {
  const { coolOffUntil: until, coolOffFor: reason } = record ?? {};
  return until === undefined || reason === undefined ? undefined : { until, reason };
}

function returnsOf(record: RecordState | undefined): ReadonlyMap<string, number> {
  return new Map(
    [...(record?.returns ?? [])].flatMap(([handoff, times]) => times.slice(-1).map((at) => [handoff, at] as const)),
  );
}

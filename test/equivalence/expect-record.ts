import { onlyRecord, type Step } from "../../src/journey/index.ts";
import type { Told } from "./account.ts";
import type { Bounded } from "./bounded-moments.ts";
import { type CoolOff, coolOffBetween } from "./cool-off-end.ts";
import type { Subject } from "./subject.ts";

/** What beside stages and handoffs stands on a record: its first entries, its cool-off, hollow reasons, first touches. */
export function expectRecord(subject: Subject, bounded: readonly Bounded[], latencyMs: number): readonly Told[] {
  return [
    ...firstEntries(bounded),
    ...coolOffStates(subject, bounded, latencyMs),
    ...hollows(bounded),
    ...firstTouches(subject, bounded),
    ...lifecycles(subject, bounded),
  ];
}

/** A stay that is over at once may not be dated: then the next one is the first. */
function firstEntries(bounded: readonly Bounded[]): readonly Told[] {
  const certain = new Set<string>();
  return bounded.flatMap(({ moment, from, limit }) => {
    const entries = moment.steps.filter(({ kind, record }) => kind === "entered" && record === onlyRecord);
    return entries.flatMap((step): readonly Told[] => {
      const { stage = "", clause } = step;
      if (certain.has(stage)) return [];
      const isOptional = step !== entries.at(-1);
      if (!isOptional) certain.add(stage);
      return [[`${stage} first entered`, { value: "", from, to: limit, isOptional, clause }]];
    });
  });
}

const givesReason = ({ kind, record, reason }: Step): boolean =>
  record === onlyRecord && reason !== undefined && (kind === "entered" || kind === "returned");

/** A cool-off that runs, and the moment from which a portal shows it as running. */
interface Running extends CoolOff {
  readonly at: Bounded;
}

/** It runs until its date, unless a reason without one ends it before: a portal does not end it for who is called back. */
function coolOffStates(subject: Subject, bounded: readonly Bounded[], latencyMs: number): readonly Told[] {
  const rests = bounded.filter(({ moment }) => moment.steps.some(givesReason));
  /** Until when a cool-off runs that starts with one of them, where that is before the next. */
  const overAfter = (index: number): Span | undefined => {
    const running = rests[index] && restFrom(rests[index]);
    const instant = rests[index + 1]?.moment.at ?? Number.POSITIVE_INFINITY;
    return running && overBefore(subject, running, { instant, latencyMs });
  };
  const isRunning = (index: number): boolean => {
    const at = rests[index];
    return at !== undefined && restFrom(at) !== undefined && overAfter(index) === undefined;
  };
  return rests.flatMap((at, index): readonly Told[] => {
    const over = overAfter(index);
    if (restFrom(at) === undefined) return isRunning(index - 1) ? [coolOffTold("over", at)] : [];
    const begun = isRunning(index - 1) ? [] : [coolOffTold("running", at)];
    return [...begun, ...(over === undefined ? [] : [coolOffTold("over", over)])];
  });
}

type Span = Pick<Bounded, "from" | "limit">;

const coolOffTold = (value: string, { from, limit }: Span): Told => [
  "cool-off",
  { value, from, to: limit, isOptional: false, clause: "reasons" },
];

const restFrom = (at: Bounded): Running | undefined =>
  at.moment.coolOff === undefined ? undefined : { ...at.moment.coolOff, since: at.moment.at, at };

function overBefore(
  subject: Subject,
  running: Running,
  { instant, latencyMs }: { readonly instant: number; readonly latencyMs: number },
): Span | undefined {
  const { from, to } = coolOffBetween(subject, running);
  const late = running.at.limit - running.at.moment.at;
  return from > instant ? undefined : { from, limit: to + late + latencyMs };
}

/** Contacts count from a handoff on: for who was put into a stage by hand a portal may have counted earlier ones. */
function hollows(bounded: readonly Bounded[]): readonly Told[] {
  let isByHand = false;
  return bounded.flatMap((one) => {
    const told = hollowTold(one);
    const either = told.flatMap(([key, expectation]): readonly Told[] =>
      ["yes", "no"].map((value) => [key, { ...expectation, value, isOptional: true }]),
    );
    const shown = isByHand ? either : told;
    for (const { kind, cause, record } of one.moment.steps)
      if (kind === "opened" || (kind === "entered" && record === onlyRecord))
        isByHand = cause === "hand" || cause === "departure" || cause === "given";
    return shown;
  });
}

function hollowTold({ moment, from, limit }: Bounded): readonly Told[] {
  return moment.steps.flatMap((step): readonly Told[] => {
    const { kind, cause, record, clause, episode } = step;
    const base = { from, to: limit, isOptional: false, clause };
    const told = (isHollow: boolean): Told => ["hollow", { ...base, value: isHollow ? "yes" : "no" }];
    if (kind === "refused") return [told(episode?.isHollow === true)];
    if (kind !== "entered" || cause !== "reason" || record !== onlyRecord) return [];
    return [told(moment.steps.some(({ note }) => note === "hollow"))];
  });
}

/** How a passing stands; the first touch since it opened, and whether it is dated. */
interface Passing {
  readonly state: string;
  readonly touch: Bounded | undefined;
  /** The last one: of those while it is held back HubSpot knows no other when the receiver gets it. */
  readonly last: Bounded | undefined;
  readonly isDated: boolean;
}

/** The first touch of each passing, from its opening on, is dated once it is received. */
function firstTouches({ contract }: Subject, bounded: readonly Bounded[]): readonly Told[] {
  return [...contract.handoffs.keys()].flatMap((id) => {
    let passing: Passing = { state: "closed", touch: undefined, last: undefined, isDated: false };
    return bounded.flatMap((at): readonly Told[] => {
      passing = touched(at.moment.steps.filter(({ handoff }) => handoff === id).reduce(passed, passing), at);
      const { touch, last = touch, isDated, state } = passing;
      if (touch === undefined || last === undefined || isDated || state !== "with the receiver") return [];
      passing = { ...passing, isDated: true };
      return [
        [
          `${id} first touch at`,
          { value: "", from: touch.from, to: last.limit, isOptional: false, clause: `handoffs.${id}` },
        ],
      ];
    });
  });
}

const passed = (passing: Passing, { kind }: Step): Passing => ({
  ...(kind === "opened" ? { touch: undefined, last: undefined, isDated: false } : passing),
  state: states[kind] ?? passing.state,
});

const touched = (passing: Passing, at: Bounded): Passing =>
  at.moment.act?.kind === "touch" && passing.state !== "closed"
    ? { ...passing, touch: passing.touch ?? at, last: at }
    : passing;

const states: Readonly<Record<string, string | undefined>> = {
  opened: "held",
  received: "with the receiver",
  accepted: "with the receiver",
  refused: "closed",
  withdrawn: "closed",
  expired: "closed",
  departed: "closed",
};

/** HubSpot's own lifecycle goes forward with the stages that mirror it, never back. */
function lifecycles({ contract }: Subject, bounded: readonly Bounded[]): readonly Told[] {
  let reached = -1;
  return bounded.flatMap(({ moment, from, limit }) => {
    const entries = moment.steps.filter(({ kind, record }) => kind === "entered" && record === onlyRecord);
    return entries.flatMap((step): readonly Told[] => {
      const { stage, clause } = step;
      const isOptional = step !== entries.at(-1);
      const value = contract.stages.get(stage ?? "")?.crm?.lifecycleStage;
      const place = lifecycle.indexOf(value ?? "");
      if (value === undefined || place <= reached) return [];
      reached = place;
      return [["lifecycle", { value, from, to: limit, isOptional, clause }]];
    });
  });
}

const lifecycle = ["subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity", "customer"];

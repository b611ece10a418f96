import type { Instant } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import type { Clock, Listener, Notice, Step, Terms } from "../journey/index.ts";
import type { Batch } from "./statistics.ts";
import { createWaitHistogram, type WaitHistogram } from "./wait-histogram.ts";
import type { Lead } from "./work.ts";

/** What was counted about one deadline. */
export interface DeadlineTally {
  readonly name: string;
  readonly owedBy: Id | undefined;
  inTime: number;
  late: number;
  /** No longer asked for when it was let go. */
  exempt: number;
  /** By the week in which it was due. */
  readonly weeks: Batch[];
  /** Open time from the start to the stop. */
  readonly waits: WaitHistogram;
  /** The longest, longest first. */
  worst: readonly Wait[];
}

/** One wait of one lead. */
export interface Wait {
  readonly lead: number;
  readonly run: number;
  readonly startedAt: Instant;
  readonly due: Instant;
  /** Undefined where it was still open at the end. */
  readonly stoppedAt: Instant | undefined;
  readonly openMs: number;
}

/** What was counted about one handoff. */
export interface HandoffTally {
  opened: number;
  received: number;
  accepted: number;
  refused: number;
  withdrawn: number;
  /** Refusals that came back to the sender. */
  sentBack: number;
  /** Ended because it was refused too often. */
  tooOften: number;
  readonly reasons: Map<Id, number>;
}

/** What one run counts. */
export interface Tally {
  readonly run: number;
  readonly deadlines: Map<string, DeadlineTally>;
  readonly handoffs: Map<Id, HandoffTally>;
  readonly entries: Map<Id, number>;
  readonly escalations: Map<Id, number>;
  /** Acts that the interpreter did not take as they were meant, by note. */
  readonly notes: Map<string, number>;
  /** Leads in an open stage at the end for which nothing was going to happen any more, by stage. */
  readonly stranded: Map<Id, number>;
  outOfScope: number;
}

/** So many of the longest waits are kept of each deadline. */
export const worstKept = 5;

/** Counters at zero. */
export function createTally(run: number): Tally {
  return {
    run,
    deadlines: new Map(),
    handoffs: new Map(),
    entries: new Map(),
    escalations: new Map(),
    notes: new Map(),
    stranded: new Map(),
    outOfScope: 0,
  };
}

/** Where and when a tally counts. */
export interface Counting {
  readonly tally: Tally;
  readonly terms: Terms;
  readonly span: { readonly start: Instant; readonly end: Instant };
  readonly lead: () => Lead | undefined;
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** Hears what the interpreter tells and counts it. */
export function listenFor(counting: Counting): Listener {
  const { tally } = counting;
  const onNotice = ({ kind, to }: Notice): void => {
    if (kind === "escalation") addTo(tally.escalations, to);
  };
  const onStep = (step: Step): void => {
    switch (step.kind) {
      case "stopped":
        if (step.clock !== undefined) countClock(counting, step.clock);
        return;
      case "entered":
        addTo(tally.entries, step.stage ?? "");
        return;
      case "noted":
        addTo(tally.notes, step.note ?? "");
        return;
      default:
        countHandoff(tally, step);
    }
  };
  return { onStep, onNotice };
}

function countHandoff(tally: Tally, { kind, handoff, reason, clause }: Step): void {
  if (handoff === undefined) return;
  const counted = handoffTally(tally, handoff);
  if (kind === "opened" || kind === "received" || kind === "accepted" || kind === "withdrawn") counted[kind] += 1;
  if (kind === "refused") {
    counted.refused += 1;
    addTo(counted.reasons, reason ?? "");
  }
  if (kind !== "returned") return;
  if (clause.endsWith(".recycle")) counted.tooOften += 1;
  else counted.sentBack += 1;
}

/** A deadline counts in the period of its due time: what is due after the end is not judged, whatever became of it. */
export function countClock({ tally, terms, span, lead }: Counting, clock: Clock): void {
  if (clock.due > span.end) return;
  const counted = deadlineTally(tally, clock);
  if (clock.final === "exempt") {
    counted.exempt += 1;
    return;
  }
  const isLate = clock.final !== "met";
  if (isLate) counted.late += 1;
  else counted.inTime += 1;
  const week = Math.max(0, Math.floor((clock.due - span.start) / weekMs));
  while (counted.weeks.length <= week) counted.weeks.push({ hits: 0, all: 0 });
  const { hits = 0, all = 0 } = counted.weeks[week] ?? {};
  counted.weeks[week] = { hits: hits + (isLate ? 1 : 0), all: all + 1 };
  const openMs = terms.clockOf(clock.owedBy).openTimeBetween(clock.startedAt, clock.stoppedAt ?? span.end);
  counted.waits.add(openMs);
  const shortest = counted.worst[worstKept - 1];
  if (shortest !== undefined && shortest.openMs >= openMs) return;
  const { startedAt, due, stoppedAt } = clock;
  const wait: Wait = { lead: lead()?.number ?? 0, run: tally.run, startedAt, due, stoppedAt, openMs };
  counted.worst = [...counted.worst, wait].sort((one, other) => other.openMs - one.openMs).slice(0, worstKept);
}

function deadlineTally({ deadlines }: Tally, { name, owedBy }: Clock): DeadlineTally {
  const known = deadlines.get(name);
  if (known !== undefined) return known;
  const made: DeadlineTally = {
    name,
    owedBy,
    inTime: 0,
    late: 0,
    exempt: 0,
    weeks: [],
    waits: createWaitHistogram(),
    worst: [],
  };
  deadlines.set(name, made);
  return made;
}

function handoffTally({ handoffs }: Tally, handoff: Id): HandoffTally {
  const known = handoffs.get(handoff);
  if (known !== undefined) return known;
  const made: HandoffTally = {
    opened: 0,
    received: 0,
    accepted: 0,
    refused: 0,
    withdrawn: 0,
    sentBack: 0,
    tooOften: 0,
    reasons: new Map(),
  };
  handoffs.set(handoff, made);
  return made;
}

/** Counts one more under a name. */
export function addTo(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

import type { BusinessClock, Instant } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import type { RecordState, World } from "../journey/index.ts";
import type { Agenda } from "./agenda.ts";
import type { Exit, LeadKind, StageScheme } from "./scheme.ts";
import type { WaitHistogram } from "./wait-histogram.ts";

/** What somebody does with a lead. */
export type Task = "decision" | "completion" | "repair" | "touch";

/** A piece of work, from when it is wanted until it is done; in the agenda it stands for its end. */
export interface Work {
  readonly kind: "done";
  readonly task: Task;
  readonly desk: Desk;
  /** What it is about: a passing, a return, or a stay in a stage. Another subject is other work. */
  readonly subject: object;
  readonly role: Id;
  /** Who does it: the people of that role, or of a member of it. */
  readonly pool: StaffPool;
  /** Lower goes first; of the same rank who came first. */
  readonly rank: number;
  readonly wantedAt: Instant;
  /** Void: nobody wants it any more, though somebody may still be busy with it. */
  state: "waiting" | "busy" | "void";
}

/** A record of a lead with the work on it; in the agenda it stands for the end of a pause between two touches. */
export interface Desk {
  readonly kind: "desk";
  readonly lead: Lead;
  readonly record: RecordState;
  work: Work | undefined;
  plan: StagePlan | undefined;
  /** When the agenda looks at it again; Infinity where it does not. */
  wakesAt: Instant;
}

/** A lead on its way; in the agenda it stands for what time brings to its records. */
export interface Lead {
  readonly kind: "lead";
  readonly number: number;
  readonly leadKind: LeadKind;
  readonly world: World;
  readonly desks: Desk[];
  /** The earliest time at which the agenda looks at it. */
  timerAt: Instant;
  /** A new sign that is still to come. */
  signAt: Instant;
  /** The stay in parking for which it was drawn whether the lead comes back. */
  parkedAt: Instant;
}

/** A lead that was away shows a new sign. */
export interface Comeback {
  readonly kind: "comeback";
  readonly lead: Lead;
}

/** What will be done with a record while it is in a stage, drawn when it enters. */
export interface StagePlan {
  readonly stage: string;
  readonly enteredAt: Instant;
  readonly scheme: StageScheme;
  readonly exit: Exit | undefined;
  readonly visit: number;
  touchesLeft: number;
  touchesMade: number;
  firstTouchAt: Instant;
  /** When the next touch makes sense. */
  readyAt: Instant;
}

/** The people of one role with the line in front of them; in the agenda it stands for the next opening of their office. */
export interface StaffPool {
  readonly kind: "opening";
  readonly role: Id;
  readonly staff: number;
  readonly clock: BusinessClock;
  readonly line: Agenda<Work>;
  readonly span: { readonly start: Instant; readonly end: Instant };
  waiting: number;
  busy: number;
  /** The opening that the agenda knows of already. */
  opensAt: Instant;
  readonly measures: PoolMeasures;
}

/** What was measured at a pool. Times of the line are elapsed, so that its area is the sum of its waits to the millisecond. */
export interface PoolMeasures {
  changedAt: Instant;
  /** Waiting pieces of work times milliseconds. */
  area: number;
  /** The same, week by week. */
  readonly weeks: number[];
  waitedMs: number;
  joined: number;
  started: number;
  gaveUp: number;
  longest: number;
  longestAt: Instant;
  /** Open time in which people worked, and in which work waited. */
  busyMs: number;
  openWaitedMs: number;
  readonly openWaits: WaitHistogram;
}

import type { Instant } from "../calendar/index.ts";
import type { Handoff, Id, PlacedDeadline } from "../contract/index.ts";
import type { Condition, EvaluationContext } from "../criteria/index.ts";
import type { Cause } from "./cause.ts";
import type { FieldValue, TouchKind } from "./event.ts";
import type { StageTerms, Terms } from "./terms.ts";

/** Whether a promise was kept: in time, after it, not yet though past it, not yet, or no longer asked for. */
export type Verdict = "met" | "late" | "overdue" | "pending" | "exempt";

/** Who holds a record: a position, and the person in it where one is known. */
export interface Holder {
  readonly role?: Id;
  readonly person?: string;
}

/** A deadline that runs, ran, or comes back. */
export interface Clock {
  /** Such as `marketing-to-sdr.decision`, as commitments and `revpact deadline` name it. */
  readonly name: string;
  readonly clause: string;
  /** Absent for the clocks of feedback and repair, which have no reminders. */
  readonly placed?: PlacedDeadline;
  /** The passing it belongs to; absent for a deadline of a stage. */
  readonly episode?: Episode;
  readonly owedBy: Id | undefined;
  readonly startedAt: Instant;
  /** The terms under which it started: another version of the contract does not change it. */
  readonly terms: Terms;
  /** The later start that a higher priority or a newcomer gave it; reminders are shares of the time from here. */
  runsFrom: Instant;
  /** Infinity where the calendar never opens again. */
  due: Instant;
  priority?: Id;
  /** What is still to be told, in order of time. */
  alerts: Alert[];
  /** When it stopped or was let go; undefined while it runs. */
  stoppedAt?: Instant;
  /** Set when it stops, and when a newcomer takes over. */
  final?: Verdict;
  /** Who held the record at the due time. */
  heldAtDue?: Holder;
}

/** Something that a running clock tells somebody. */
export interface Alert {
  readonly at: Instant;
  readonly clause: string;
  /** At the due time itself nobody is told: it is remembered who held the record. */
  readonly kind: "reminder" | "due" | "escalation";
  readonly share?: number;
  readonly notify: readonly Id[];
  readonly reassign?: Id;
}

/** How a handoff stands. */
export type EpisodeStatus = "incomplete" | "pending" | "accepted" | "refused" | "withdrawn" | "expired" | "departed";

/** One passing of a record through a handoff. */
export interface Episode {
  readonly handoff: Handoff;
  readonly terms: Terms;
  readonly openedAt: Instant;
  /** The version of the agreement it opened under. */
  readonly version: string;
  /** The stage the record was in, and its holder, before it was handed over. */
  readonly from: Id;
  readonly sender: Holder;
  /** Touches of the moment it opened that came before it: the sender's, which no deadline of the receiver counts. */
  readonly touchesBefore: readonly Touch[];
  status: EpisodeStatus;
  priority?: Id;
  /** When the receiver's clocks started. */
  receivedAt?: Instant;
  /** The first decision stands, even while its reason is missing. */
  decision?: "accepted" | "refused";
  decidedAt?: Instant;
  closedAt?: Instant;
  reason?: Id;
  detail?: string;
  /** A refusal whose reason needs touches that were not made. */
  isHollow?: boolean;
  /** The record that acceptance made on another object. */
  made?: string;
  readonly clocks: Clock[];
}

/** An outbound contact by a person. */
export interface Touch {
  readonly kind: TouchKind;
  readonly at: Instant;
  readonly by?: string;
}

/** All that is known of one record. It has every key from the start, so that all records look alike to the engine that runs them. */
export interface RecordState {
  readonly id: string;
  readonly object: string;
  readonly createdAt: Instant;
  readonly valuation: {
    readonly fields: Map<string, FieldValue>;
    readonly signals: Map<string, number[]>;
    readonly linked: Map<string, string[]>;
  };
  /** The records of other objects that belong to it, and the one it belongs to. */
  readonly linkedRecords: RecordState[];
  readonly origin: RecordState | undefined;
  readonly touches: Touch[];
  readonly episodes: Episode[];
  /** Clocks of the stage it is in, and of those it left. */
  readonly stageClocks: Clock[];
  /** Those of any kind that still run. */
  readonly running: Clock[];
  /** Refusals by a handoff whose record did not end, in order of time. */
  readonly returns: Map<Id, Instant[]>;
  stage: StageTerms | undefined;
  enteredAt: Instant | undefined;
  /** Why it was last refused, left or expired. */
  lastReason: Id | undefined;
  status: string | undefined;
  owner: Holder;
  /** Coming back by itself needs a signal newer than this. */
  awaySince: Instant | undefined;
  coolOffUntil: Instant | undefined;
  /** The reason whose cool-off runs. */
  coolOffFor: Id | undefined;
  /** A refusal sent it back to its sender, who owes the next step. */
  sentBack: { readonly handoff: Id; readonly to: Holder; readonly repair?: Clock } | undefined;
  /** It was there before the agreement takes effect, and nothing was decided about it yet. */
  isWaitingForEffect: boolean;
  lifecycleStage: string | undefined;
  /** Who looks after the account or the contact already. */
  keepers: { readonly [owner in "company-owner" | "contact-owner"]?: string };
  /** Deleted, or merged into another. */
  isGone: boolean | undefined;
  expiresAt: Instant | undefined;
  /** When a condition may come to hold by time alone. */
  looksAgainAt: Instant | undefined;
}

/** What happened, when, and the clause that decided it. */
export interface Step {
  readonly at: Instant;
  readonly record: string;
  readonly kind: StepKind;
  /** Why it entered a stage. */
  readonly cause?: Cause;
  /** The clause that decided it, such as `reasons.bad-timing.moveTo`. */
  readonly clause: string;
  readonly stage?: Id;
  readonly from?: Id;
  readonly handoff?: Id;
  readonly reason?: Id;
  readonly priority?: Id;
  readonly clock?: Clock;
  readonly episode?: Episode;
  readonly by?: string;
  readonly note?: Note;
}

/** The kinds of step. */
export type StepKind =
  | "entered"
  | "opened"
  | "received"
  | "accepted"
  | "decided"
  | "refused"
  | "withdrawn"
  | "expired"
  | "departed"
  | "started"
  | "stopped"
  | "priority"
  | "reassigned"
  | "rested"
  | "returned"
  | "owner"
  | "noted";

/** Why an event changed nothing, or was more than the contract says. */
export type Note =
  | "no-such-handoff"
  | "no-such-stage"
  | "already-handed-over"
  | "out-of-scope"
  | "not-their-move"
  | "not-pending"
  | "criteria-not-met"
  | "fields-missing"
  | "already-decided"
  | "only-a-touch-accepts"
  | "reason-not-offered"
  | "reason-missing"
  | "detail-missing"
  | "no-way-by-hand"
  | "touch-typed-late"
  | "record-gone"
  | "nothing-to-repair"
  | "before-the-agreement"
  | "hollow";

/** A message that somebody gets. */
export interface Notice {
  readonly at: Instant;
  readonly record: string;
  /** The role told, `owner` resolved to the role that holds the record. */
  readonly to: Id;
  /** True where the contract says `owner`, or where it is a reminder. */
  readonly isHolder: boolean;
  readonly person?: string;
  readonly kind: "reminder" | "escalation";
  readonly share?: number;
  readonly clock: Clock;
  readonly clause: string;
}

/** Hears what happens while events are applied; each is optional, so that a simulation pays only for what it counts. */
export interface Listener {
  /** A condition is about to decide something. */
  readonly onJudge?: (condition: Condition, record: RecordState, context: EvaluationContext) => void;
  /** A clause applied that no step tells of. */
  readonly onClause?: (clause: string) => void;
  readonly onStep?: (step: Step) => void;
  readonly onNotice?: (notice: Notice) => void;
}

/** The records of a journey at a moment. It belongs to its caller and changes as events are applied. */
export interface World {
  now: Instant;
  terms: Terms;
  readonly records: Map<string, RecordState>;
  readonly listener: Listener;
}

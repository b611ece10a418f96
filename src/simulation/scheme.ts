import type { Duration } from "../calendar/index.ts";
import type { CrmObject, Id, Reason } from "../contract/index.ts";
import type { Condition } from "../criteria/index.ts";
import type { FieldValue, TouchKind } from "../journey/index.ts";
import type { Timing, Weighted } from "./distributions.ts";

/** Leads of one sort: what is known of them and what they do when they arrive. */
export interface LeadKind {
  readonly label: string;
  /** The conditions it was found for, where it was. */
  readonly because: readonly Condition[];
  readonly fields: readonly FieldDraw[];
  readonly signals: readonly SignalDraw[];
}

/** A field and the values it may have; an absent value is unknown. */
export interface FieldDraw {
  readonly field: Id;
  readonly number: number;
  readonly values: readonly Weighted<FieldOrigin>[];
}

/** A value, or a moment so far from the arrival. */
export type FieldOrigin =
  | { readonly kind: "unknown" }
  | { readonly kind: "value"; readonly value: FieldValue }
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "moment"; readonly offsetMs: number; readonly isDate: boolean };

/** A signal, how often it comes when it comes, and in which share of the leads. */
export interface SignalDraw {
  readonly signal: Id;
  readonly number: number;
  readonly times: number;
  readonly share: number;
}

/** What makes conditions hold: values and signals of a lead that was found for them. */
export interface Provision {
  readonly conditions: readonly Condition[];
  readonly requires: readonly Id[];
  readonly fields: readonly { readonly field: Id; readonly origin: FieldOrigin }[];
  readonly signals: readonly { readonly signal: Id; readonly times: number }[];
}

/** What receivers of a handoff do. */
export interface HandoffScheme {
  readonly number: number;
  readonly refused: number;
  readonly reasons: readonly Weighted<Reason>[];
  readonly decision: Timing;
  readonly touch: TouchKind;
}

/** How a worked stage ends. */
export type Exit =
  | { readonly kind: "hand-over"; readonly handoff: Id; readonly provision: Provision }
  | { readonly kind: "move"; readonly stage: Id; readonly provision: Provision }
  | { readonly kind: "qualify"; readonly provision: Provision }
  /** A record of another object is made by hand, such as a deal. */
  | { readonly kind: "open"; readonly stage: Id; readonly object: CrmObject; readonly provision: Provision }
  | { readonly kind: "leave"; readonly reason: Reason };

/** What is done in a stage: touches with pauses between, then one of its ways out. */
export interface StageScheme {
  readonly number: number;
  readonly exits: readonly Weighted<Exit>[];
  readonly touches: number;
  readonly pause: Pause;
  readonly effort: Timing;
  readonly touch: TouchKind;
}

/** How long people wait between two touches: in open time, or in elapsed time. */
export interface Pause {
  readonly timing: Timing;
  readonly isOpenTime: boolean;
}

/** When leads arrive. */
export interface ArrivalScheme {
  /** Leads per millisecond, on the average of a usual month. */
  readonly perMs: number;
  /** Weights of the 168 hours of the local week from Monday 00:00, on average 1. */
  readonly hours: readonly number[];
  /** Factors of named months, such as `2027-08`, or of a month of every year, such as `08`. */
  readonly months: ReadonlyMap<string, number>;
}

/** Everything a simulation does that the contract does not say. */
export interface Scheme {
  readonly arrivals: ArrivalScheme;
  readonly kinds: readonly Weighted<LeadKind>[];
  readonly comeback: { readonly share: number; readonly after: Duration };
  readonly completion: Timing;
  readonly repair: Timing;
  readonly handoffs: ReadonlyMap<Id, HandoffScheme>;
  readonly stages: ReadonlyMap<Id, StageScheme>;
  readonly staff: ReadonlyMap<Id, number>;
}

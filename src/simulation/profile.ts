import type { Duration } from "../calendar/index.ts";
import type { Id } from "../contract/index.ts";
import type { FieldValue } from "../journey/index.ts";
import type { Timing } from "./distributions.ts";

/** What is known about leads and people beside the contract; everything may be left out. */
export interface Profile {
  /** How many leads arrive per day, where the profile says so. */
  readonly perDay?: number;
  readonly days?: ReadonlyMap<number, number>;
  /** Parts of the day in hours, with their weights. */
  readonly hours?: readonly { readonly from: number; readonly to: number; readonly weight: number }[];
  readonly months?: ReadonlyMap<string, number>;
  readonly leads?: readonly KindProfile[];
  /** How many past leads it was read off. */
  readonly pastLeads?: number;
  readonly fields?: ReadonlyMap<Id, readonly ValueShare[]>;
  readonly signals?: ReadonlyMap<Id, SignalShare>;
  readonly comeback?: { readonly share: number; readonly after: Duration };
  readonly staff?: ReadonlyMap<Id, number>;
  readonly effort?: EffortProfile;
  readonly handoffs?: ReadonlyMap<Id, HandoffProfile>;
  readonly stages?: ReadonlyMap<Id, StageProfile>;
}

/** Mean times of work in milliseconds, and how they vary. */
export interface EffortProfile {
  readonly decision?: number;
  readonly completion?: number;
  readonly repair?: number;
  readonly touch?: number;
  readonly shape?: Timing["shape"];
  readonly spread?: number;
}

/** One sort of lead and how many of a hundred are of it. */
export interface KindProfile {
  readonly label: string;
  readonly share: number;
  readonly fields: ReadonlyMap<Id, readonly ValueShare[]>;
  readonly signals: ReadonlyMap<Id, SignalShare>;
}

/** A value of a field with its share; an absent value means unknown. */
export interface ValueShare {
  readonly value?: FieldValue | { readonly low: number; readonly high: number };
  readonly share: number;
}

/** How many leads give a signal, and how often those give it. */
export interface SignalShare {
  readonly share: number;
  readonly times: number;
}

/** What the receivers of a handoff do. */
export interface HandoffProfile {
  readonly refused?: number;
  readonly reasons?: ReadonlyMap<Id, number>;
  readonly decision?: number;
}

/** What is done in a stage. */
export interface StageProfile {
  readonly touches?: number;
  readonly pause?: Duration;
  readonly touch?: number;
  readonly goesOn?: number;
  /** Weights of the handoffs and stages that follow. */
  readonly ways?: ReadonlyMap<Id, number>;
  readonly reasons?: ReadonlyMap<Id, number>;
}

const minuteMs = 60_000;

/** What is supposed where neither contract nor profile says anything. */
export const defaults = {
  effort: {
    decision: 15 * minuteMs,
    completion: 10 * minuteMs,
    repair: 15 * minuteMs,
    touch: 10 * minuteMs,
    shape: "lognormal",
    spread: 1,
  },
  known: 0.9,
  refused: 0.25,
  touches: 2,
  pause: { kind: "business", amount: 1, unit: "days" },
  goesOn: 0.5,
  comeback: { share: 0.2, after: { kind: "calendar", amount: 90, unit: "days" } },
} as const satisfies {
  readonly effort: Required<EffortProfile>;
  readonly pause: Duration;
  readonly comeback: NonNullable<Profile["comeback"]>;
  readonly [other: string]: unknown;
};

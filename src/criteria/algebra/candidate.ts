import type { Duration } from "../../calendar/index.ts";
import type { Scalar } from "../condition.ts";
import { type EvaluationContext, evaluate, type Valuation } from "../evaluate.ts";
import type { Leaf } from "../normal-form.ts";
import { elapsedBounds } from "./elapsed-bounds.ts";

/** What a lead may show about one subject, told as data. */
export type Sample =
  | { readonly kind: "unknown" }
  | { readonly kind: "value"; readonly value: Scalar | readonly string[] }
  /** Any value that no condition names. */
  | { readonly kind: "other" }
  /** A moment, by its date or by the narrowest window that it is in and the widest that it is not in. */
  | {
      readonly kind: "moment";
      readonly isPast: boolean;
      readonly date?: string;
      readonly within?: Duration;
      readonly beyond?: Duration;
    }
  /** How often a signal came: in all, within the narrowest window that holds them all, and not within the widest that holds none. */
  | { readonly kind: "signal"; readonly times: number; readonly within?: Duration; readonly beyond?: Duration }
  | { readonly kind: "linked"; readonly stages: readonly string[] };

/** One way a subject may be, with everything the reference evaluation needs to judge conditions on it. */
export interface Candidate {
  readonly sample: Sample;
  readonly valuation: Valuation;
  readonly context: EvaluationContext;
}

/** Candidates that all leaves answer alike: one cell. */
export interface CandidateClass {
  readonly answers: readonly boolean[];
  readonly members: readonly Candidate[];
}

/** Whether a leaf holds for a candidate: the reference evaluation itself, so that the algebra can't drift from it. */
export function holdsFor(leaf: Leaf, candidate: Candidate): boolean {
  return evaluate(leaf, candidate.valuation, candidate.context);
}

/** A moment of judgement; only differences to it matter. */
export const presentMs = Date.UTC(2027, 5, 16, 12);

/** How long durations take: as short as they can be, or as long. Between the two every order of two windows occurs. */
export type Stretch = "least" | "most";

/** A context at a moment in which every duration takes its least, or its most. */
export function contextAt(now: number, stretch: Stretch): EvaluationContext {
  return {
    now,
    after: (moment, duration) => moment + elapsedBounds(duration)[stretch],
    resolveNamed: () => undefined,
  };
}

/** A lead of which only one field is told; undefined is an unknown value. */
export function fieldCandidate(
  field: string,
  value: Scalar | readonly string[] | undefined,
  sample: Sample,
): Candidate {
  const fields = new Map(value === undefined ? [] : [[field, value]]);
  return {
    sample,
    valuation: { fields, signals: new Map(), linked: new Map() },
    context: contextAt(presentMs, "least"),
  };
}

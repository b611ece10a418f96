import type { Bilingual } from "../diagnostics/index.ts";

/** How far the CRM holds people to a clause: by itself, within a stated error, by showing a breach, or not at all. */
export type FidelityLevel = "enforced" | "approximated" | "detected" | "manual";

/** By how much the CRM may miss the moment that the contract means. */
export interface StatedError {
  /** What it is about: `due`, an alert such as `reminded-1`, `overdue` or `escalated-2`, or `expired`. */
  readonly of: string;
  /** The priority or reason whose time it is, where a deadline has several. */
  readonly variant?: string;
  /** Minutes of open time on the calendar that counts, delays of the CRM itself left out. */
  readonly earlyMinutes: number;
  readonly lateMinutes: number;
  /** The start, in milliseconds since the epoch, of a case in which it is that late, or that early where it is never late. */
  readonly worst?: number;
}

/** What the CRM does about one clause, and what is left for a person. */
export interface FidelityNote {
  /** Such as `handoffs.marketing-to-sdr.deadlines.decision`. */
  readonly clause: string;
  readonly level: FidelityLevel;
  readonly text: Bilingual;
  /** How a person does what the CRM does not. */
  readonly howTo?: Bilingual;
  /** Of an approximated clause: the error that its workflows can't avoid, computed over the contract's dates. */
  readonly errors?: readonly StatedError[];
}

/** Why a contract can't be compiled to a portal as it stands; `clauses` are the two that are in each other's way. */
export interface TargetProblem {
  /** Two clauses ask for one name, or two fields adopt one property. */
  readonly kind: "name-collision" | "duplicate-mapping";
  /** The address both ask for, such as `property:contacts/acme_inbound_stage`. */
  readonly address: string;
  readonly clauses: readonly [string, string];
}

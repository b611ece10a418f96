import type { Bilingual } from "../diagnostics/index.ts";

/** How far the CRM holds people to a clause: by itself, within a stated error, by showing a breach, or not at all. */
export type FidelityLevel = "enforced" | "approximated" | "detected" | "manual";

/** What the CRM does about one clause, and what is left for a person. */
export interface FidelityNote {
  /** Such as `handoffs.marketing-to-sdr.deadlines.decision`. */
  readonly clause: string;
  readonly level: FidelityLevel;
  readonly text: Bilingual;
  /** How a person does what the CRM does not. */
  readonly howTo?: Bilingual;
}

/** Why a contract can't be compiled to a portal as it stands; `clauses` are the two that are in each other's way. */
export interface TargetProblem {
  /** Two clauses ask for one name, or two fields adopt one property. */
  readonly kind: "name-collision" | "duplicate-mapping";
  /** The address both ask for, such as `property:contacts/acme_inbound_stage`. */
  readonly address: string;
  readonly clauses: readonly [string, string];
}

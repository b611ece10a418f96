import type { Code, EntryKind, Finding } from "../../diagnostics/index.ts";
import type { Analysis } from "../analysis.ts";
import type { Contract } from "../contract.ts";

/** What a rule may know besides the contract. */
export interface RuleFacts {
  /** Names that something refers to, per kind of entry. */
  readonly used: ReadonlyMap<EntryKind, ReadonlySet<string>>;
  /** Entries with errors of shape or name, such as `stages.mql`: what they would say is not known. */
  readonly damaged: ReadonlySet<string>;
  /** The day of judgement, an ISO date. */
  readonly asOf: string;
  /** What several rules ask, worked out once. */
  readonly analysis: Analysis;
}

/**
 * One rule of the catalogue. A rule that judges an `entry` keeps silent about entries with errors of shape or name;
 * one that judges the `contract` as a whole keeps silent while there is any such error, so that nothing cascades.
 */
export interface Rule {
  readonly codes: readonly Code[];
  readonly judges: "entry" | "contract";
  readonly check: (contract: Contract, facts: RuleFacts) => readonly Finding[];
}

/** True when any entry of these sections is damaged: a rule that needs them all then can't conclude. */
export function hasDamaged({ damaged }: RuleFacts, ...sections: readonly string[]): boolean {
  return [...damaged].some((entry) => sections.some((section) => entry === section || entry.startsWith(`${section}.`)));
}

import type { Code, EntryKind, Finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";

/** What a rule may know besides the contract. */
export interface RuleFacts {
  /** Names that something refers to, per kind of entry. */
  readonly used: ReadonlyMap<EntryKind, ReadonlySet<string>>;
  /** The day of judgement, an ISO date. */
  readonly asOf: string;
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

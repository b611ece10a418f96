import type { Ledger, LedgerProblem } from "./ledger.ts";
import type { Outcome } from "./outcome.ts";

/** Why what revpact keeps could not be read, written or locked; `place` names the file or address. */
export type StateProblem =
  | { readonly code: "unreadable"; readonly place: string; readonly reason: string }
  | { readonly code: "unwritable"; readonly place: string; readonly reason: string }
  | { readonly code: "corrupt"; readonly place: string; readonly problem: LedgerProblem }
  | { readonly code: "locked"; readonly place: string; readonly holder: LockHolder };

/** Who holds a lock and since when (ISO 8601, UTC). */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** Distinguishes two locks taken by one process. */
  readonly id: string;
}

/** Where a ledger lives; `load` answers undefined when there is none yet. */
export interface LedgerStore {
  load(): Promise<Outcome<Ledger | undefined, StateProblem>>;
  /** Resolves once the ledger is on the disk: a kill right after loses nothing. */
  save(ledger: Ledger): Promise<Outcome<undefined, StateProblem>>;
  /** One apply at a time: an error names the holder, a value releases the lock when called. */
  lock(): Promise<Outcome<() => Promise<void>, StateProblem>>;
}

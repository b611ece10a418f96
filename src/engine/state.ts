import type { JournalProblem, JournalRecord, StoredState } from "./journal.ts";
import type { Ledger, LedgerProblem } from "./ledger.ts";
import type { Outcome } from "./outcome.ts";

/** Why what revpact keeps could not be read, written or locked; `place` names the file or address. */
export type StateProblem =
  | { readonly code: "unreadable"; readonly place: string; readonly reason: string }
  | { readonly code: "unwritable"; readonly place: string; readonly reason: string }
  | { readonly code: "corrupt"; readonly place: string; readonly problem: LedgerProblem }
  | { readonly code: "corrupt-journal"; readonly place: string; readonly problem: JournalProblem }
  | { readonly code: "locked"; readonly place: string; readonly holder: LockHolder }
  /** The lease ran out while its holder stood still, or somebody broke it: nothing more is written under it. */
  | { readonly code: "lease-lost"; readonly place: string }
  /** A lock to be broken is not there, or is another one than was named. */
  | { readonly code: "other-lock"; readonly place: string; readonly holder?: LockHolder };

/** Who holds a lock, for what and since when (ISO 8601, UTC, by the holder's own clock). */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** No other lock has it, of this process or of any. */
  readonly id: string;
  /** What it is held for, such as `apply`. */
  readonly operation: string;
  /** A holder that gave no sign for so long has lost it, milliseconds. */
  readonly leaseMs: number;
}

/** A lock that is held, and the last sign its holder gave. */
export interface LockStatus {
  readonly holder: LockHolder;
  readonly lastSign: string;
  /** Its process is known to have ended: the next one takes it over at once. */
  readonly isAbandoned: boolean;
}

/**
 * Where the ledger, the journal and the lock of one environment live. A backend (a folder, a database, an object store,
 * a state server) has to give four things: reading without a lock; one lease at a time, each with a higher number than
 * all before; writing that is refused once a higher number is given out; and an append that is durable when it resolves.
 * What the records mean is the engine's: `replay`.
 */
export interface StateStore {
  /** The ledger with the journal laid over it, and the calls whose end is not known; no lock is needed. */
  load(): Promise<Outcome<StoredState, StateProblem>>;
  /** Takes the lock, or tells who has it. A holder without a sign for its whole lease is succeeded. */
  acquire(operation: string, from?: LeaseStart): Promise<Outcome<Lease, StateProblem>>;
  lockStatus(): Promise<Outcome<LockStatus | undefined, StateProblem>>;
  /** Takes the lock of this id from its holder, who can write no more; resolves to who that was. */
  breakLock(id: string): Promise<Outcome<LockHolder, StateProblem>>;
}

/** `kept`: what is kept is read first, and has to be whole. `nothing`: it is replaced by what is saved, however damaged it is. */
export type LeaseStart = "kept" | "nothing";

/** The right to write, until it is released, runs out or is broken. */
export interface Lease {
  /** Higher than that of every lease before: the store refuses what comes with a lower one. */
  readonly fence: number;
  /** As it was when the lease began. */
  readonly state: StoredState;
  /** Whether the right still holds, asked of the store and of the clock; once false, false for ever. */
  confirm(): Promise<boolean>;
  /** Resolves once the record is on the disk: a kill right after loses nothing. */
  append(record: JournalRecord): Promise<Outcome<undefined, StateProblem>>;
  /** Writes the ledger whole; of the journal stay the calls whose end is not known. */
  save(ledger: Ledger): Promise<Outcome<undefined, StateProblem>>;
  release(): Promise<void>;
}

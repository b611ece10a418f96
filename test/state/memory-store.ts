import { setTimeout as sleep } from "node:timers/promises";
import {
  done,
  failed,
  type JournalRecord,
  type Lease,
  type Ledger,
  type LockHolder,
  replay,
  type StateStore,
  type StoredState,
  stillOpen,
} from "../../src/engine/index.ts";

/** What processes of one memory share. */
export interface MemoryOptions {
  readonly createId: () => string;
  readonly leaseMs: number;
  /** The clock of the place itself: no process's own decides when a lease ran out. */
  readonly monotonic: () => number;
}

/** One process: its clock, which only people read, and its timer. */
export interface MemoryProcess {
  readonly now: () => Date;
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

interface Lock {
  readonly holder: LockHolder;
  readonly fence: number;
  readonly signMs: number;
  readonly lastSign: string;
}

const place = "memory";

/** State in memory as a database would keep it: each act looks at the lock and writes in one. */
export function createMemoryStore({ createId, leaseMs, monotonic }: MemoryOptions) {
  let ledger: Ledger | undefined;
  let journal: readonly JournalRecord[] = [];
  let lock: Lock | undefined;
  let fences = 0;
  const stored = (): StoredState => replay({ ledger, open: [] }, journal);
  const isValid = (one: Lock): boolean => monotonic() - one.signMs < leaseMs;

  const leaseOf = (own: Lock, { now, every }: MemoryProcess, state: StoredState, isKept: boolean): Lease => {
    const lost = failed({ code: "lease-lost", place } as const);
    let isReplaced = isKept;
    const holds = (): boolean => lock?.fence === own.fence && isValid(lock);
    const stop = every(leaseMs / 5, () => {
      if (lock !== undefined && holds()) lock = { ...lock, signMs: monotonic(), lastSign: now().toISOString() };
    });
    const append: Lease["append"] = async (record) => {
      if (!holds()) return lost;
      journal = [...journal, record];
      return done(undefined);
    };
    const save: Lease["save"] = async (next) => {
      if (!holds()) return lost;
      journal = isReplaced ? journal.reduce(stillOpen, []) : [];
      isReplaced = true;
      ledger = next;
      return done(undefined);
    };
    const release = async (): Promise<void> => {
      stop();
      if (lock?.fence === own.fence) lock = undefined;
    };
    return { fence: own.fence, state, confirm: async () => holds(), append, save, release };
  };

  return (process: MemoryProcess): StateStore => ({
    load: async () => done(stored()),
    acquire: async (operation, from = "kept") => {
      await sleep(0);
      if (lock !== undefined && isValid(lock)) return failed({ code: "locked", place, holder: lock.holder });
      fences += 1;
      const since = process.now().toISOString();
      const holder = { pid: 1, host: "here", since, id: createId(), operation, leaseMs };
      lock = { holder, fence: fences, signMs: monotonic(), lastSign: since };
      return done(
        leaseOf(lock, process, from === "kept" ? stored() : { ledger: undefined, open: [] }, from === "kept"),
      );
    },
    lockStatus: async () =>
      done(lock === undefined ? undefined : { holder: lock.holder, lastSign: lock.lastSign, isAbandoned: false }),
    breakLock: async (id) => {
      if (lock?.holder.id !== id) {
        const holder = lock === undefined ? {} : { holder: lock.holder };
        return failed({ code: "other-lock", place, ...holder });
      }
      const { holder } = lock;
      lock = undefined;
      return done(holder);
    },
  });
}

import { hostname } from "node:os";
import { join } from "node:path";
import { done, failed, type Hash, type LockHolder, type StateStore } from "../../engine/index.ts";
import { reasonOf } from "./error-code.ts";
import { openLease } from "./file-lease.ts";
import { breakLock, type LockOptions, readLock, takeLock } from "./lock-file.ts";
import { readState } from "./state-files.ts";

/** Where one environment's files lie, and what is passed in for the lock. */
export interface FileStoreOptions {
  /** `.revpact/<environment>`. */
  readonly folder: string;
  readonly now: () => Date;
  /** Milliseconds that only go forward, as `performance.now`. */
  readonly monotonic: () => number;
  /** A name for this lock that no other has, safe in a file name. */
  readonly createId: () => string;
  readonly leaseMs: number;
  readonly hash: Hash;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Does something again and again, until what it gives back is called; must not keep the process alive. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

/**
 * The state in a folder: `ledger.<n>.json`, `journal.<n>.jsonl` and `ledger.lock`, of which n is the number of the lease
 * that wrote them. Only the highest n is read, so that a holder whose lease was lost can't undo a successor's work.
 */
export function createFileStore(options: FileStoreOptions): StateStore {
  const { folder, now, monotonic, createId, sleep, leaseMs, hash, every } = options;
  const file = join(folder, "ledger.lock");
  const lockAs = (operation: string): LockOptions => {
    const base = { pid: process.pid, host: hostname(), since: now().toISOString() };
    const own: LockHolder = { ...base, id: createId(), operation, leaseMs };
    return { file, own, now, monotonic, sleep };
  };
  return {
    load: async () => {
      const read = await readState(folder, hash);
      return read.ok ? done(read.value.state) : read;
    },
    acquire: async (operation, from = "kept") => {
      const lock = await takeLock(lockAs(operation));
      if (!lock.ok) return lock;
      const lease = await openLease({ folder, lock: lock.value, lockFile: file, leaseMs, hash, every, from });
      if (!lease.ok) lock.value.release();
      return lease;
    },
    lockStatus: async () => {
      try {
        return done(await readLock(file, hostname()));
      } catch (error) {
        return failed({ code: "unreadable", place: file, reason: reasonOf(error) });
      }
    },
    breakLock: async (id) => {
      const broken = await breakLock(id, lockAs("state lock break"));
      if (broken !== undefined) return done(broken);
      const holder = (await readLock(file, hostname()))?.holder;
      return failed({ code: "other-lock", place: file, ...(holder === undefined ? {} : { holder }) });
    },
  };
}

import { rm } from "node:fs/promises";
import {
  done,
  failed,
  type Hash,
  type Intent,
  type Lease,
  type LeaseStart,
  type Outcome,
  renderLedger,
  type StateProblem,
  stillOpen,
} from "../../engine/index.ts";
import { errorCode, reasonOf } from "./error-code.ts";
import { createJournal, type JournalWriter } from "./journal-writer.ts";
import type { HeldLock } from "./lock-file.ts";
import { countState, journalFile, ledgerFile, numbersIn, readState } from "./state-files.ts";
import { writeAtomically } from "./write-atomically.ts";

/** What a lease on a folder works with. */
export interface LeaseOptions {
  readonly folder: string;
  readonly lock: HeldLock;
  readonly lockFile: string;
  readonly leaseMs: number;
  readonly hash: Hash;
  readonly from: LeaseStart;
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

/** Signs of life in one lease. */
const beatsPerLease = 5;

/**
 * Begins a lease on a folder whose lock is held: a journal of a new number, which fences off all lower ones. What an
 * earlier holder left in its journal goes into a ledger of the new number first.
 */
export async function openLease(options: LeaseOptions): Promise<Outcome<Lease, StateProblem>> {
  const { folder, hash, lock } = options;
  const before = await (options.from === "kept" ? readState(folder, hash) : countState(folder));
  if (!before.ok) return before;
  const { state, highest, journals } = before.value;
  const fence = highest + 1;
  try {
    const journal = await createJournal(journalFile(folder, fence), { records: state.open, hash });
    if (journals.length > 0 && state.ledger !== undefined) {
      await writeAtomically(ledgerFile(folder, fence), renderLedger(state.ledger), 0o600);
      await removeOlder(folder, fence);
    }
    const stop = options.every(options.leaseMs / beatsPerLease, lock.beat);
    return done({ ...leaseOf({ ...options, fence, journal, open: state.open, stop }), fence, state });
  } catch (error) {
    return failed({ code: "unwritable", place: folder, reason: reasonOf(error) });
  }
}

interface Held extends LeaseOptions {
  readonly fence: number;
  readonly journal: JournalWriter;
  readonly open: readonly Intent[];
  readonly stop: () => void;
}

function leaseOf(held: Held): Pick<Lease, "confirm" | "append" | "save" | "release"> {
  const { folder, fence, journal, lock } = held;
  let open = held.open;
  const lost = failed({ code: "lease-lost", place: held.lockFile } as const);
  /** Asked before, so that nothing is written late, and after, so that nothing is done on the strength of it. */
  const write = async (act: () => void | Promise<void>, place: string): Promise<Outcome<undefined, StateProblem>> => {
    if (!lock.isOurs()) return lost;
    try {
      await act();
    } catch (error) {
      return failed({ code: "unwritable", place, reason: reasonOf(error) });
    }
    return lock.isOurs() ? done(undefined) : lost;
  };
  return {
    confirm: async () => lock.isOurs(),
    append: async (record) => {
      const written = await write(() => journal.append(record), journalFile(folder, fence));
      if (written.ok) open = stillOpen(open, record);
      return written;
    },
    save: (ledger) => {
      const file = ledgerFile(folder, fence);
      return write(async () => {
        await writeAtomically(file, renderLedger(ledger), 0o600);
        await removeOlder(folder, fence);
        await journal.renew(open);
      }, file);
    },
    release: async () => {
      held.stop();
      const isOurs = lock.isOurs();
      journal.close();
      if (isOurs && journal.isEmpty()) journal.remove();
      lock.release();
    },
  };
}

/** Files of lower numbers are not read any more. */
async function removeOlder(folder: string, fence: number): Promise<void> {
  const { ledgers, journals } = await numbersIn(folder);
  for (const number of ledgers.filter((one) => one < fence)) await remove(ledgerFile(folder, number));
  for (const number of journals.filter((one) => one < fence)) await remove(journalFile(folder, number));
}

async function remove(file: string): Promise<void> {
  try {
    await rm(file, { force: true });
  } catch (error) {
    if (errorCode(error) !== "EPERM") throw error; // a folder in its place is nobody's ledger
  }
}

import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import {
  done,
  failed,
  type Ledger,
  type LedgerStore,
  type Outcome,
  parseLedger,
  renderLedger,
  type StateProblem,
} from "../../engine/index.ts";
import { lockFile } from "./file-lock.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Where one environment's files lie, and what is passed in for the lock. */
export interface FileStoreOptions {
  /** `.revpact/<environment>`. */
  readonly folder: string;
  readonly now: () => Date;
  /** A name for this lock that no other has, safe in a file name. */
  readonly createId: () => string;
}

/** The ledger in a folder of this machine: `ledger.json`, and `ledger.lock` while an apply runs. */
export function createFileStore({ folder, now, createId }: FileStoreOptions): LedgerStore {
  const file = join(folder, "ledger.json");
  return {
    load: () => load(file),
    save: (ledger) => save(file, ledger),
    lock: () => {
      const own = { pid: process.pid, host: hostname(), since: now().toISOString(), id: createId() };
      return lockFile(join(folder, "ledger.lock"), own);
    },
  };
}

async function load(file: string): Promise<Outcome<Ledger | undefined, StateProblem>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return done(undefined);
    return failed({ code: "unreadable", place: file, reason: reasonOf(error) });
  }
  const ledger = parseLedger(text);
  return ledger.ok ? ledger : failed({ code: "corrupt", place: file, problem: ledger.error });
}

async function save(file: string, ledger: Ledger): Promise<Outcome<undefined, StateProblem>> {
  try {
    await writeAtomically(file, renderLedger(ledger), 0o600);
    return done(undefined);
  } catch (error) {
    return failed({ code: "unwritable", place: file, reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown error";
}

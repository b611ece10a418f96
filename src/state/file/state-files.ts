import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  done,
  failed,
  type Hash,
  type JournalRecord,
  type Ledger,
  type Outcome,
  parseJournal,
  parseLedger,
  replay,
  type StateProblem,
  type StoredState,
} from "../../engine/index.ts";
import { errorCode, reasonOf } from "./error-code.ts";

/** What lies in a folder: its state, and the numbers of the files it was read from. */
export interface ReadState {
  readonly state: StoredState;
  /** The highest number in any name; 0 in an empty folder. */
  readonly highest: number;
  readonly journals: readonly number[];
}

/** The name of the ledger that the holder of this number wrote. */
export function ledgerFile(folder: string, fence: number): string {
  return join(folder, fence === 0 ? "ledger.json" : `ledger.${fence}.json`);
}

/** The name of the journal that the holder of this number writes. */
export function journalFile(folder: string, fence: number): string {
  return join(folder, `journal.${fence}.jsonl`);
}

/** The numbers of the files of one kind, ascending. */
export async function numbersIn(folder: string): Promise<{ ledgers: readonly number[]; journals: readonly number[] }> {
  const names = await namesIn(folder);
  const numbers = (pattern: RegExp): readonly number[] =>
    names
      .flatMap((name) => {
        const match = pattern.exec(name);
        return match === null ? [] : [Number(match[1] ?? 0)];
      })
      .sort((a, b) => a - b);
  return { ledgers: numbers(/^ledger(?:\.(\d+))?\.json$/), journals: numbers(/^journal\.(\d+)\.jsonl$/) };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

const attempts = 5;

/** Reads the state without a lock; where a holder renews its files meanwhile, they are read again. */
export async function readState(folder: string, hash: Hash): Promise<Outcome<ReadState, StateProblem>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(folder, hash);
    } catch (error) {
      const wasRenewed = errorCode(error) === "ENOENT";
      if (!wasRenewed || attempt === attempts)
        return failed({ code: "unreadable", place: folder, reason: reasonOf(error) });
    }
  }
}

/** The numbers alone, of files that nobody needs to read. */
export async function countState(folder: string): Promise<Outcome<ReadState, StateProblem>> {
  try {
    const { ledgers, journals } = await numbersIn(folder);
    return done({ state: { ledger: undefined, open: [] }, highest: Math.max(0, ...ledgers, ...journals), journals });
  } catch (error) {
    return failed({ code: "unreadable", place: folder, reason: reasonOf(error) });
  }
}

/** The ledger of the highest number counts, and the journals from there on: what an older holder still writes does not. */
async function readOnce(folder: string, hash: Hash): Promise<Outcome<ReadState, StateProblem>> {
  const { ledgers, journals } = await numbersIn(folder);
  const newest = ledgers.at(-1);
  const ledger = newest === undefined ? done(undefined) : await readLedger(ledgerFile(folder, newest));
  if (!ledger.ok) return ledger;
  let state: StoredState = { ledger: ledger.value, open: [] };
  for (const number of journals.filter((one) => one >= (newest ?? 0))) {
    const records = await readJournal(journalFile(folder, number), hash);
    if (!records.ok) return records;
    state = replay(state, records.value);
  }
  return done({ state, highest: Math.max(0, ...ledgers, ...journals), journals });
}

async function readLedger(file: string): Promise<Outcome<Ledger, StateProblem>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const ledger = parseLedger(text.value);
  return ledger.ok ? ledger : failed({ code: "corrupt", place: file, problem: ledger.error });
}

async function readJournal(file: string, hash: Hash): Promise<Outcome<readonly JournalRecord[], StateProblem>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const records = parseJournal(text.value, hash);
  return records.ok ? records : failed({ code: "corrupt-journal", place: file, problem: records.error });
}

async function readText(file: string): Promise<Outcome<string, StateProblem>> {
  try {
    return done(await readFile(file, "utf8"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw error;
    return failed({ code: "unreadable", place: file, reason: reasonOf(error) });
  }
}

/** Forgets what was applied, as if nothing had ever been; a lock stays where it is. */
export async function forgetState(folder: string): Promise<void> {
  const { ledgers, journals } = await numbersIn(folder);
  const files = [...ledgers.map((one) => ledgerFile(folder, one)), ...journals.map((one) => journalFile(folder, one))];
  for (const file of files) await rm(file, { force: true });
}

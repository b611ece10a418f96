import { join } from "node:path";
import { openJournal } from "./journal.ts";
import { openMemory, place, writesOf } from "./memory.ts";
import { readSnapshot, type Tables, writeSnapshot } from "./snapshot.ts";
import { type Store, storeOver } from "./store.ts";

/** A journal may grow to this, or to twice a large portal: so writing snapshots costs less than writing the journal. */
const compactAboveBytes = 8 * 1024 * 1024;

/** Opens the portal kept in a folder; `seed` fills a new one. Throws the "corrupt" problem, naming the file. */
export function openStore(folder: string, seed: (store: Store) => void): Store {
  const snapshotFile = join(folder, "portal.json");
  const snapshot = readSnapshot(snapshotFile);
  const { journal, entries } = openJournal(join(folder, "journal.ndjson"));
  const tables: Tables = snapshot?.tables ?? new Map();
  let sequence = snapshot?.sequence ?? 0;
  for (const entry of entries.filter((each) => each.sequence > sequence)) {
    for (const write of entry.writes) place(tables, write);
    sequence = entry.sequence;
  }
  const memory = openMemory(tables);
  let snapshotBytes = 0;
  const compact = (): void => {
    snapshotBytes = writeSnapshot(snapshotFile, { sequence, tables });
    journal.clear();
  };
  const tryToCompact = (): void => {
    try {
      compact();
    } catch {
      // The journal still holds every entry: a full disk costs room and start-up time, not data.
    }
  };
  const commit = (): void => {
    if (memory.pending().length === 0) return;
    try {
      journal.append({ sequence: sequence + 1, writes: writesOf(memory.pending()) });
    } catch (error) {
      memory.rollback();
      throw error;
    }
    sequence += 1;
    memory.settle();
    if (journal.size() > Math.max(compactAboveBytes, 2 * snapshotBytes)) tryToCompact();
  };
  const close = (): void => {
    memory.rollback();
    if (journal.size() > 0) tryToCompact();
    journal.close();
  };
  const store = storeOver(memory, { commit, close });
  if (snapshot === undefined && entries.length === 0) {
    seed(store);
    sequence += 1;
    memory.settle();
    compact();
  }
  return store;
}

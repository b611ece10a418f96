import { join } from "node:path";
import type { Json } from "../json.ts";
import type { Documents, TableName, Write } from "./documents.ts";
import { openJournal } from "./journal.ts";
import { readSnapshot, type Tables, writeSnapshot } from "./snapshot.ts";

/** A portal's documents. Writes are seen at once, and kept only by `commit`. */
export interface Store {
  readonly get: <N extends TableName>(table: N, part: string, key: string) => Documents[N] | undefined;
  /** The documents of a part, in the order they were first written. */
  readonly list: <N extends TableName>(table: N, part: string) => readonly Documents[N][];
  readonly entries: <N extends TableName>(table: N, part: string) => readonly (readonly [string, Documents[N]])[];
  readonly put: <N extends TableName>(table: N, part: string, key: string, document: Documents[N]) => void;
  readonly remove: (table: TableName, part: string, key: string) => void;
  /** The next number of a sequence, starting after `base`. */
  readonly nextId: (sequence: string, base: number) => string;
  /** Makes everything written since the last commit durable, as one entry; throws, with nothing changed, when the disk refuses. */
  readonly commit: () => void;
  readonly rollback: () => void;
  readonly close: () => void;
}

const compactAboveBytes = 8 * 1024 * 1024;

function documentsOf(tables: Tables, table: string, part: string): Map<string, Json> {
  const parts = tables.get(table) ?? new Map<string, Map<string, Json>>();
  const documents = parts.get(part) ?? new Map<string, Json>();
  parts.set(part, documents);
  tables.set(table, parts);
  return documents;
}

function write(tables: Tables, [table, part, key, document]: Write): Write {
  const documents = documentsOf(tables, table, part);
  const before = documents.get(key) ?? null;
  if (document === null) documents.delete(key);
  else documents.set(key, document);
  return [table, part, key, before];
}

/** The documents in memory, with what undoes the writes since the last commit. */
function openMemory(tables: Tables) {
  let writes: Write[] = [];
  let undo: Write[] = [];
  const record = (change: Write): void => {
    writes.push(change);
    undo.push(write(tables, change));
  };
  return {
    record,
    pending: (): readonly Write[] => writes,
    settle: (): void => {
      writes = [];
      undo = [];
    },
    rollback: (): void => {
      for (const change of undo.reverse()) write(tables, change);
      writes = [];
      undo = [];
    },
  };
}

/** Opens the portal kept in a folder; `seed` fills a new one. Throws the "corrupt" problem, naming the file. */
export function openStore(folder: string, seed: (store: Store) => void): Store {
  const snapshotFile = join(folder, "portal.json");
  const snapshot = readSnapshot(snapshotFile);
  const { journal, entries } = openJournal(join(folder, "journal.ndjson"));
  const tables: Tables = snapshot?.tables ?? new Map();
  let sequence = snapshot?.sequence ?? 0;
  for (const entry of entries.filter((each) => each.sequence > sequence)) {
    for (const change of entry.writes) write(tables, change);
    sequence = entry.sequence;
  }
  const memory = openMemory(tables);
  const read = (table: string, part: string) => tables.get(table)?.get(part);
  const compact = (): void => {
    writeSnapshot(snapshotFile, { sequence, tables });
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
      journal.append({ sequence: sequence + 1, writes: memory.pending() });
    } catch (error) {
      memory.rollback();
      throw error;
    }
    sequence += 1;
    memory.settle();
    if (journal.size() > compactAboveBytes) tryToCompact();
  };
  // The documents of a table have its type because only `put` and the journal it filled write them.
  const store: Store = {
    get: (table, part, key) => read(table, part)?.get(key) as never,
    list: (table, part) => [...(read(table, part)?.values() ?? [])] as never,
    entries: (table, part) => [...(read(table, part)?.entries() ?? [])] as never,
    put: (table, part, key, document) => memory.record([table, part, key, document as unknown as Json]),
    remove: (table, part, key) => memory.record([table, part, key, null]),
    nextId: (name, base) => {
      const last = store.get("counters", "", name) ?? base;
      store.put("counters", "", name, last + 1);
      return String(last + 1);
    },
    commit,
    rollback: memory.rollback,
    close: () => {
      memory.rollback();
      if (journal.size() > 0) tryToCompact();
      journal.close();
    },
  };
  if (snapshot === undefined && entries.length === 0) {
    seed(store);
    sequence += 1;
    memory.settle();
    compact();
  }
  return store;
}

import type { Json } from "../json.ts";
import type { Documents, TableName } from "./documents.ts";
import type { Change, Memory } from "./memory.ts";

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
  /** What was written since the last commit, in order; a document written twice is there twice. */
  readonly changes: () => readonly Change[];
  /** Grows with every write to a table. */
  readonly revision: (table: TableName) => number;
  /** Makes everything written since the last commit durable, as one entry; throws, with nothing changed, when the disk refuses. */
  readonly commit: () => void;
  readonly rollback: () => void;
  readonly close: () => void;
}

/** How a store makes its writes durable and ends. */
export interface Keeping {
  readonly commit: () => void;
  readonly close: () => void;
}

/** A store over documents in memory. */
export function storeOver(memory: Memory, { commit, close }: Keeping): Store {
  // The documents of a table have its type because only `put` and the journal it filled write them.
  const store: Store = {
    get: (table, part, key) => memory.read(table, part)?.get(key) as never,
    list: (table, part) => [...(memory.read(table, part)?.values() ?? [])] as never,
    entries: (table, part) => [...(memory.read(table, part)?.entries() ?? [])] as never,
    put: (table, part, key, document) => memory.write(table, part, key, document as unknown as Json),
    remove: (table, part, key) => memory.write(table, part, key, null),
    nextId: (name, base) => {
      const last = store.get("counters", "", name) ?? base;
      store.put("counters", "", name, last + 1);
      return String(last + 1);
    },
    changes: memory.pending,
    revision: memory.revision,
    commit,
    rollback: memory.rollback,
    close,
  };
  return store;
}

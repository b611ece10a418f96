import type { Json } from "../json.ts";
import type { Write } from "./documents.ts";
import type { Tables } from "./snapshot.ts";

/** A document written since the last commit: null where there was none before, or is none now. */
export interface Change {
  readonly table: string;
  readonly part: string;
  readonly key: string;
  readonly before: Json;
  readonly after: Json;
}

/** The documents in memory, with what undoes the writes since the last commit. */
export interface Memory {
  readonly read: (table: string, part: string) => ReadonlyMap<string, Json> | undefined;
  readonly write: (table: string, part: string, key: string, after: Json) => void;
  readonly pending: () => readonly Change[];
  readonly settle: () => void;
  readonly rollback: () => void;
  /** Grows with every write to a table, so that what was derived from it knows when to be derived anew. */
  readonly revision: (table: string) => number;
}

function documentsOf(tables: Tables, table: string, part: string): Map<string, Json> {
  const known = tables.get(table)?.get(part);
  if (known !== undefined) return known;
  const parts = tables.get(table) ?? new Map<string, Map<string, Json>>();
  const documents = new Map<string, Json>();
  parts.set(part, documents);
  tables.set(table, parts);
  return documents;
}

/** Puts or, with null, removes one document. */
export function place(tables: Tables, [table, part, key, document]: Write): void {
  const documents = documentsOf(tables, table, part);
  if (document === null) documents.delete(key);
  else documents.set(key, document);
}

/** Wraps tables so that writes can be taken back until they are settled. */
export function openMemory(tables: Tables): Memory {
  let changes: Change[] = [];
  const revisions = new Map<string, number>();
  const touch = (table: string) => revisions.set(table, (revisions.get(table) ?? 0) + 1);
  return {
    read: (table, part) => tables.get(table)?.get(part),
    write: (table, part, key, after) => {
      const documents = documentsOf(tables, table, part);
      changes.push({ table, part, key, before: documents.get(key) ?? null, after });
      if (after === null) documents.delete(key);
      else documents.set(key, after);
      touch(table);
    },
    pending: () => changes,
    settle: () => {
      changes = [];
    },
    rollback: () => {
      for (const { table, part, key, before } of changes.reverse()) {
        place(tables, [table, part, key, before]);
        touch(table);
      }
      changes = [];
    },
    revision: (table) => revisions.get(table) ?? 0,
  };
}

/**
 * Changes as the journal keeps them: of several versions of a document only the last. One that was removed and
 * written again keeps both writes, because it moved to the end of its part.
 */
export function writesOf(changes: readonly Change[]): readonly Write[] {
  const writes: Write[] = [];
  const places = new Map<string, number>();
  for (const { table, part, key, after } of changes) {
    const name = `${table}\n${part}\n${key}`;
    const position = places.get(name);
    if (position !== undefined && after !== null && writes[position]?.[3] !== null) {
      writes[position] = [table, part, key, after];
      continue;
    }
    places.set(name, writes.length);
    writes.push([table, part, key, after]);
  }
  return writes;
}

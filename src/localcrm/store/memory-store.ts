import { openMemory } from "./memory.ts";
import type { Tables } from "./snapshot.ts";
import { type Store, storeOver } from "./store.ts";

/** A store that lives as long as the process, over tables of its own. */
export function openMemoryStore(tables: Tables): Store {
  const memory = openMemory(tables);
  return storeOver(memory, { commit: memory.settle, close: () => undefined });
}

/** Tables that can be written to without changing the others; the documents themselves are never changed. */
export function copyTables(tables: Tables): Tables {
  return new Map(
    [...tables].map(([name, parts]) => [
      name,
      new Map([...parts].map(([part, documents]) => [part, new Map(documents)])),
    ]),
  );
}

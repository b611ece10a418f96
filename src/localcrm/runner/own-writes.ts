import { historyPart } from "../rules/record-writes.ts";
import type { HistoryItem, StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import type { Workflow } from "./flow-index.ts";

/** How long a workflow may go on reading what was there before it wrote. */
const staleMs = 60_000;

/** A record without what a workflow wrote into it a moment ago. */
export function withoutOwnWrites(
  store: Store,
  { id, flow }: Workflow,
  record: StoredRecord,
  now: number,
): StoredRecord {
  const isOwn = ({ sourceId, timestamp }: HistoryItem) => sourceId === id && Date.parse(timestamp) > now - staleMs;
  const properties: Record<string, string> = { ...record.properties };
  for (const [name, items] of store.entries("histories", historyPart(flow.objectTypeId, record.id))) {
    if (items[0] === undefined || !isOwn(items[0])) continue;
    const earlier = items.find((item) => !isOwn(item))?.value ?? "";
    if (earlier === "") delete properties[name];
    else properties[name] = earlier;
  }
  return { ...record, properties };
}

import type { HistoryItem, StoredRecord } from "../store/documents.ts";

/** How long a workflow may go on reading what was there before it wrote. */
const staleMs = 60_000;

function wasJustWrittenBy(flowId: string, now: number): (item: HistoryItem) => boolean {
  return ({ sourceId, timestamp }) => sourceId === flowId && Date.parse(timestamp) > now - staleMs;
}

/** A record without what a workflow wrote into it a moment ago. */
export function withoutOwnWrites(record: StoredRecord, flowId: string, now: number): StoredRecord {
  const isOwn = wasJustWrittenBy(flowId, now);
  const properties: Record<string, string> = { ...record.properties };
  for (const [name, items] of Object.entries(record.history)) {
    if (items[0] === undefined || !isOwn(items[0])) continue;
    const earlier = items.find((item) => !isOwn(item))?.value ?? "";
    if (earlier === "") delete properties[name];
    else properties[name] = earlier;
  }
  return { ...record, properties };
}

import { own } from "../json.ts";
import { objectTypeById } from "../portal/object-types.ts";
import type { StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import type { End } from "./association-links.ts";
import { stampRecord } from "./record-writes.ts";

/** Calls, meetings and e-mails. */
const engagementTypes = new Set(["0-47", "0-48", "0-49"]);

/** When somebody of ours was in touch; undefined for what is no engagement, and for mail that came in. */
function contactTime(objectTypeId: string, record: StoredRecord): string | undefined {
  if (!engagementTypes.has(objectTypeId)) return undefined;
  if ((own(record.properties, "hs_email_direction") ?? "EMAIL") !== "EMAIL") return undefined;
  return own(record.properties, "hs_timestamp") ?? record.createdAt;
}

/**
 * An engagement that was linked to a record makes it contacted: the time of the activity, which may be earlier than
 * that of its logging, is kept if it is the latest.
 */
export function noteContact(store: Store, { from, to }: { readonly from: End; readonly to: End }, now: number): void {
  const engagement = store.get("records", from.objectTypeId, from.id);
  const contacted = store.get("records", to.objectTypeId, to.id);
  const type = objectTypeById(to.objectTypeId);
  const time = engagement === undefined ? undefined : contactTime(from.objectTypeId, engagement);
  if (time === undefined || contacted === undefined || contacted.archived || type === undefined) return;
  const has = (name: string) => store.get("properties", type.id, name) !== undefined;
  const before = own(contacted.properties, "notes_last_contacted");
  const count = Number(own(contacted.properties, "num_contacted_notes") ?? 0);
  const isLatest = before === undefined || Date.parse(time) > Date.parse(before);
  const values = [
    ...(has("notes_last_contacted") && isLatest ? [{ name: "notes_last_contacted", value: time }] : []),
    ...(has("num_contacted_notes") ? [{ name: "num_contacted_notes", value: String(count + 1) }] : []),
  ];
  const timestamp = new Date(now).toISOString();
  const source = { sourceType: "ENGAGEMENTS", sourceId: from.id };
  const habits = { sameValues: "ignored", lifecycleBack: "ignored" } as const;
  if (values.length > 0) stampRecord({ store, type, timestamp, source, habits }, contacted, values);
}

import type { JsonObject } from "../json.ts";
import type { StoredList, StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { compileFilters, surroundingsOf } from "./compile-filter.ts";

/** What filters are evaluated with. */
export interface Evaluation {
  readonly store: Store;
  readonly now: number;
}

/** The live records that a checked list filter selects. */
export function findMatching(evaluation: Evaluation, objectTypeId: string, root: JsonObject): readonly StoredRecord[] {
  const { store, now } = evaluation;
  const test = compileFilters(objectTypeId, root);
  const surroundings = surroundingsOf(store, now);
  const live = store.list("records", objectTypeId).filter((record) => !record.archived);
  return live.filter((record) => test(record, surroundings));
}

/** A member of a list and since when. */
export interface Member {
  readonly recordId: string;
  readonly membershipTimestamp: string;
}

/** A list's members: worked out anew for active lists, kept for the others. */
export function findMembers(evaluation: Evaluation, list: StoredList): readonly Member[] {
  if (list.processingType === "DYNAMIC" && list.filterBranch !== undefined) {
    const records = findMatching(evaluation, list.objectTypeId, list.filterBranch);
    return records.map((record) => ({ recordId: record.id, membershipTimestamp: record.updatedAt }));
  }
  return Object.entries(list.members).map(([recordId, membershipTimestamp]) => ({ recordId, membershipTimestamp }));
}

import type { Holding, JsonObject, ProviderOutcome, RecordCount } from "../../engine/index.ts";
import type { Paths } from "./paths.ts";
import { readJson } from "./reading-calls.ts";
import { type Search, searchesFor } from "./record-search.ts";
import type { Transport } from "./transport.ts";

/**
 * Counts the records of an object that meet a filter tree of a list or workflow, now: one search as a rule. Where a
 * search can't ask for all of it, fewer conditions give a number that the true one does not exceed.
 */
export async function countRecords(
  object: string,
  filter: JsonObject,
  { transport, paths }: { readonly transport: Transport; readonly paths: Paths },
): Promise<ProviderOutcome<RecordCount>> {
  const { searches, isExact } = searchesFor(filter);
  let records = 0;
  for (const search of searches) {
    const total = await totalOf(search, paths.searchRecords(object), transport);
    if (!total.ok) return total;
    records += total.value;
  }
  // A record may meet several alternatives that were counted one by one.
  return { ok: true, value: { records, isExact: isExact && searches.length <= 1 } };
}

/** Counts the records that hold a value, or any value, of a property or pipeline: one search. */
export async function countHolders(
  { kind, object, name, value }: Holding,
  { transport, paths }: { readonly transport: Transport; readonly paths: Paths },
): Promise<ProviderOutcome<RecordCount>> {
  const propertyName = kind === "property" ? name : (stageProperties[object] ?? "hs_pipeline_stage");
  const held = {
    propertyName,
    ...(value === undefined ? { operator: "HAS_PROPERTY" } : { operator: "IN", values: [value] }),
  };
  const total = await totalOf({ filterGroups: [{ filters: [held] }] }, paths.searchRecords(object), transport);
  return total.ok ? { ok: true, value: { records: total.value, isExact: true } } : total;
}

/** The property that holds the stage of a record in a pipeline; HubSpot's own objects but deals share one name. */
const stageProperties: Readonly<Record<string, string | undefined>> = { deals: "dealstage" };

async function totalOf(search: Search, path: string, transport: Transport): Promise<ProviderOutcome<number>> {
  // A limit of 0 is not reliable (hubspot-api facts on search); HubSpot's description requires every key.
  const body = { filterGroups: search.filterGroups, limit: 1, after: "0", sorts: [], properties: [] };
  const answer = await readJson(transport, { method: "POST", path, body, replay: "safe" });
  if (!answer.ok) return answer;
  const { total } = answer.value;
  if (typeof total === "number") return { ok: true, value: total };
  return { ok: false, error: { code: "unexpected", request: `POST ${path}`, detail: "no total" } };
}

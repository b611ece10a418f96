import type { Json, JsonObject, ProviderError, ProviderOutcome } from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";
import type { Paths } from "./paths.ts";
import type { ApiRequest, Transport } from "./transport.ts";

/** Rows of one or more answers and the calls they took. */
export interface Rows {
  readonly rows: readonly JsonObject[];
  readonly requests: number;
}

const listPage = 500;
/** What HubSpot takes in one batch. */
export const batchLimit = 100;
const mostPages = 200;

/** One unpaged collection. */
export async function readCollection(transport: Transport, path: string): Promise<ProviderOutcome<Rows>> {
  const answer = await readJson(transport, { method: "GET", path, replay: "safe" });
  return rowsOf(answer, path, "results");
}

/** Every workflow's listing (no actions in it), a hundred per page. */
export async function readFlowListing(transport: Transport, paths: Paths): Promise<ProviderOutcome<Rows>> {
  return readPages(transport, paths.flowPage);
}

/** Every row of a collection that HubSpot gives page by page. */
export async function readPages(
  transport: Transport,
  pathAfter: (after: string | undefined) => string,
): Promise<ProviderOutcome<Rows>> {
  const rows: JsonObject[] = [];
  const seen = new Set<string>();
  for (let after: string | undefined, requests = 1; requests <= mostPages; requests += 1) {
    const path = pathAfter(after);
    const answer = await readJson(transport, { method: "GET", path, replay: "safe" });
    const page = rowsOf(answer, path, "results");
    if (!page.ok || !answer.ok) return page;
    rows.push(...page.value.rows);
    after = cursorOf(answer.value);
    if (after === undefined) return { ok: true, value: { rows, requests } };
    if (seen.has(after)) break;
    seen.add(after);
  }
  return { ok: false, error: unreadable(pathAfter(undefined), "the pages do not end") };
}

/** Every list of the portal without its filters, five hundred per page; HubSpot's own name filter is not relied on. */
export async function readListIndex(transport: Transport, paths: Paths): Promise<ProviderOutcome<Rows>> {
  const rows: JsonObject[] = [];
  for (let requests = 1; requests <= mostPages; requests += 1) {
    const body = { ...paths.listSearch, query: "", offset: rows.length, count: listPage };
    const answer = await readJson(transport, { method: "POST", path: paths.searchLists, body, replay: "safe" });
    const page = rowsOf(answer, paths.searchLists, "lists");
    if (!page.ok || !answer.ok) return page;
    rows.push(...page.value.rows);
    if (answer.value["hasMore"] !== true) return { ok: true, value: { rows, requests } };
    if (page.value.rows.length === 0) break;
  }
  return { ok: false, error: unreadable(paths.searchLists, "the pages do not end") };
}

/** Lists with their filters, by id. */
export async function readListsById(
  transport: Transport,
  paths: Paths,
  ids: readonly string[],
): Promise<ProviderOutcome<Rows>> {
  return inBatches(ids, async (batch) => {
    const path = paths.listsById(batch);
    return rowsOf(await readJson(transport, { method: "GET", path, replay: "safe" }), path, "lists");
  });
}

/** Whole workflows by id; one deleted since the listing is simply not among them. */
export async function readFlowsById(
  transport: Transport,
  paths: Paths,
  ids: readonly string[],
): Promise<ProviderOutcome<Rows>> {
  return inBatches(ids, async (batch) => {
    const body = { inputs: batch.map((flowId) => ({ type: "FLOW_ID", flowId })) };
    const answer = await readJson(transport, { method: "POST", path: paths.readFlows, body, replay: "safe" });
    return rowsOf(answer, paths.readFlows, "results");
  });
}

/** One object, `undefined` where HubSpot has none (404). */
export async function readObject(transport: Transport, path: string): Promise<ProviderOutcome<JsonObject | undefined>> {
  const answer = await readJson(transport, { method: "GET", path, replay: "safe" });
  if (answer.ok || answer.error.code !== "not-found") return answer;
  return { ok: true, value: undefined };
}

/** The JSON object of an answer; anything else is unexpected. */
export async function readJson(transport: Transport, request: ApiRequest): Promise<ProviderOutcome<JsonObject>> {
  const answer = await transport.send(request);
  if (!answer.ok) return answer;
  if (isJsonObject(answer.value.body)) return { ok: true, value: answer.value.body };
  return { ok: false, error: unreadable(request.path, "the answer is not a JSON object") };
}

async function inBatches(
  ids: readonly string[],
  read: (batch: readonly string[]) => Promise<ProviderOutcome<Rows>>,
): Promise<ProviderOutcome<Rows>> {
  const rows: JsonObject[] = [];
  let requests = 0;
  for (let start = 0; start < ids.length; start += batchLimit) {
    const page = await read(ids.slice(start, start + batchLimit));
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    requests += page.value.requests;
  }
  return { ok: true, value: { rows, requests } };
}

function rowsOf(answer: ProviderOutcome<JsonObject>, path: string, key: string): ProviderOutcome<Rows> {
  if (!answer.ok) return answer;
  const rows = answer.value[key];
  if (!isJsonArray(rows) || !rows.every(isJsonObject)) {
    return { ok: false, error: unreadable(path, `the answer has no list "${key}"`) };
  }
  return { ok: true, value: { rows, requests: 1 } };
}

function cursorOf(answer: JsonObject): string | undefined {
  const next = isJsonObject(answer["paging"]) ? answer["paging"]["next"] : undefined;
  const after: Json | undefined = isJsonObject(next) ? next["after"] : undefined;
  return typeof after === "string" || typeof after === "number" ? String(after) : undefined;
}

function unreadable(path: string, detail: string): ProviderError {
  return { code: "unexpected", request: `reading ${path.split("?")[0] ?? ""}`, detail };
}

import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type ApplyReport,
  apply,
  emptyLedger,
  type JsonObject,
  type Ledger,
  type Outcome,
  type Plan,
  plan,
  type Refusal,
  type Resource,
  type ResourceKind,
  soughtBy,
} from "../../../src/engine/index.ts";
import { type LocalCrmOptions, startLocalCrm } from "../../../src/localcrm/index.ts";
import {
  createHubSpotReader,
  createHubSpotWriter,
  createSecret,
  createTransport,
  hubspotSemantics,
} from "../../../src/providers/index.ts";
import { createFileStore } from "../../../src/state/index.ts";
import type { WithholdReason } from "../../../src/targets/index.ts";
import { apiVersion, asSent, asWritten } from "./api-version.ts";

const token = "local-token";
export const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export function value<T, E>(outcome: Outcome<T, E>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** One portal, served over HTTP by the local CRM, and everything a command has to plan and apply to it. */
export async function openPortal(options: Partial<LocalCrmOptions> = {}, contract = "acme") {
  const folder = await mkdtemp(join(tmpdir(), "revpact-"));
  const requests: string[] = [];
  const sentPaths: string[] = [];
  const onRequest: LocalCrmOptions["onRequest"] = ({ method, path, status }) => {
    sentPaths.push(path);
    requests.push(`${method} ${asWritten(path)} ${status}`);
  };
  const faults = (options.faults ?? []).map((fault) => ({ ...fault, path: asSent(fault.path) }));
  const crm = await startLocalCrm({ folder: join(folder, "crm"), token, now: Date.now, onRequest, ...options, faults });
  // Waiting is what the tests leave out; the order of calls stays.
  const sleep = async () => undefined;
  const baseUrl = crm.url;
  const transport = createTransport({
    baseUrl,
    token: createSecret(token),
    environment: {},
    sleep,
    random: () => 0,
    timeoutMs: 400,
  });
  onTestFinished(async () => {
    transport.close();
    await crm.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const reader = createHubSpotReader(transport, { version: apiVersion, token: createSecret(token) });
  const store = createFileStore({
    folder: join(folder, "local"),
    now: () => new Date(0),
    monotonic: () => performance.now(),
    createId: randomUUID,
    leaseMs: 30_000,
    hash,
    every: () => () => undefined,
    sleep,
  });
  const emptied = () => emptyLedger(String(crm.portalId), contract);
  const loadLedger = async () => value(await store.load()).ledger ?? emptied();

  const planNow = async (
    desired: readonly Resource[],
    recreate: readonly string[] = [],
    withheld: ReadonlyMap<string, WithholdReason> = new Map(),
  ): Promise<Plan> => {
    const ledger = await loadLedger();
    const portal = value(await reader.identify());
    const { resources, requests: calls } = value(await reader.read(soughtBy(desired, ledger)));
    return plan({
      ...{ contract, desired, live: resources, ledger, semantics: hubspotSemantics, hash, requests: calls },
      ...{ tool: { version: "0.1.0" }, environment: "local", portal, manual: [], contractChanges: [] },
      ...{ contractVersion: "1.0.0", contractDigest: "0".repeat(64), recreate, withheld },
    });
  };

  const applyPlan = async (
    planned: Plan,
    desired: readonly Resource[],
    meanwhile: {
      readonly signal?: { readonly aborted: boolean };
      readonly onProgress?: () => void;
      /** Runs between two steps, once the end of the first is on the disk. */
      readonly onSaved?: () => Promise<unknown>;
    } = {},
  ): Promise<Outcome<ApplyReport, Refusal>> => {
    const lease = value(await store.acquire("apply"));
    const { ledger = emptied(), open } = lease.state;
    const writer = createHubSpotWriter(transport, sleep, apiVersion);
    const { signal = { aborted: false }, onProgress = () => undefined, onSaved } = meanwhile;
    const append: typeof lease.append = async (record) => {
      const appended = await lease.append(record);
      if (record.type === "result") await onSaved?.();
      return appended;
    };
    const own = { plan: planned, environment: "local", desired, ledger, open, signal, onProgress };
    const noted = { ...lease, append };
    const outcome = await apply({ ...own, lease: noted, reader, writer, semantics: hubspotSemantics, hash, sleep });
    await lease.release();
    return outcome;
  };

  const saveLedger = async (ledger: Ledger): Promise<void> => {
    const lease = value(await store.acquire("test"));
    value(await lease.save(ledger));
    await lease.release();
  };

  /** A person at work in the CRM. */
  const call = async (method: string, path: string, body?: JsonObject): Promise<JsonObject> => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    const text = await response.text();
    requests.pop();
    return text === "" ? {} : JSON.parse(text);
  };

  return {
    crm,
    reader,
    store,
    /** Puts another ledger in place, as if these entries were all that was ever applied. */
    saveLedger,
    /** Method, path in the older spelling, and status. */
    requests,
    /** Paths as they came. */
    sentPaths,
    planNow,
    applyPlan,
    call,
    applyNow: async (desired: readonly Resource[]) => applyPlan(await planNow(desired), desired),
  };
}

export const group = declare("property-group", "acme", { label: "Acme" });

export function property(name: string, attributes: JsonObject = {}): Resource {
  const base = {
    label: name,
    type: "string",
    fieldType: "text",
    groupName: "acme",
    description: `${name}. revpact:acme · stages`,
  };
  return declare("property", name, { ...base, ...attributes }, [group.address]);
}

export function select(name: string, ...values: readonly string[]): Resource {
  const options = values.map((one) => ({ value: one, label: one.toUpperCase() }));
  return property(name, { type: "enumeration", fieldType: "select", options });
}

export function pipeline(...stages: readonly (readonly [string, string])[]): Resource {
  const all = stages.map(([stageId, probability], displayOrder) => ({
    stageId,
    displayOrder,
    label: stageId.toUpperCase(),
    metadata: { probability },
  }));
  return declare(
    "pipeline",
    "acme_sales",
    { pipelineId: "acme_sales", label: "Acme sales", displayOrder: 1, stages: all },
    [],
    "deals",
  );
}

export function list(name: string, ...values: readonly string[]): Resource {
  const operation = { operationType: "ENUMERATION", operator: "IS_ANY_OF", values };
  const filter = { filterType: "PROPERTY", property: "acme_state", operation };
  const and = { filterBranchType: "AND", filterBranches: [], filters: [filter] };
  const filterBranch = { filterBranchType: "OR", filterBranches: [and], filters: [] };
  const attributes = { objectTypeId: "0-1", processingType: "DYNAMIC", filterBranch };
  return declare("list", name, attributes, ["property:contacts/acme_state"]);
}

export function workflow(name: string, written: string): Resource {
  const value = { type: "STATIC_VALUE", staticValue: written };
  const fields = { property_name: "acme_state", value };
  const actions = [{ type: "SINGLE_CONNECTION", actionId: "1", actionTypeId: "0-5", actionTypeVersion: 0, fields }];
  const attributes = { type: "CONTACT_FLOW", flowType: "WORKFLOW", objectTypeId: "0-1", startActionId: "1", actions };
  const own = {
    canEnrollFromSalesforce: false,
    suppressionListIds: [],
    description: `${name}. revpact:acme · handoffs`,
  };
  const enrollmentCriteria = { type: "MANUAL", shouldReEnroll: false };
  return declare("workflow", name, { ...attributes, ...own, enrollmentCriteria }, ["property:contacts/acme_state"]);
}

function declare(
  kind: ResourceKind,
  name: string,
  attributes: JsonObject,
  dependsOn: readonly string[] = [],
  object = "contacts",
): Resource {
  const purpose = { en: name, fr: name };
  return {
    kind,
    address: `${kind}:${object}/${name}`,
    object,
    name,
    attributes,
    dependsOn,
    clause: "stages",
    purpose,
    isAdopted: false,
  };
}

import { createHash, randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodeOf } from "../../src/cli/apply/report-view.ts";
import { exitCodes } from "../../src/cli/exit-codes.ts";
import {
  apply,
  emptyLedger,
  type JsonObject,
  type Lease,
  type Outcome,
  type Plan,
  type ProviderReader,
  type ProviderWriter,
  plan,
  type Resource,
  type StateStore,
  soughtBy,
} from "../../src/engine/index.ts";
import { type LocalCrm, startLocalCrm } from "../../src/localcrm/index.ts";
import {
  createHubSpotReader,
  createHubSpotWriter,
  createSecret,
  createTransport,
  hubspotSemantics,
} from "../../src/providers/index.ts";
import { createFileStore } from "../../src/state/index.ts";

const token = "local-token-of-the-matrix";
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What is put between the engine and its ports: nothing, or what goes wrong. */
export interface Between {
  readonly reader: (reader: ProviderReader) => ProviderReader;
  readonly writer: (writer: ProviderWriter, world: World) => ProviderWriter;
  readonly lease: (lease: Lease, folder: string) => Lease;
}

const nothing: Between = { reader: (reader) => reader, writer: (writer) => writer, lease: (lease) => lease };

/** Thrown where a process is killed: nothing of it runs after. */
export class Killed extends Error {}

/** A portal over HTTP and what one machine keeps of it. */
export interface World {
  readonly planNow: (desired: readonly Resource[]) => Promise<Plan>;
  /** The exit code of the command, or "killed". */
  readonly applyOnce: (planned: Plan, desired: readonly Resource[], between?: Between) => Promise<number | "killed">;
  readonly call: (method: string, path: string, body?: JsonObject) => Promise<JsonObject>;
  /** Copies it as it stands, for `openWorld`. */
  readonly keep: () => Promise<string>;
  readonly end: () => Promise<void>;
}

/** How long a write is waited for, milliseconds: one that hangs is the fault to be played, one that is slow just one more. */
const timeoutMs = 400;

/** Opens a world, empty or as one that was kept. */
export async function openWorld(contract: string, kept?: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "revpact-faults-"));
  if (kept !== undefined) cpSync(kept, folder, { recursive: true });
  const crm = await startLocalCrm({ folder: join(folder, "crm"), token, now: Date.now, visibility: "private" });
  const secret = createSecret(token);
  const sleep = async () => undefined;
  const base = { baseUrl: crm.url, token: secret, environment: {}, sleep, random: () => 0 };
  const transport = createTransport(base);
  const hasty = createTransport({ ...base, timeoutMs });
  const reader = createHubSpotReader(transport, { token: secret });
  const stateFolder = join(folder, "state");
  const store = openStore(stateFolder);
  const end = async (): Promise<void> => {
    transport.close();
    hasty.close();
    await crm.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const world: World = {
    planNow: (desired) => planNow({ contract, crm, reader, store }, desired),
    applyOnce: async (planned, desired, between = nothing) => {
      const lease = value(await store.acquire("apply"));
      const { ledger = emptyLedger(String(crm.portalId), contract), open } = lease.state;
      try {
        const outcome = await apply({
          ...{ plan: planned, environment: "local", desired, ledger, open, semantics: hubspotSemantics, hash, sleep },
          ...{ signal: { aborted: false }, onProgress: () => undefined },
          lease: between.lease(lease, stateFolder),
          reader: between.reader(reader),
          writer: between.writer(createHubSpotWriter(hasty, sleep), world),
        });
        await lease.release();
        return codeOf(outcome);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        // A dead process is one that holds a lock nobody renews; that it is succeeded at once is tested elsewhere.
        value(await store.breakLock(value(await store.lockStatus())?.holder.id ?? ""));
        return "killed";
      }
    },
    call: (method, path, body) => callByHand(crm, { method, path, ...(body === undefined ? {} : { body }) }),
    keep: async () => {
      transport.close();
      hasty.close();
      await crm.stop();
      const place = mkdtempSync(join(tmpdir(), "revpact-kept-"));
      cpSync(folder, place, { recursive: true });
      rmSync(folder, { recursive: true, force: true });
      return place;
    },
    end,
  };
  return world;
}

function openStore(folder: string): StateStore {
  const clocks = { now: () => new Date(), monotonic: () => performance.now(), every: () => () => undefined };
  const sleep = async () => undefined;
  return createFileStore({ folder, ...clocks, sleep, createId: randomUUID, leaseMs: 600_000, hash });
}

interface Ports {
  readonly contract: string;
  readonly crm: LocalCrm;
  readonly reader: ProviderReader;
  readonly store: StateStore;
}

async function planNow({ contract, crm, reader, store }: Ports, desired: readonly Resource[]): Promise<Plan> {
  const { ledger = emptyLedger(String(crm.portalId), contract) } = value(await store.load());
  const portal = value(await reader.identify());
  const { resources, requests } = value(await reader.read(soughtBy(desired, ledger)));
  return plan({
    ...{ contract, desired, live: resources, ledger, semantics: hubspotSemantics, hash, requests },
    ...{ tool: { version: "0.1.0" }, environment: "local", portal, manual: [], contractChanges: [] },
    ...{ contractVersion: "1.0.0", contractDigest: "0".repeat(64) },
  });
}

function codeOf(outcome: Awaited<ReturnType<typeof apply>>): number {
  if (outcome.ok) return exitCodeOf(outcome.value);
  switch (outcome.error.code) {
    case "stale":
    case "contract-changed":
      return exitCodes.conflict;
    case "provider":
      return exitCodes.unreachable;
    case "already-applied":
      return exitCodes.done;
    default:
      throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
  }
}

async function callByHand(
  crm: LocalCrm,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body?: JsonObject },
): Promise<JsonObject> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const response = await fetch(`${crm.url}${path}`, {
    ...{ method, headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === "" ? {} : JSON.parse(text);
}

function value<T, E>(outcome: Outcome<T, E>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

import { existsSync, mkdirSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openPortalClock } from "./control/portal-clock.ts";
import { createTimekeeper } from "./control/timekeeper.ts";
import { type Fault, openFaults } from "./http/faults.ts";
import { openRateLimiter, type RateLimits } from "./http/rate-limit.ts";
import { createPortalServer } from "./http/server.ts";
import { type PortalSeed, seedPeople } from "./portal/seed-people.ts";
import { seedPortal } from "./portal/seed-portal.ts";
import { localCrmError } from "./problem.ts";
import { limitsOf } from "./rules/tier-limits.ts";
import { createRunner } from "./runner/runner.ts";
import { openStore } from "./store/disk-store.ts";
import type { Account } from "./store/documents.ts";
import { type FolderLock, lockFolder, readLiveHolder } from "./store/folder-lock.ts";
import type { Store } from "./store/store.ts";

/** How to start the local CRM. */
export interface LocalCrmOptions {
  /** Where portal.json lives; made when it does not exist. */
  readonly folder: string;
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** The bearer token requests must carry. */
  readonly token: string;
  /** Real time in milliseconds since the epoch; the portal's own once its clock was set. */
  readonly now: () => number;
  readonly faults?: readonly Fault[];
  readonly rateLimits?: RateLimits;
  /** What a new portal says of itself; given for an existing one, it replaces what was kept. */
  readonly account?: Partial<Account>;
  /** Owners, teams, forms and events; each part given replaces what was kept. */
  readonly seed?: PortalSeed;
  /** Whether others may find it and use it, as they may unless it says "private": then the folder is locked for them. */
  readonly visibility?: "shared" | "private";
  /** Called once per answered request; status 0 when the connection was left without an answer. */
  readonly onRequest?: (request: { method: string; path: string; status: number }) => void;
}

/** A running local CRM. */
export interface LocalCrm {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly portalId: number;
  /** Writes the snapshot, closes every connection and releases the folder. */
  readonly stop: () => Promise<void>;
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? localCrmError({ kind: "port-in-use", port }) : error);
    });
    server.listen(port, "127.0.0.1", () => {
      const { port: actual } = server.address() as AddressInfo; // a TCP server has an AddressInfo once it listens
      resolve(`http://127.0.0.1:${actual}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function lockUsableFolder(folder: string): FolderLock {
  try {
    mkdirSync(folder, { recursive: true });
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      throw localCrmError({ kind: "unusable-folder", folder, reason: error.message });
    }
    throw error;
  }
}

function applySeed(store: Store, seed: PortalSeed): void {
  seedPeople(store, seed);
  store.commit();
}

function openAccount(store: Store, changes: Partial<Account> | undefined): Account {
  const kept = store.get("account", "", "account");
  if (kept === undefined) throw new Error("a portal without an account");
  if (changes === undefined) return kept;
  const account = { ...kept, ...changes };
  store.put("account", "", "account", account);
  store.commit();
  return account;
}

/** The server of a portal that is open, and what ends with it. */
async function serveStore(options: LocalCrmOptions, store: Store, lock: FolderLock): Promise<LocalCrm> {
  const { portalId } = openAccount(store, options.account);
  applySeed(store, options.seed ?? {});
  const runner = createRunner(store);
  const clock = openPortalClock(store, options.now);
  const timekeeper = createTimekeeper(store, runner, clock);
  const { perTenSeconds, perDay } = limitsOf(store);
  const server = createPortalServer({
    control: {
      ...{ store, runner, clock, timekeeper },
      faults: openFaults(options.faults ?? []),
      limiter: openRateLimiter({ perTenSeconds, perDay, ...options.rateLimits }),
      lags: { searchMs: 0 },
    },
    token: options.token,
    realNow: options.now,
    onRequest: options.onRequest ?? (() => undefined),
  });
  const url = await listen(server, options.port ?? 0);
  if (options.visibility !== "private") lock.announce(url);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await timekeeper.stop();
    await close(server);
    store.close();
    lock.release();
  };
  return {
    url,
    portalId,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function startLocked(options: LocalCrmOptions, lock: FolderLock): Promise<LocalCrm> {
  const store = openStore(options.folder, seedPortal);
  try {
    return await serveStore(options, store, lock);
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Starts the local CRM on loopback. Rejects with a LocalCrmError: "locked", "corrupt", "unusable-folder", "port-in-use". */
export async function startLocalCrm(options: LocalCrmOptions): Promise<LocalCrm> {
  const lock = lockUsableFolder(options.folder);
  try {
    return await startLocked(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Removes the portal in a folder, damaged or not; rejects with "locked" while a process serves it. */
export async function resetLocalCrm(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const lock = lockUsableFolder(folder);
  try {
    for (const name of ["portal.json", "portal.json.new", "journal.ndjson"])
      rmSync(join(folder, name), { force: true });
  } finally {
    lock.release();
  }
}

/** The live process that serves a folder to all, undefined when there is none, it is private, or does not listen yet. */
export async function findRunningLocalCrm(folder: string): Promise<{ url: string; pid: number } | undefined> {
  const holder = readLiveHolder(folder);
  return holder === undefined || holder.url === "" ? undefined : { url: holder.url, pid: holder.pid };
}

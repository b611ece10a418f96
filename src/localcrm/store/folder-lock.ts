import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asObject, asString, type Json } from "../json.ts";
import { localCrmError } from "../problem.ts";
import { replaceFile } from "./snapshot.ts";

/** The process that holds a folder. */
export interface Holder {
  readonly pid: number;
  /** Empty until it listens. */
  readonly url: string;
  /** When the process started, in the platform's own words; tells a reused pid from the holder's. */
  readonly started: string;
}

/** A held lock. */
export interface FolderLock {
  readonly announce: (url: string) => void;
  readonly release: () => void;
}

const lockFile = (folder: string): string => join(folder, "lock.json");

/** When a process started (clock ticks since boot on Linux), "" where the platform does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    const isForeign = error instanceof Error && "code" in error && error.code === "EPERM";
    if (!isForeign) return false;
  }
  const started = startOf(holder.pid);
  return started === "" || holder.started === "" || started === holder.started;
}

function readHolder(file: string): Holder | undefined {
  try {
    const root = asObject(JSON.parse(readFileSync(file, "utf8")) as Json); // JSON.parse yields Json by definition
    const pid = root?.["pid"];
    if (typeof pid !== "number" || !Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, url: asString(root?.["url"]) ?? "", started: asString(root?.["started"]) ?? "" };
  } catch {
    return undefined;
  }
}

/** The live process that holds a folder, undefined when none does. */
export function readLiveHolder(folder: string): Holder | undefined {
  const holder = readHolder(lockFile(folder));
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

function createExclusively(folder: string, holder: Holder): boolean {
  // Written aside and linked, so that nobody ever reads a half-written lock.
  const temporary = join(folder, `lock.${randomUUID()}`);
  writeFileSync(temporary, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(temporary, lockFile(folder));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Moves a dead holder's lock away; gives back a live one that was caught in between. */
function clearStale(folder: string): void {
  const aside = join(folder, `lock.stale.${randomUUID()}`);
  try {
    renameSync(lockFile(folder), aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && isAlive(moved)) {
    try {
      linkSync(aside, lockFile(folder));
    } catch {
      // Someone took the folder in between; they are the one to respect.
    }
  }
  rmSync(aside, { force: true });
}

/** Takes a folder's lock; throws the "locked" problem when another live process, or this one, holds it. */
export function lockFolder(folder: string): FolderLock {
  const holder: Holder = { pid: process.pid, url: "", started: startOf(process.pid) };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (createExclusively(folder, holder)) {
      return {
        announce: (url) => replaceFile(lockFile(folder), JSON.stringify({ ...holder, url })),
        release: () => rmSync(lockFile(folder), { force: true }),
      };
    }
    const live = readLiveHolder(folder);
    if (live !== undefined) {
      throw localCrmError({ kind: "locked", pid: live.pid, ...(live.url === "" ? {} : { url: live.url }) });
    }
    clearStale(folder);
  }
  throw localCrmError({ kind: "unusable-folder", folder, reason: "its lock changes hands all the time" });
}

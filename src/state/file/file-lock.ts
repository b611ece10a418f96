import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  done,
  failed,
  isJsonObject,
  type Json,
  type LockHolder,
  type Outcome,
  type StateProblem,
} from "../../engine/index.ts";

/** Takes a lock file, or tells who has it; a lock left on this machine by a process that is gone is taken over. */
export async function lockFile(file: string, own: LockHolder): Promise<Outcome<() => Promise<void>, StateProblem>> {
  try {
    await mkdir(dirname(file), { recursive: true });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (await place(file, own)) return done(() => release(file, own));
      const holder = await readHolder(file);
      if (holder !== undefined && !isGone(holder, own)) return failed({ code: "locked", place: file, holder });
      if (holder !== undefined && !(await removeStale(file, { holder, own })))
        return failed({ code: "locked", place: file, holder });
    }
    return failed({ code: "unreadable", place: file, reason: "not a lock of revpact" });
  } catch (error) {
    return failed({ code: "unwritable", place: file, reason: error instanceof Error ? error.message : "unknown" });
  }
}

/** A link appears whole or not at all: nobody reads half a lock. */
async function place(file: string, own: LockHolder): Promise<boolean> {
  const draft = `${file}.${own.id}`;
  const text = `${JSON.stringify(own)}\n`;
  await writeFile(draft, text, { mode: 0o600, flag: "wx" });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return await placeWithoutLinks(file, text, error);
  } finally {
    await rm(draft, { force: true });
  }
}

const noLinks: readonly (string | undefined)[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

async function placeWithoutLinks(file: string, text: string, reason: unknown): Promise<boolean> {
  if (!noLinks.includes(codeOf(reason))) throw reason;
  try {
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<LockHolder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is LockHolder {
  // `unknown` from JSON.parse is Json.
  const holder = value as Json;
  if (!isJsonObject(holder)) return false;
  const texts = [holder["host"], holder["since"], holder["id"]];
  return typeof holder["pid"] === "number" && texts.every((text) => typeof text === "string");
}

function isGone(holder: LockHolder, own: LockHolder): boolean {
  if (holder.host !== own.host) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

/**
 * Removes the lock of a process that is gone, one remover at a time: a second one, who read the old lock before the
 * first removed it, would otherwise remove the first one's new lock. False: somebody else is at it.
 */
async function removeStale(
  file: string,
  { holder, own }: { readonly holder: LockHolder; readonly own: LockHolder },
): Promise<boolean> {
  const turn = `${file}.takeover`;
  if (!(await place(turn, own))) {
    const remover = await readHolder(turn);
    if (remover !== undefined && isGone(remover, own)) await rm(turn, { force: true });
    return false;
  }
  const now = await readHolder(file);
  if (now?.id === holder.id) await rm(file, { force: true });
  await release(turn, own);
  return true;
}

async function release(file: string, own: LockHolder): Promise<void> {
  const holder = await readHolder(file);
  if (holder?.id === own.id) await rm(file, { force: true });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

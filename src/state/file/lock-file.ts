import { closeSync, futimesSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import {
  done,
  failed,
  isJsonObject,
  type LockHolder,
  type LockStatus,
  type Outcome,
  parseJson,
} from "../../engine/index.ts";
import { errorCode, reasonOf } from "./error-code.ts";

/** Where a lock lies, who takes it, and the two clocks. */
export interface LockOptions {
  readonly file: string;
  readonly own: LockHolder;
  /** What people are shown, and what other machines may have wrong by minutes. */
  readonly now: () => Date;
  /** Milliseconds that only go forward: the only clock by which a lease runs out. */
  readonly monotonic: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Why a lock was not taken. */
export type LockProblem =
  | { readonly code: "locked"; readonly place: string; readonly holder: LockHolder }
  | { readonly code: "unreadable" | "unwritable"; readonly place: string; readonly reason: string };

/** A lock file that is ours until it is released, runs out or is taken away. */
export interface HeldLock {
  /** Gives a sign of life, and tells whether the lock is still ours. */
  readonly beat: () => boolean;
  readonly isOurs: () => boolean;
  readonly release: () => void;
}

/** A lock file as others see it: its time of change is the holder's last sign. */
interface Seen {
  readonly holder: LockHolder;
  readonly changedMs: number;
}

/**
 * Takes a lock file, or tells who has it. A process of this machine that has ended is succeeded at once; any other
 * holder after a whole lease without a sign, as watched here: clocks of two machines are never compared for that.
 */
export async function takeLock(options: LockOptions): Promise<Outcome<HeldLock, LockProblem>> {
  const { file, own } = options;
  try {
    mkdirSync(dirname(file), { recursive: true });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const descriptor = place(file, options);
      if (descriptor !== undefined) return done(hold(descriptor, options));
      const seen = await readSeen(file);
      if (seen === undefined) continue;
      const locked = failed({ code: "locked", place: file, holder: seen.holder } as const);
      if (!isGone(seen.holder, own) && !(await isSilent(file, seen, options))) return locked;
      if (!(await takeAway(seen, options))) return locked;
    }
    return failed({ code: "unreadable", place: file, reason: "not a lock of revpact" });
  } catch (error) {
    return failed({ code: "unwritable", place: file, reason: reasonOf(error) });
  }
}

/** Who holds a lock file; undefined where nobody does. */
export async function readLock(file: string, host: string): Promise<LockStatus | undefined> {
  const seen = await readSeen(file);
  if (seen === undefined) return undefined;
  const { holder, changedMs } = seen;
  return { holder, lastSign: new Date(changedMs).toISOString(), isAbandoned: isGone(holder, { host }) };
}

/** Takes the lock of this id away from its holder, alive or not; resolves to who that was, undefined where it is another. */
export async function breakLock(id: string, options: LockOptions): Promise<LockHolder | undefined> {
  const seen = await readSeen(options.file);
  if (seen?.holder.id !== id) return undefined;
  return (await takeAway({ holder: seen.holder }, options)) ? seen.holder : undefined;
}

/** A link appears whole or not at all: nobody reads half a lock. Gives the descriptor through which signs are given. */
function place(file: string, { own, now }: LockOptions): number | undefined {
  const draft = `${file}.${own.id}`;
  const descriptor = writeNew(draft, own, now);
  try {
    linkSync(draft, file);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    if (errorCode(error) === "EEXIST") return undefined;
    if (!noLinks.includes(errorCode(error))) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return writeNew(file, own, now);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return undefined;
    throw error;
  }
}

const noLinks: readonly (string | undefined)[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

function writeNew(file: string, own: LockHolder, now: LockOptions["now"]): number {
  const descriptor = openSync(file, "wx", 0o600);
  writeSync(descriptor, `${JSON.stringify(own)}\n`);
  futimesSync(descriptor, now(), now());
  return descriptor;
}

/** The last fifth of a lease is not used: a successor must not come while something is on its way. */
const usedShare = 0.8;

/**
 * Signs go to the file that was placed, by its descriptor: one that was taken away is no longer at the path, so that a
 * process that stood still can never put its own lock over a successor's.
 */
function hold(descriptor: number, { file, own, now, monotonic }: LockOptions): HeldLock {
  let lastSignMs = monotonic();
  let isLost = false;
  const isOurs = (): boolean => {
    isLost ||= monotonic() - lastSignMs >= own.leaseMs * usedShare || readHolder(file)?.id !== own.id;
    return !isLost;
  };
  const beat = (): boolean => {
    const startMs = monotonic();
    if (!isOurs()) return false;
    futimesSync(descriptor, now(), now());
    if (!isOurs()) return false;
    lastSignMs = startMs;
    return true;
  };
  const release = (): void => {
    closeSync(descriptor);
    if (readHolder(file)?.id === own.id) rmSync(file, { force: true });
    isLost = true;
  };
  return { beat, isOurs, release };
}

/**
 * Whether a holder gives no sign for a whole lease, watched by our own clock. Its last sign is looked at first, so that
 * nobody waits for a holder that seems alive; where the two clocks differ that look may be wrong without any harm.
 */
async function isSilent(file: string, seen: Seen, { now, monotonic, sleep }: LockOptions): Promise<boolean> {
  const { leaseMs } = seen.holder;
  const ageMs = now().getTime() - seen.changedMs;
  if (ageMs >= 0 && ageMs < leaseMs) return false;
  const endMs = monotonic() + leaseMs;
  while (monotonic() < endMs) {
    await sleep(Math.max(10, leaseMs / 20));
    const next = await readSeen(file);
    if (next?.holder.id !== seen.holder.id || next.changedMs !== seen.changedMs) return false;
  }
  return true;
}

/**
 * Removes a lock that its holder has lost, one remover at a time: a second one, who read the old lock before the first
 * removed it, would otherwise remove the first one's new lock. False: somebody else is at it, or the holder came back.
 */
async function takeAway(
  { holder, changedMs }: Partial<Seen> & Pick<Seen, "holder">,
  options: LockOptions,
): Promise<boolean> {
  const { file, own } = options;
  const turn = `${file}.takeover`;
  const descriptor = place(turn, options);
  if (descriptor === undefined) {
    const remover = await readSeen(turn);
    const isLeft = remover !== undefined && (isGone(remover.holder, own) || (await isSilent(turn, remover, options)));
    if (isLeft) rmSync(turn, { force: true });
    return false;
  }
  closeSync(descriptor);
  const seen = await readSeen(file);
  const isSame = seen?.holder.id === holder.id && (changedMs === undefined || changedMs === seen.changedMs);
  if (isSame) rmSync(file, { force: true });
  if (readHolder(turn)?.id === own.id) rmSync(turn, { force: true });
  return isSame || seen === undefined;
}

async function readSeen(file: string): Promise<Seen | undefined> {
  try {
    const { mtimeMs } = await stat(file);
    const holder = readHolder(file);
    return holder === undefined ? undefined : { holder, changedMs: mtimeMs };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    const holder = parseJson(readFileSync(file, "utf8"));
    if (!isJsonObject(holder)) return undefined;
    const { pid, host, since, id, operation, leaseMs } = holder;
    if (typeof pid !== "number" || typeof host !== "string" || typeof since !== "string") return undefined;
    if (typeof id !== "string" || typeof operation !== "string" || typeof leaseMs !== "number") return undefined;
    return { pid, host, since, id, operation, leaseMs };
  } catch {
    return undefined;
  }
}

function isGone(holder: LockHolder, own: Pick<LockHolder, "host">): boolean {
  if (holder.host !== own.host) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === "ESRCH";
  }
}

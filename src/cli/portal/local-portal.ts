import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  findRunningLocalCrm,
  isLocalCrmError,
  type LocalCrm,
  type LocalCrmError,
  type LocalCrmOptions,
  startLocalCrm,
} from "../../localcrm/index.ts";
import { exitCodes, type Failure, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf } from "../files/find-contract.ts";

/** A local CRM to talk to: one that `revpact crm start` keeps running, or one of this process that `close` ends. */
export interface LocalPortal {
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** Another command holds a portal for a second or two: waiting that long spares people a refusal. */
const lockPatienceMs = 4000;
const lockPauseMs = 100;

/**
 * Uses the running local CRM of a folder, or serves it from this process on a free loopback port: for this process
 * alone, because it ends with the command.
 */
export async function openLocalPortal(folder: string): Promise<Result<LocalPortal>> {
  const token = prepareToken(folder);
  if (!token.ok) return token;
  for (let waitedMs = 0; ; waitedMs += lockPauseMs) {
    const running = await findRunningLocalCrm(folder);
    if (running !== undefined) return succeed({ url: running.url, token: token.value, close: async () => {} });
    const started = await serveLocalPortal(folder, { token: token.value, visibility: "private" });
    if (started.ok) return succeed({ url: started.value.url, token: token.value, close: started.value.stop });
    if (started.failure.exitCode !== exitCodes.locked || waitedMs >= lockPatienceMs) return started;
    await sleep(lockPauseMs);
  }
}

/** Starts the local CRM of a folder in this process. */
export async function serveLocalPortal(
  folder: string,
  options: { readonly token: string } & Pick<
    LocalCrmOptions,
    "port" | "visibility" | "account" | "seed" | "faults" | "rateLimits"
  >,
): Promise<Result<LocalCrm>> {
  try {
    return succeed(await startLocalCrm({ folder, now: Date.now, ...options }));
  } catch (problem) {
    if (!isLocalCrmError(problem)) throw problem;
    return { ok: false, failure: describeLocalCrmError(problem) };
  }
}

/** The words for a local CRM that can't be used. */
export function describeLocalCrmError(problem: LocalCrmError): Failure {
  const help: Readonly<Record<LocalCrmError["kind"], string>> = {
    locked: "wait until the other command ends, or keep one running for all with revpact crm start",
    corrupt: "run revpact crm reset to start from an empty portal",
    "other-version": "run revpact crm reset to start from an empty portal, then apply again",
    "unusable-folder": "check the permissions of the folder; a read-only disk can't hold a portal",
    "port-in-use": "choose another --port, or leave it out",
  };
  return {
    exitCode: problem.kind === "locked" ? exitCodes.locked : exitCodes.usage,
    message: problem.message,
    help: help[problem.kind],
  };
}

/** The token of a local portal: made once, readable by its owner only, never needed by a person. */
export function prepareToken(folder: string): Result<string> {
  const file = join(folder, "token");
  try {
    if (existsSync(file)) return succeed(readFileSync(file, "utf8").trim());
    mkdirSync(folder, { recursive: true });
    hideFromGit(folder);
    placeToken(file, `pat-local-${randomBytes(16).toString("hex")}\n`);
    return succeed(readFileSync(file, "utf8").trim());
  } catch (problem) {
    return fail(
      exitCodes.usage,
      `${folder} can't be written (${codeOf(problem)})`,
      "the local CRM keeps its portal beside the contract: check the permissions, or copy the contract to a folder you can write to",
    );
  }
}

/** Of two commands that start at once, the first one's token counts; nobody reads half a token. */
function placeToken(file: string, token: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, token, { mode: 0o600 });
    linkSync(draft, file);
  } catch (problem) {
    if (codeOf(problem) !== "EEXIST") throw problem;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** `.revpact` ignores itself, so that nobody has to remember it. */
function hideFromGit(folder: string): void {
  const top = dirname(dirname(folder));
  const ignore = join(top, ".gitignore");
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
}

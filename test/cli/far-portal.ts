import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type LocalCrmOptions, startLocalCrm } from "../../src/localcrm/index.ts";
import { folderWithContract, type Run, type Running, revpact, smallContract, start } from "./run-command.ts";

const token = "pat-far-0123456789abcdef";

/** A HubSpot environment whose portal is a local CRM of this process, reached over HTTP as HubSpot would be. */
export interface FarPortal {
  readonly folder: string;
  readonly contract: string;
  /** Runs the built command line against it: `run("plan", "--verbose")`. */
  readonly run: (command: string, ...args: readonly string[]) => Promise<Run>;
  /** Starts it without waiting for its end. */
  readonly start: (args: readonly string[], env?: Readonly<Record<string, string>>) => Running;
  /** The same for a command that takes no environment. */
  readonly startIn: (args: readonly string[]) => Running;
  /** Does something once, right after the first such request that is answered from now on. */
  readonly between: (matches: (request: { method: string; path: string }) => boolean, act: () => unknown) => void;
  /** A person at work in the CRM; the parsed body of an answer that is not an error. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;
  /** Method and path of every request since the last `splice`. */
  readonly requests: string[];
}

/** `about` is the rest of the environment, such as `people: { … }`. */
export async function openFarPortal(
  options: Partial<LocalCrmOptions> = {},
  about: {
    readonly environment?: string;
    readonly text?: string;
    readonly env?: Readonly<Record<string, string>>;
    /** Where the command line finds the portal instead, given where it is. */
    readonly through?: (url: string) => Promise<string>;
  } = {},
): Promise<FarPortal> {
  const portal = mkdtempSync(join(tmpdir(), "revpact-far-"));
  const requests: string[] = [];
  let pending: { matches: (request: { method: string; path: string }) => boolean; act: () => unknown } | undefined;
  const onRequest: LocalCrmOptions["onRequest"] = ({ method, path }) => {
    requests.push(`${method} ${path}`);
    if (pending?.matches({ method, path }) !== true) return;
    const { act } = pending;
    pending = undefined;
    act();
  };
  const crm = await startLocalCrm({ folder: portal, token, now: Date.now, onRequest, ...options });
  onTestFinished(async () => {
    await crm.stop();
    rmSync(portal, { recursive: true, force: true });
  });
  const url = (await about.through?.(crm.url)) ?? crm.url;
  const lines = [`  far:`, `    crm: hubspot`, `    url: "${url}"`, `    token: env:FAR_TOKEN`];
  const more = (about.environment ?? "").split("\n").map((line) => (line === "" ? "" : `    ${line}`));
  const folder = folderWithContract(`${(about.text ?? smallContract).trimEnd()}\n${[...lines, ...more].join("\n")}\n`);
  const env = { FAR_TOKEN: token, ...about.env };
  return {
    folder,
    contract: join(folder, "contract.yaml"),
    requests,
    startIn: (args) => start(args, { cwd: folder, env }),
    between: (matches, act) => {
      pending = { matches, act };
    },
    start: (args, more = {}) => start([...args, "-e", "far"], { cwd: folder, env: { ...env, ...more } }),
    run: (command, ...args) => revpact([command, "-e", "far", ...args], { cwd: folder, env }),
    call: async (method, path, body) => {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const answer = await fetch(`${crm.url}${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return text === "" ? {} : JSON.parse(text);
    },
  };
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  findRunningLocalCrm,
  isLocalCrmError,
  type LocalCrmError,
  resetLocalCrm,
  startLocalCrm,
} from "../../src/localcrm/index.ts";
import { openPortal, temporaryFolder } from "./portal-client.ts";

const contacts = "/crm/v3/objects/contacts";
const stubborn = { token: "t", now: () => 0 };

async function problemOf(promise: Promise<unknown>): Promise<LocalCrmError> {
  const caught: unknown = await promise.catch((error: unknown) => error);
  if (!isLocalCrmError(caught)) throw new Error(`expected a LocalCrmError, got ${String(caught)}`);
  return caught;
}

/** Starts the local CRM in another process and waits until it listens. */
async function startElsewhere(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const bundle = join(temporaryFolder(), "crm.mjs");
  const contents = `
    import { startLocalCrm } from "./src/localcrm/index.ts";
    const crm = await startLocalCrm({ folder: process.argv[2], token: "pat-local-test", now: () => Date.now() });
    console.log(crm.url);
  `;
  const stdin = { contents, resolveDir: process.cwd(), loader: "ts" as const };
  await build({ stdin, bundle: true, platform: "node", format: "esm", outfile: bundle, logLevel: "error" });
  const child = spawn(process.execPath, [bundle, folder], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const [line] = await once(child.stdout, "data");
  return { child, url: String(line).trim() };
}

describe("a portal outlives its process", () => {
  test("what was acknowledged before a kill is there afterwards, and the folder is free again", async () => {
    const folder = temporaryFolder();
    const { child, url } = await startElsewhere(folder);
    const headers = { Authorization: "Bearer pat-local-test" };
    for (const company of ["Acme", "Bolt"]) {
      const body = JSON.stringify({ properties: { company } });
      expect((await fetch(`${url}${contacts}`, { method: "POST", headers, body })).status).toBe(201);
    }
    expect(await findRunningLocalCrm(folder)).toEqual({ url, pid: child.pid });
    expect(await problemOf(startLocalCrm({ folder, ...stubborn }))).toMatchObject({
      kind: "locked",
      pid: child.pid,
      url,
    });
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    expect(await findRunningLocalCrm(folder)).toBeUndefined();
    const { call } = await openPortal({ folder });
    const found = await call("GET", `${contacts}?properties=company`);
    expect(found.body.results).toMatchObject([
      { properties: { company: "Acme" } },
      { properties: { company: "Bolt" } },
    ]);
  });

  test("a stop and a start keep everything, ids included", async () => {
    const folder = temporaryFolder();
    const first = await openPortal({ folder });
    await first.call("POST", contacts, { properties: { email: "ada@example.test" } });
    await first.crm.stop();
    const { call } = await openPortal({ folder });
    const taken = await call("POST", contacts, { properties: { email: "ada@example.test" } });
    expect(taken.body.message).toBe("Contact already exists. Existing ID: 1001");
    expect((await call("POST", contacts, { properties: {} })).body.id).toBe("1002");
  });

  test("a last entry that was torn by a crash is left out", async () => {
    const folder = temporaryFolder();
    const { child, url } = await startElsewhere(folder);
    const headers = { Authorization: "Bearer pat-local-test" };
    await fetch(`${url}${contacts}`, { method: "POST", headers, body: '{"properties":{"company":"Acme"}}' });
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    const journal = join(folder, "journal.ndjson");
    const whole = readFileSync(journal, "utf8");
    appendFileSync(journal, whole.slice(0, whole.length / 2));
    const first = await openPortal({ folder });
    await first.call("POST", contacts, { properties: { company: "Bolt" } });
    await first.crm.stop();
    const { call } = await openPortal({ folder });
    expect((await call("GET", contacts)).body.results).toHaveLength(2);
  });

  test("a damaged entry in the middle of the journal is not passed over", async () => {
    const folder = temporaryFolder();
    const { crm } = await openPortal({ folder });
    await crm.stop();
    const file = join(folder, "journal.ndjson");
    writeFileSync(file, '[2,[["lists","","1"\n[3,[]]\n');
    expect(await problemOf(startLocalCrm({ folder, ...stubborn }))).toMatchObject({ kind: "corrupt", file });
  });

  test.each([
    ["not JSON", "{"],
    ["of another format", '{"format":99}'],
    ["binary", "\u0000\u0001"],
    ["empty", ""],
  ])("a snapshot that is %s is named, with the command that starts anew", async (_case, text) => {
    const folder = temporaryFolder();
    const file = join(folder, "portal.json");
    writeFileSync(file, text);
    const problem = await problemOf(startLocalCrm({ folder, ...stubborn }));
    expect(problem).toMatchObject({ kind: "corrupt", file });
    expect(problem.message).toContain("revpact crm reset");
    await resetLocalCrm(folder);
    const { call } = await openPortal({ folder });
    expect((await call("GET", "/crm/v3/owners")).status).toBe(200);
  });

  test("a snapshot of another version of revpact is told apart from a damaged one", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "portal.json");
    writeFileSync(file, '{"format":1,"sequence":1,"tables":{}}');
    const problem = await problemOf(startLocalCrm({ folder, ...stubborn }));
    expect(problem).toMatchObject({ kind: "other-version", file });
    expect(problem.message).toContain("another version of revpact wrote it");
  });

  test("reset empties the portal, but not while someone serves it", async () => {
    const { crm, folder, call } = await openPortal();
    await call("POST", contacts, { properties: {} });
    expect(await problemOf(resetLocalCrm(folder))).toMatchObject({ kind: "locked", pid: process.pid });
    await crm.stop();
    await resetLocalCrm(folder);
    expect(existsSync(join(folder, "portal.json"))).toBe(false);
    const again = await openPortal({ folder });
    expect((await again.call("GET", contacts)).body.results).toEqual([]);
  });

  test("the lock of a process that is gone, or of another one with its number, does not stand in the way", async () => {
    const folder = temporaryFolder();
    const gone = { pid: 2 ** 22 + 1, url: "http://127.0.0.1:1", started: "" };
    // Only Linux tells when a process started.
    const another = existsSync("/proc/self/stat") ? [{ ...gone, pid: process.pid, started: "1" }] : [];
    for (const holder of [gone, ...another]) {
      writeFileSync(join(folder, "lock.json"), JSON.stringify(holder));
      const { crm } = await openPortal({ folder });
      expect(await findRunningLocalCrm(folder)).toEqual({ url: crm.url, pid: process.pid });
      await crm.stop();
      expect(readdirSync(folder).sort()).toEqual(["journal.ndjson", "portal.json"]);
    }
  });

  test("a port that is taken is named, and the folder is left free", async () => {
    const { crm } = await openPortal();
    const port = Number(new URL(crm.url).port);
    const folder = temporaryFolder();
    expect(await problemOf(startLocalCrm({ folder, port, ...stubborn }))).toMatchObject({ kind: "port-in-use", port });
    await openPortal({ folder });
  });

  test("a folder that cannot be made is named", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const folder = join(file, "below");
    expect(await problemOf(startLocalCrm({ folder, ...stubborn }))).toMatchObject({ kind: "unusable-folder", folder });
  });

  test("its files are for their owner only", async () => {
    const { folder, call } = await openPortal();
    await call("POST", contacts, { properties: {} });
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
    // Windows has no such modes: every file reads as 0666 there.
    const mode = process.platform === "win32" ? 0o666 : 0o600;
    expect(Object.fromEntries(modes)).toEqual({ "journal.ndjson": mode, "lock.json": mode, "portal.json": mode });
  });

  test("a refused request leaves nothing behind, not even in what is read next", async () => {
    const { call, folder } = await openPortal();
    const inputs = [{ properties: { company: "Acme" } }, { properties: { nothing: "x" } }];
    await call("POST", `${contacts}/batch/create`, { inputs });
    expect((await call("GET", contacts)).body.results).toEqual([]);
    expect(statSync(join(folder, "journal.ndjson")).size).toBe(0);
  });
});

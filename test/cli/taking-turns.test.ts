import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  edit,
  expectRefusal,
  folderWithContract,
  folderWithExample,
  type Run,
  type Running,
  revpact,
  start,
} from "./run-command.ts";

const here =
  (folder: string) =>
  (...args: readonly string[]): Promise<Run> =>
    revpact(args, { cwd: folder });

/** Arms a fault of the local CRM that `crm start` serves. */
async function arm(folder: string, crm: Running, fault: Readonly<Record<string, string | number>>): Promise<void> {
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await crm.says("crm stop"))?.[0] ?? "";
  const token = readFileSync(join(folder, ".revpact", "local", "crm", "token"), "utf8").trim();
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = JSON.stringify({ faults: [fault] });
  const answer = await fetch(`${url}/__revpact/faults`, { method: "POST", headers, body });
  expect(answer.status).toBe(200);
}

describe("commands at the same time", () => {
  test("wait for each other where the local CRM belongs to one of them", async () => {
    const folder = folderWithContract();
    const run = here(folder);
    const [first, second, third] = await Promise.all([run("apply", "--yes"), run("plan"), run("apply", "--yes")]);
    expect([first.code, second.code, third.code], first.talk + second.talk + third.talk).toEqual([0, 0, 0]);
    expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
  });

  test("are told who holds the portal when it takes too long", async () => {
    const folder = folderWithContract();
    const crm = join(folder, ".revpact", "local", "crm");
    mkdirSync(crm, { recursive: true });
    writeFileSync(join(crm, "lock.json"), JSON.stringify({ pid: process.pid, url: "", started: "" }));
    expectRefusal(await revpact(["plan"], { cwd: folder }), 6, [`process ${process.pid}`, "revpact crm start"]);
  });

  test("never apply twice: the second is told who is at it", async () => {
    const folder = folderWithContract();
    const run = here(folder);
    const crm = start(["crm", "start"], { cwd: folder });
    await arm(folder, crm, { method: "POST", path: "/crm/v3/lists", kind: "slow", ms: 2500 });
    const [first, second] = await Promise.all([run("apply", "--yes"), run("apply", "--yes")]);
    const [done, refused] = first.code === 0 ? [first, second] : [second, first];
    expect(done.code, done.talk).toBe(0);
    expectRefusal(refused, 6, ["another apply is running: process"]);
    expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
    expect((await run("crm", "stop")).code).toBe(0);
    expect((await crm.end).code).toBe(0);
  });
});

describe("an apply that is interrupted", () => {
  test("stops between two calls with 130, and the next one completes it", async () => {
    const folder = folderWithExample("classic-inbound");
    const run = here(folder);
    const crm = start(["crm", "start"], { cwd: folder });
    await arm(folder, crm, { method: "POST", path: "/crm/v3/lists", kind: "slow", ms: 700 });
    const applying = start(["apply", "--yes"], { cwd: folder });
    await journalIn(folder);
    applying.process.kill("SIGINT");
    const stopped = await applying.end;
    expect(stopped.code, stopped.talk).toBe(130);
    expect(stopped.talk).toContain("stopping after the call in flight");
    expect(stopped.out).toMatch(/Interrupted: \d+ of \d+ changes made\. Run revpact apply again/);
    expect((await run("apply", "--yes")).code).toBe(0);
    expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
    expect((await run("crm", "stop")).code).toBe(0);
    await crm.end;
  });

  test("by a kill leaves nothing that the next one does not finish", async () => {
    const folder = folderWithContract();
    const applying = start(["apply", "--yes"], { cwd: folder });
    await journalIn(folder);
    applying.process.kill("SIGKILL");
    await applying.end;
    const resumed = await revpact(["apply", "--yes"], { cwd: folder });
    expect(resumed.code, resumed.talk).toBe(0);
    expect((await revpact(["plan", "--detailed-exitcode"], { cwd: folder })).code).toBe(0);
  });
});

describe("the local CRM kept running", () => {
  const folder = folderWithContract();
  const run = here(folder);

  test("serves other commands, keeps its portal when killed, and stops when told to", async () => {
    const first = start(["crm", "start"], { cwd: folder });
    await first.says("crm stop");
    expect((await run("apply", "--yes")).code).toBe(0);
    expectRefusal(await run("crm", "start"), 6, [`process ${first.process.pid}`]);
    first.process.kill("SIGKILL");
    await first.end;
    expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
    const second = start(["crm", "start"], { cwd: folder });
    await second.says("crm stop");
    expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
    expect(await run("crm", "stop")).toMatchObject({ code: 0, talk: "The local CRM has stopped\n" });
    expect(await second.end).toMatchObject({ code: 0 });
    expect(await run("crm", "stop")).toMatchObject({ code: 0, talk: "The local CRM is not running\n" });
  });

  test("is empty after a reset, and nothing that was applied is remembered", async () => {
    const applied = folderWithContract();
    const run = here(applied);
    expect(await run("apply", "--yes")).toMatchObject({ code: 0 });
    edit(join(applied, "contract.yaml"), "within: 2 calendar days", "within: 4 calendar days");
    expect((await run("plan")).out).toMatch(/2 calendar days.*→.*4 calendar days/);
    expect(await run("crm", "reset")).toMatchObject({ code: 0, talk: "The local CRM is empty again\n" });
    const plan = await run("plan");
    expect(plan.out).toContain("to create");
    expect(plan.out).not.toContain("→ 4 calendar days");
  });

  test("takes no port that another program has", async () => {
    const other = folderWithContract();
    const crm = start(["crm", "start"], { cwd: folder });
    const port = /127\.0\.0\.1:(\d+)/.exec(await crm.says("crm stop"))?.[1] ?? "";
    expectRefusal(await revpact(["crm", "start", "--port", port], { cwd: other }), 7, [`Port ${port} is in use`]);
    crm.process.kill("SIGINT");
    expect((await crm.end).code).toBe(0);
  });
});

/** Resolves once an apply has noted the end of its first step. */
async function journalIn(folder: string): Promise<void> {
  const file = join(folder, ".revpact", "local", "journal.1.jsonl");
  for (;;) {
    try {
      if (readFileSync(file, "utf8").includes('"type":"result"')) return;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
